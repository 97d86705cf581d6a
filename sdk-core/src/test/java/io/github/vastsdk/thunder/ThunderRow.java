package io.github.vastsdk.thunder;

import io.github.vastsdk.Call;
import io.github.vastsdk.internal.RetrySafety;
import io.github.vastsdk.internal.Sends;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation of Thunder Compute as this library has it.
 *
 * @param sdk how it is called
 * @param call builds the call
 * @param line the method and the path as documented
 * @param safety what is repeated
 * @param body what is sent, with single quotes; null for none
 * @param status the status of a success
 * @param answer a success, with single quotes
 * @param read looks at what was read of it
 * @param <T> what it answers
 */
record ThunderRow<T>(
        String sdk,
        Function<ThunderClient, Call<T>> call,
        String line,
        RetrySafety safety,
        @Nullable String body,
        int status,
        String answer,
        Consumer<T> read) {
    /** The id in the path of what is no instance. */
    static final String ID = "key-7";

    String method() {
        return line.substring(0, line.indexOf(' '));
    }

    String path() {
        return line.substring(line.indexOf(' ') + 1);
    }

    /** Whether the path names an instance, whose index is looked up before. */
    boolean isLocated() {
        return path().startsWith("/v1/instances/{id}/");
    }

    /** Whether the call answers with what it finds in a list. */
    boolean isSearch() {
        return sdk.contains(".find");
    }

    /** The path as sent, with the index. */
    String sent() {
        return path().replace("{id}", isLocated() ? ThunderWireTest.INDEX : ID);
    }

    /** The path as shown, with the uuid. */
    String shown() {
        return path().replace("{id}", isLocated() ? ThunderWireTest.UUID : ID);
    }

    Sends<ThunderClient> sends() {
        return new Sends<>(sdk, call::apply, answer, method(), sent(), Map.of(), body);
    }

    @Override
    public String toString() {
        return sdk;
    }
}
