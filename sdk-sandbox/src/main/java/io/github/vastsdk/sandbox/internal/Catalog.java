package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What there is to look up: the kinds of GPUs, which anybody may read, and how fast some machines were. */
final class Catalog implements Resource {
    private static final StoredColumns STORED = new StoredColumns(
            Set.of(
                    "id",
                    "contract_id",
                    "machine_id",
                    "gpu_name",
                    "num_gpus",
                    "image",
                    "last_update",
                    "launch_args",
                    "template_hash",
                    "template_id",
                    "type",
                    "value",
                    "name",
                    "model",
                    "score"),
            why -> Answers.error(400, "invalid_request", why));

    private final List<ObjectNode> benchmarks = new ArrayList<>();

    Catalog(World world) {
        Ids ids = world.ids("benchmarks");
        for (int i = 0; i < 12; i++) {
            GpuModel gpu = ids.pick(GpuModel.ALL);
            double score = gpu.teraflops() * ids.between(90, 140) / 100.0;
            benchmarks.add(Json.object()
                    .put("id", ids.id())
                    .put("contract_id", ids.id())
                    .put("machine_id", ids.between(1_000, 60_000))
                    .put("gpu_name", gpu.name())
                    .put("num_gpus", 1)
                    .put("image", "vastai/benchmark:latest")
                    .put("launch_args", "")
                    .put("template_id", 2048)
                    .putNull("template_hash")
                    .put("last_update", World.seconds(world.now().minus(Duration.ofHours(ids.between(1, 900)))))
                    // The reference and the official client call the same two members by other names.
                    .put("name", "llama")
                    .put("type", "llama")
                    .put("model", "llama-3-8b")
                    .put("score", score)
                    .put("value", score)
                    .put("sandbox_unlisted", true));
        }
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("GET", "/api/v0/gpu_names/unique/", this::names),
                Route.open("GET", "/api/v0/gpu_types/", this::types),
                Route.of("GET", "/api/v0/benchmarks", "misc", "api.benchmarks.search", this::search)
                        .every(3));
    }

    private Answer names(Call call) {
        ArrayNode names = Json.array();
        GpuModel.ALL.stream().map(GpuModel::name).sorted().forEach(names::add);
        return Answers.ok(Answers.success().set("gpu_names", names));
    }

    private Answer types(Call call) {
        ArrayNode types = Json.array();
        GpuModel.ALL.stream().sorted(Comparator.comparing(GpuModel::name)).forEach(gpu -> types.addObject()
                .put("canonical_name", gpu.name())
                .put("gpu_ram_mb", gpu.ramMb())
                .put("sandbox_unlisted", true));
        return Answers.ok(Answers.success().set("gpu_types", types));
    }

    private Answer search(Call call) {
        RowQuery query = RowQuery.of(call, STORED);
        String limit = call.query().getOrDefault("limit", "");
        ArrayNode rows = Json.array();
        query.select(benchmarks).stream()
                .limit(limit.matches("[1-9]\\d{0,8}") ? Integer.parseInt(limit) : benchmarks.size())
                .forEach(row -> rows.add(query.columns().of(row)));
        return Answers.ok(rows);
    }
}
