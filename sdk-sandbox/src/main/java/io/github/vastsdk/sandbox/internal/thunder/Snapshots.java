package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Input;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Duration;
import java.util.List;

/** The operations on snapshots. */
final class Snapshots implements Area {
    private static final int MAX = 50;

    private final Timeline timeline;
    private final Machines machines;
    private final SnapshotStore store;
    private final Ids ids;
    private final Duration step;

    Snapshots(Timeline timeline, Machines machines, SnapshotStore store, Ids ids, Duration step) {
        this.timeline = timeline;
        this.machines = machines;
        this.store = store;
        this.ids = ids;
        this.step = step;
        make("golden", 150).finish();
    }

    private Snapshot make(String name, int diskGb) {
        Snapshot snapshot = new Snapshot(ids.uuid(), name, diskGb, timeline.now());
        store.add(snapshot);
        return snapshot;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/v1/snapshots/list", this::list),
                Operation.of("POST", "/v1/snapshots/create", this::create),
                Operation.of("DELETE", "/v1/snapshots/{id}", this::delete));
    }

    private Answer list(Input input) {
        ArrayNode rows = Json.array();
        store.all().forEach(snapshot -> rows.add(snapshot.row()));
        return Json.answer(200, rows);
    }

    /** Here an instance is named by its UUID. */
    private Answer create(Input input) {
        String uuid = Body.requireText(input, "instanceId");
        String name = Body.requireText(input, "name");
        Machine machine = machines.find(uuid);
        if (machine == null) {
            throw Refusal.notFound("Instance");
        }
        if (store.named(name) != null) {
            throw Refusal.conflict("A snapshot of that name exists");
        }
        if (store.all().size() >= MAX) {
            throw Refusal.invalid("There are " + MAX + " snapshots already");
        }
        machines.life().snap(Machines.requireRunning(machine));
        Snapshot snapshot = make(name, machine.config().diskGb());
        // It gets ready even if the instance is deleted meanwhile.
        timeline.after(step, () -> true, snapshot::finish);
        return Json.answer(
                202,
                Json.object()
                        .put("message", "The snapshot is being created")
                        .put("id", snapshot.id())
                        .put("sandboxUnlisted", true));
    }

    private Answer delete(Input input) {
        if (!store.remove(input.argument("id"))) {
            throw Refusal.notFound("Snapshot");
        }
        return Json.answer(200, Json.object().put("message", "The snapshot was deleted"));
    }
}
