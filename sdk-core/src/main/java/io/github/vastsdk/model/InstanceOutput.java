package io.github.vastsdk.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance put out: its logs, or what a command printed.
 *
 * @param text the text as it is; null if the service named no place where it would be
 * @param msg what the service said when it was asked; null if it said nothing
 */
public record InstanceOutput(@Nullable String text, @Nullable String msg) {
    /**
     * Splits the text.
     *
     * @return the lines without their ends; none if there is no text
     */
    public List<String> lines() {
        return text == null ? List.of() : text.lines().toList();
    }

    /** Returns the text, or without one what the service said. */
    @Override
    public String toString() {
        return text != null ? text : msg != null ? msg : "";
    }
}
