package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Input;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import java.util.Set;

/** Changes what instances are made of, and which of their ports are open. */
final class Changes implements Area {
    private static final String ADD = "add_ports";
    private static final String REMOVE = "remove_ports";
    private static final Set<String> MEMBERS =
            Set.of("cpu_cores", "disk_size_gb", "num_gpus", "gpu_type", "mode", ADD, REMOVE);

    private final Machines machines;
    private final Orders orders;

    Changes(Machines machines, Orders orders) {
        this.machines = machines;
        this.orders = orders;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/v1/instances/{id}/modify", this::modify),
                Operation.of("PATCH", "/v1/instances/{id}/ports", this::ports));
    }

    private Answer modify(Input input) {
        Machine machine = machines.at(input);
        if (MEMBERS.stream().allMatch(name -> input.member(name) == null)) {
            throw Refusal.invalid("There is nothing to modify");
        }
        Config before = machine.config();
        Config after = portsOf(input, orders.change(input, before));
        Machines.requireRunning(machine);
        if (after.isSameMachine(before)) {
            // Ports alone are changed as the instance runs.
            machines.life().change(machine, config -> portsOf(input, config));
        } else {
            machines.life().modify(machine, config -> portsOf(input, config.onMachineOf(after)));
        }
        ObjectNode answer = answer(machine)
                .put("gpu_type", after.spec().gpu())
                .put("num_gpus", after.spec().count());
        if (after.mode() != null) {
            answer.put("mode", after.mode());
        }
        return Json.answer(200, answer.set("http_ports", Rows.ports(after)));
    }

    private Answer ports(Input input) {
        Machine machine = machines.at(input);
        if (machine.isLegacy()) {
            throw Refusal.of(
                    400, "unsupported_instance_version", "Ports of this version of instances cannot be changed");
        }
        Config after = portsOf(input, machine.config());
        if (machine.is(Machine.DELETING)) {
            throw Refusal.conflict("The instance is being deleted");
        }
        machines.life().change(machine, config -> portsOf(input, config));
        return Json.answer(200, answer(machine).set("http_ports", Rows.ports(after)));
    }

    /** Starts the answer. The number is a text here, and what is called the name is the UUID. */
    private ObjectNode answer(Machine machine) {
        return Json.object()
                .put("identifier", String.valueOf(machines.index(machine)))
                .put("instance_name", machine.uuid())
                .put("sandboxUnlisted", true);
    }

    private static Config portsOf(Input input, Config config) {
        List<Integer> add = portList(input, ADD);
        List<Integer> remove = portList(input, REMOVE);
        if (add.stream().anyMatch(remove::contains)) {
            throw Refusal.invalid("A port is in both " + ADD + " and " + REMOVE);
        }
        return config.ports(add, remove);
    }

    private static List<Integer> portList(Input input, String name) {
        List<Integer> ports = Body.integers(input, name);
        if (ports.stream().anyMatch(port -> port < 1 || port > 65535 || port == 22)) {
            throw Refusal.invalid(name + " takes ports from 1 to 65535 except 22");
        }
        return ports;
    }
}
