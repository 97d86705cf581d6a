package io.github.vastsdk.sandbox.internal.thunder;

import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Input;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instances of the account in their order. The place of an instance is the number by which paths name it; when one
 * goes, all behind it move up.
 */
final class Machines {
    private final Timeline timeline;
    private final Life life;
    private final Ids ids;
    private final ThunderSettings settings;
    private final List<Machine> order = new ArrayList<>();
    private final Deque<Fate> fates = new ArrayDeque<>();
    private int created;

    Machines(ThunderSettings settings, Timeline timeline) {
        this.settings = settings;
        this.timeline = timeline;
        this.ids = new Ids(settings.seed());
        this.life = new Life(timeline, ids, settings.step(), settings.lag());
        for (int i = 0; i < settings.instances(); i++) {
            order.add(running(i % 2 == 0 ? "a6000" : "h100"));
        }
    }

    /** Puts an instance of somebody else before all others. */
    Machine prepend() {
        Machine machine = running("a100xl");
        order.add(0, machine);
        return machine;
    }

    private Machine running(String gpu) {
        GpuSpec spec = GpuSpec.all().stream()
                .filter(each -> each.gpu().equals(gpu))
                .findFirst()
                .orElseThrow();
        String key = ids.sshPublicKey("somebody@example");
        Config config = new Config(spec, spec.vcpuOptions().get(0), 100, null, List.of(), List.of(key));
        Machine machine = make("base", 0, config, Duration.ZERO);
        life.arrive(machine);
        return machine;
    }

    /**
     * Creates an instance behind all others.
     *
     * @param template what it is made from
     * @param restoredBytes the size of the snapshot that it is made from; 0 when it is a template
     * @param config what it is made of
     * @return the instance, which has yet to be provisioned
     */
    Machine create(String template, long restoredBytes, Config config) {
        Machine machine = make(template, restoredBytes, config, settings.lag());
        Fate fate = fates.poll();
        machine.fate(fate == null ? Fate.NORMAL : fate);
        order.add(machine);
        life.begin(machine);
        return machine;
    }

    private Machine make(String template, long restoredBytes, Config config, Duration unlisted) {
        String uuid = ids.uuid();
        Machine.Identity identity = new Machine.Identity(
                uuid, "instance-" + uuid.substring(0, 8), template, restoredBytes, timeline.now(), created++);
        return new Machine(identity, config, timeline.now().plus(unlisted));
    }

    /** Lets the next instances that are created have these fates. */
    void nextFates(Collection<Fate> next) {
        fates.addAll(next);
    }

    Life life() {
        return life;
    }

    /** Gives all instances in their order. */
    List<Machine> all() {
        return Collections.unmodifiableList(order);
    }

    /** Gives the number of an instance as it is now. */
    int index(Machine machine) {
        return order.indexOf(machine);
    }

    /** Finds an instance by what does not change. */
    @Nullable
    Machine find(String uuid) {
        return order.stream()
                .filter(machine -> machine.uuid().equals(uuid))
                .findFirst()
                .orElse(null);
    }

    /** Gives the instance that the path names: the one that has that number now. */
    Machine at(Input input) {
        String index = input.argument("id");
        if (index.matches("0|[1-9]\\d{0,8}") && Integer.parseInt(index) < order.size()) {
            return order.get(Integer.parseInt(index));
        }
        throw Refusal.notFound("Instance");
    }

    /** Refuses what only a running instance can do. */
    static Machine requireRunning(Machine machine) {
        if (!machine.is(Machine.RUNNING)) {
            throw Refusal.conflict("The instance is not running, it is " + machine.status());
        }
        return machine;
    }

    /** Deletes an instance. It may be there for a while. */
    void delete(Machine machine) {
        if (!machine.is(Machine.DELETING)) {
            life.end(machine, settings.deleteLag(), () -> remove(machine));
            timeline.settle();
        }
    }

    /** Takes an instance away at once. */
    void remove(Machine machine) {
        order.remove(machine);
    }
}
