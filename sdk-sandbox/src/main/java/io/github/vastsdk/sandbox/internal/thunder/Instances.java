package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Input;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;

/** Lists, creates and deletes instances, and adds keys to them. */
final class Instances implements Area {
    private final Timeline timeline;
    private final Machines machines;
    private final Orders orders;
    private final Ids ids;
    private final Rows rows;

    Instances(Timeline timeline, Machines machines, Orders orders, Ids ids, Rows rows) {
        this.timeline = timeline;
        this.machines = machines;
        this.orders = orders;
        this.ids = ids;
        this.rows = rows;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/v1/instances/list", this::list),
                Operation.of("POST", "/v1/instances/create", this::create),
                Operation.of("POST", "/v1/instances/{id}/delete", this::delete),
                Operation.of("POST", "/v1/instances/{id}/add_key", this::addKey));
    }

    private Answer list(Input input) {
        ObjectNode map = Json.object();
        List<Machine> all = machines.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isListed(timeline.now())) {
                map.set(String.valueOf(i), rows.row(all.get(i)));
            }
        }
        return Json.answer(200, map);
    }

    private Answer create(Input input) {
        String given = Body.text(input, "public_key");
        Orders.Order order = orders.read(input);
        PublicKey key = given == null ? generated() : PublicKey.require(given);
        Machine machine = machines.create(
                order.template(), order.restoredBytes(), order.config().with(key));
        return Json.answer(
                201,
                Json.object()
                        .put("identifier", machines.index(machine))
                        .put("key", given == null ? ids.privateKey() : "")
                        .put("uuid", machine.uuid())
                        .put("sandboxUnlisted", true));
    }

    private Answer delete(Input input) {
        machines.delete(machines.at(input));
        return Json.answer(200, Json.object().put("message", "Success").put("sandboxUnlisted", true));
    }

    private Answer addKey(Input input) {
        Machine machine = machines.at(input);
        String given = Body.text(input, "public_key");
        PublicKey key = given == null ? generated() : PublicKey.require(given);
        if (machine.is(Machine.DELETING)) {
            throw Refusal.conflict("The instance is being deleted");
        }
        boolean present = machine.config().has(key);
        if (!present) {
            machines.life().change(machine, config -> config.with(key));
        }
        ObjectNode answer = Json.object()
                .put("success", true)
                .put("uuid", machine.uuid())
                .put("message", present ? "The key is already on the instance" : "The key was added")
                .put("sandboxUnlisted", true);
        if (given == null) {
            answer.put("key", ids.privateKey());
        }
        return Json.answer(200, answer);
    }

    private PublicKey generated() {
        return PublicKey.require(ids.sshPublicKey("generated"));
    }
}
