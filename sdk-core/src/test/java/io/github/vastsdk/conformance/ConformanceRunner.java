package io.github.vastsdk.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.Pacing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.SdkException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Runs recorded operations against a checking server, and reports how each one ended. Of a recording it reads the
 * operation and its arguments, never what was sent or answered then.
 */
public final class ConformanceRunner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VIA = Set.of("api", "sdk", "sync", "pure");

    private enum Outcome {
        OK,
        ERROR,
        UNSUPPORTED
    }

    private final URI server;
    private final Oracle oracle;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    private ConformanceRunner(URI server) {
        this.server = server;
        this.oracle = new Oracle(server);
    }

    /**
     * Runs the recordings.
     *
     * @param args the file of recordings, the address of the server, the file of the report
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: VECTORS SERVER_URL REPORT");
        }
        ConformanceRunner runner = new ConformanceRunner(URI.create(args[1]));
        runner.run(Path.of(args[0]), Path.of(args[2]));
        System.out.printf(
                "%d ok, %d error, %d unsupported%n",
                runner.count(Outcome.OK), runner.count(Outcome.ERROR), runner.count(Outcome.UNSUPPORTED));
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    private void run(Path vectors, Path report) throws IOException {
        try (VastClient vast = VastClient.builder()
                        .apiKey("conformance-run")
                        .baseUrl(server.toString())
                        .pacing(Pacing.off())
                        .build();
                var lines = Files.lines(vectors);
                BufferedWriter out = Files.newBufferedWriter(report)) {
            lines.filter(line -> !line.isBlank()).forEach(line -> {
                try {
                    JsonNode vector = JSON.readTree(line);
                    if (VIA.contains(vector.path("via").asText())) {
                        out.write(one(vast, vector).toString());
                        out.newLine();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private ObjectNode one(VastClient vast, JsonNode vector) throws IOException {
        String id = vector.path("id").asText();
        String op = vector.path("op").asText();
        ObjectNode line = JSON.createObjectNode().put("id", id).put("op", op);
        oracle.post("play", JSON.createObjectNode().put("id", id));
        ConformanceOperations.Run operation =
                ConformanceOperations.find(op, vector.path("function").asText());
        Outcome outcome = Outcome.UNSUPPORTED;
        line.putNull("error");
        line.putNull("result");
        if (operation != null) {
            try {
                Object result = operation.run(vast, vector.path("args"));
                line.set("result", ConformanceOperations.asJson(result));
                outcome = Outcome.OK;
            } catch (RuntimeException e) {
                line.set("error", describe(e));
                outcome = Outcome.ERROR;
            }
        }
        counts.merge(outcome, 1, Integer::sum);
        return line.put("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static ObjectNode describe(RuntimeException failure) {
        ObjectNode error =
                JSON.createObjectNode().put("type", failure.getClass().getSimpleName());
        error.putNull("code");
        error.putNull("status");
        if (failure instanceof ApiException refused) {
            error.put("status", refused.status());
            if (!refused.code().equals(ErrorCode.NONE)) {
                error.put("code", refused.code().value());
            }
        } else if (!(failure instanceof SdkException) && !(failure instanceof IllegalArgumentException)) {
            // Likely a mistake of the runner: the other recordings run all the same, and this one is for a person.
            failure.printStackTrace();
        }
        return error;
    }
}
