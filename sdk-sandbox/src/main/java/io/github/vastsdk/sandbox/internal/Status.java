package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Ids;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the state of an instance into its row, in all the members that show it. */
final class Status {
    static final String PULL_ERROR = "Error response from daemon: manifest unknown: ";
    static final String OCI_ERROR = "Error: failed to create task for container: OCI runtime create failed: runc create"
            + " failed: unable to start container process: exec: \"start.sh\": not found";

    private static final List<String> ONLY_WHILE_RUNNING =
            List.of("webpage", "gpu_util", "gpu_temp", "uptime_mins", "mem_usage", "vmem_usage", "cpu_util");

    private Status() {}

    /** The state that the container is in; null while there is none yet. */
    static void actual(ObjectNode row, @Nullable String status) {
        row.put("actual_status", status);
    }

    /** The state that is asked for. */
    static void intended(ObjectNode row, String state) {
        row.put("intended_status", state).put("next_state", state);
    }

    /** Takes away what only a running instance shows. */
    static void idle(ObjectNode row) {
        row.remove("ports");
        row.put("direct_port_start", 65_535).put("direct_port_end", -1).put("disk_util", -1.0);
        ONLY_WHILE_RUNNING.forEach(row::putNull);
    }

    /** Shows that an instance has failed, and why. */
    static void failed(ObjectNode row, String why) {
        idle(row);
        row.put("status_msg", why);
    }

    static void running(Contract contract, Ids ids, Instant now) {
        ObjectNode row = contract.row();
        actual(row, "running");
        row.put("cur_state", "running")
                .put(
                        "status_msg",
                        "success, running " + row.path("image_uuid").asText() + "/"
                                + (row.path("image_runtype").asText().equals("args") ? "args" : "ssh"))
                .put("disk_util", 12.5)
                .put("gpu_util", 0.0)
                .put("gpu_temp", 41.0)
                .put("mem_usage", 1.83)
                .put("vmem_usage", 0.0)
                .put("cpu_util", 3.25)
                .put("uptime_mins", 0.0);
        contract.runningSince(now);
        connect(contract, ids);
        cost(row, true);
    }

    private static void connect(Contract contract, Ids ids) {
        ObjectNode row = contract.row();
        if (row.path("ssh_port").asInt() <= 0) {
            int proxy = ids.between(1, 9);
            row.put("ssh_idx", String.valueOf(proxy))
                    .put("ssh_host", "ssh" + proxy + ".vast.example")
                    .put("ssh_port", ids.between(10_000, 39_999));
        }
        // Each start gets other ports on the host.
        int first = ids.between(40_000, 60_000);
        int port = first;
        ObjectNode ports = row.putObject("ports");
        for (String name : contract.openPorts()) {
            ports.putArray(name).addObject().put("HostIp", "0.0.0.0").put("HostPort", String.valueOf(port++));
        }
        if (port > first) {
            row.put("direct_port_start", first).put("direct_port_end", port - 1);
        }
        if (ports.has("8080/tcp")) {
            row.put(
                    "webpage",
                    "http://" + row.path("public_ipaddr").asText().strip() + ":"
                            + ports.at("/8080~1tcp/0/HostPort").asText());
        }
    }

    /** Shows a stopped instance; what it said last stays. */
    static void stopped(ObjectNode row) {
        actual(row, "exited");
        row.put("cur_state", "stopped");
        intended(row, "stopped");
        idle(row);
        cost(row, false);
    }

    /** Shows what it costs at the moment; the total stays what it costs when it runs. */
    static void cost(ObjectNode row, boolean running) {
        double disk = row.path("storage_total_cost").doubleValue();
        double gpu = running ? row.path("dph_base").doubleValue() : 0;
        ((ObjectNode) row.path("instance"))
                .put("gpuCostPerHour", gpu)
                .put("diskHour", disk)
                .put("totalHour", gpu + disk)
                .put("discountedTotalPerHour", gpu + disk);
    }
}
