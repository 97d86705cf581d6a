package io.github.vastsdk.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.request.CloudCopy;
import io.github.vastsdk.request.CloudTransfer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads recorded arguments. */
final class Recorded {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recorded() {}

    /** Some recordings hold JSON inside a text. */
    static JsonNode parsed(JsonNode value) {
        try {
            return value.isTextual() ? JSON.readTree(value.textValue()) : value;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + value, e);
        }
    }

    static String text(JsonNode args, String name) {
        // The library takes no null where a text is required; an absent text is the nearest thing that it can refuse.
        JsonNode value = args.path(name);
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    static long id(JsonNode args, String name) {
        return args.path(name).asLong();
    }

    /** The recorded functions copy into the cloud where they are not told otherwise. */
    static CloudCopy cloudCopy(JsonNode args, long instanceId, String connection) {
        String[] flags = StreamSupport.stream(args.path("flags").spliterator(), false)
                .map(JsonNode::asText)
                .toArray(String[]::new);
        boolean fromCloud = text(args, "transfer").equalsIgnoreCase(CloudTransfer.FROM_CLOUD.wire());
        String source = text(args, "src");
        String destination = text(args, "dst");
        return (fromCloud
                        ? CloudCopy.fromCloud(id(args, connection), source, instanceId, destination)
                        : CloudCopy.toCloud(instanceId, source, id(args, connection), destination))
                .flags(flags)
                .build();
    }

    /** Refuses what is no time, which would otherwise end the run. */
    static Instant time(JsonNode args, String name) {
        double seconds = args.path(name).asDouble(Double.NaN);
        if (!(Math.abs(seconds) < 1e15)) {
            throw new IllegalArgumentException("no time: " + args.path(name));
        }
        long whole = (long) seconds;
        return Instant.ofEpochSecond(whole, Math.round((seconds - whole) * 1e9));
    }

    /** Several ids, or the one that stands in their place. */
    static List<Long> ids(JsonNode ids) {
        return ids.isArray()
                ? StreamSupport.stream(ids.spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList()
                : List.of(ids.asLong());
    }
}
