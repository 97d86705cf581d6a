package io.github.vastsdk.examples;

import org.jspecify.annotations.Nullable;

/**
 * What the example shows of an SSH key. A {@link io.github.vastsdk.Listing} prints any public record as a table.
 *
 * @param id the id of the key
 * @param type such as {@code ssh-ed25519}
 * @param comment the label behind the key
 */
public record KeyRow(Long id, String type, String comment) {
    static KeyRow of(Long id, @Nullable String publicKey) {
        String[] parts = (publicKey == null ? "" : publicKey).strip().split("\\s+", 3);
        return new KeyRow(id, parts[0], parts.length == 3 ? parts[2] : "");
    }
}
