package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Makes up the lines that an instance has logged. */
final class ContainerLog {
    private ContainerLog() {}

    /** Gives what the container has printed: its image, its start script, and its work. */
    static List<String> container(ObjectNode instance) {
        Instant start = start(instance);
        Stream<String> head = Stream.of(
                "Starting " + label(instance) + " from "
                        + instance.path("image_uuid").asText(),
                instance.path("num_gpus").asInt() + "x "
                        + instance.path("gpu_name").asText() + " found");
        Stream<String> script = instance.path("onstart").asText("").lines().map(line -> "onstart: " + line);
        Stream<String> work = Stream.of(
                "sshd listens on port 22",
                "WARNING: no checkpoint found, starting from scratch",
                "epoch 1: loss 2.302",
                "epoch 2: loss 1.871",
                "error: worker 3 did not answer, restarted",
                "epoch 3: loss 1.540");
        return stamped(start, Stream.of(head, script, work).flatMap(lines -> lines));
    }

    /** Gives what the host's daemon has logged about the container. */
    static List<String> daemon(ObjectNode instance) {
        Stream<String> lines = Stream.of(
                "pull " + instance.path("image_uuid").asText(),
                "pull complete",
                "create " + label(instance),
                "start " + label(instance),
                "state " + instance.path("actual_status").asText("loading"));
        return stamped(start(instance), lines.map(line -> "daemon[" + instance.path("machine_id") + "]: " + line));
    }

    /** Gives the name that the service gives a container. */
    static String label(ObjectNode instance) {
        return "C." + instance.path("id").asText();
    }

    private static Instant start(ObjectNode instance) {
        return Instant.ofEpochSecond(instance.path("start_date").longValue());
    }

    private static List<String> stamped(Instant first, Stream<String> lines) {
        List<String> all = lines.toList();
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
                .map(i -> World.text(first.plusSeconds(i)) + " " + all.get(i))
                .toList();
    }
}
