package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An SSH key of the account.
 *
 * @param id its number
 * @param publicKey the line as it was given
 * @param createdAt when it was made
 * @param deletedAt when it was deleted; keys are marked, not removed
 */
record SshKey(long id, String publicKey, Instant createdAt, @Nullable Instant deletedAt) {
    boolean deleted() {
        return deletedAt != null;
    }

    /** Says whether a line holds the same key, whatever its comment. */
    boolean sameKey(String line) {
        return material(publicKey).equals(material(line));
    }

    /** Gives the comment of a line, or an empty text. */
    static String comment(String line) {
        String[] parts = line.strip().split("\\s+", 3);
        return parts.length < 3 ? "" : parts[2];
    }

    private static String material(String line) {
        String[] parts = line.strip().split("\\s+", 3);
        return parts.length < 2 ? line.strip() : parts[0] + " " + parts[1];
    }

    /** Gives it as lists show it: with the time as a number. */
    ObjectNode listRow(long userId) {
        return row(userId)
                .put("created_at", World.seconds(createdAt))
                .put("default", false)
                .putNull("private_key");
    }

    /** Gives it as a creation or an update shows it: with the time as text. */
    ObjectNode row(long userId) {
        return Json.object()
                .put("id", id)
                .put("user_id", userId)
                .put("public_key", publicKey)
                .put("created_at", World.text(createdAt))
                .put("deleted_at", deletedAt == null ? null : World.text(deletedAt))
                .put("sandbox_unlisted", true);
    }
}
