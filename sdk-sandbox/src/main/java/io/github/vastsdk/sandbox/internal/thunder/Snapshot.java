package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;

/** The disk of an instance as it once was. */
final class Snapshot {
    private static final long BYTES_PER_GB = 210_000_000L;

    private final String id;
    private final String name;
    private final int minimumDiskGb;
    private final Instant createdAt;
    private boolean ready;

    Snapshot(String id, String name, int minimumDiskGb, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.minimumDiskGb = minimumDiskGb;
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    int minimumDiskGb() {
        return minimumDiskGb;
    }

    boolean isReady() {
        return ready;
    }

    void finish() {
        ready = true;
    }

    /** Gives its size, which is less than that of the disk. */
    long bytes() {
        return minimumDiskGb * BYTES_PER_GB;
    }

    ObjectNode row() {
        return Json.object()
                .put("id", id)
                .put("name", name)
                .put("minimumDiskSizeGb", minimumDiskGb)
                .put("status", ready ? "READY" : "CREATING")
                .put("createdAt", createdAt.getEpochSecond())
                .put("sandboxUnlisted", true);
    }
}
