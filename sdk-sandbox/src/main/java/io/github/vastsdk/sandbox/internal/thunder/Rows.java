package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes instances as the list shows them, with its numbers as texts and its times that mean nothing. */
final class Rows {
    private static final String NO_TIME = "0001-01-01T00:00:00Z";

    private final boolean looseTypes;

    Rows(boolean looseTypes) {
        this.looseTypes = looseTypes;
    }

    ObjectNode row(Machine machine) {
        Machine.Identity identity = machine.identity();
        Config config = machine.listed();
        ObjectNode row = Json.object()
                .put("uuid", machine.uuid())
                .put("name", identity.name())
                .put("status", machine.status())
                .put("template", identity.template())
                .put("gpuType", config.spec().gpu())
                .put("storage", config.diskGb())
                .put("createdAt", Timeline.text(identity.createdAt()))
                .put("provisioningTime", identity.isRestored() ? NO_TIME : time(machine.readyAt()))
                .put("restoringTime", identity.isRestored() ? time(machine.readyAt()) : NO_TIME)
                .put("snapshotSize", identity.restoredBytes())
                .put("k8s", false)
                .put("promoted", false)
                .put("sandboxUnlisted", "clients ignore members they do not know");
        if (config.mode() != null) {
            row.put("mode", config.mode());
        }
        putNumbers(row, config, looseTypes ? identity.number() % 3 : 0);
        putAddress(row, machine);
        putLists(row, config);
        Instant restarted = machine.restartedAt();
        if (restarted != null) {
            row.putObject("lastRestart")
                    .put("reason", "modify")
                    .put("timestamp", Timeline.text(restarted))
                    .put("message", "restarted for a modification")
                    .put("exitCode", 0);
        }
        return row;
    }

    private static void putNumbers(ObjectNode row, Config config, int form) {
        int memory = config.cpuCores() * GpuSpec.MEMORY_GIB_PER_VCPU;
        row.put("memory", form == 0 ? memory + "GB" : memory + " GB");
        switch (form) {
            case 1 ->
                row.put("cpuCores", config.cpuCores())
                        .put("numGpus", config.spec().count());
            case 2 -> row.putNull("cpuCores").putNull("numGpus");
            default ->
                row.put("cpuCores", String.valueOf(config.cpuCores()))
                        .put("numGpus", String.valueOf(config.spec().count()));
        }
    }

    /** An instance without an address has none or an empty one, and none or an impossible port. */
    private static void putAddress(ObjectNode row, Machine machine) {
        if (machine.ip() != null) {
            row.put("ip", machine.ip()).put("port", machine.port());
        } else if (machine.is("UNKNOWN")) {
            row.putNull("ip");
        } else {
            row.put("ip", "").put("port", 0);
        }
    }

    private static void putLists(ObjectNode row, Config config) {
        if (config.ports().isEmpty()) {
            row.putNull("httpPorts");
        } else {
            row.set("httpPorts", ports(config));
        }
        ArrayNode keys = row.putArray("sshPublicKeys");
        config.publicKeys().forEach(keys::add);
    }

    static ArrayNode ports(Config config) {
        ArrayNode ports = Json.array();
        config.ports().forEach(ports::add);
        return ports;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? NO_TIME : Timeline.text(time);
    }
}
