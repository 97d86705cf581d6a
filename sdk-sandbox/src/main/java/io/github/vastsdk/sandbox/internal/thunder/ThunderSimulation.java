package io.github.vastsdk.sandbox.internal.thunder;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.http.Request;
import io.github.vastsdk.sandbox.internal.service.FaultSource;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Input;
import io.github.vastsdk.sandbox.internal.service.Intervals;
import io.github.vastsdk.sandbox.internal.service.Routes;
import io.github.vastsdk.sandbox.internal.service.Service;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole service: finds the operation of a request, applies the rules that all share, and does it. */
public final class ThunderSimulation extends Service<String> {
    private final ThunderSettings settings;
    private final String token;
    private final Timeline timeline;
    private final Machines machines;
    private final Intervals intervals;
    private final Routes<Operation> routes;

    /**
     * Makes a service with a small account.
     *
     * @param settings what was chosen about it
     * @param faults what is to go wrong
     */
    public ThunderSimulation(ThunderSettings settings, FaultSource faults) {
        super(faults);
        // Drawn apart from what instances draw, so that the account does not depend on them.
        Ids ids = new Ids(~settings.seed());
        this.settings = settings;
        this.token = ids.hex(64);
        this.timeline = new Timeline(settings.clock());
        this.machines = new Machines(settings, timeline);
        this.intervals = new Intervals(settings.clock());
        SnapshotStore snapshots = new SnapshotStore();
        Orders orders = new Orders(snapshots);
        this.routes = new Routes<>(Stream.of(
                        new Instances(timeline, machines, orders, ids, new Rows(settings.looseTypes())),
                        new Changes(machines, orders),
                        new AccountKeys(timeline, ids),
                        new Snapshots(timeline, machines, snapshots, ids, settings.step()),
                        new Discovery())
                .flatMap(area -> area.operations().stream())
                .toList());
    }

    /** Gives the token of the account. */
    public String token() {
        return token;
    }

    /** Gives the ids of the instances that exist, in their order. */
    public List<String> uuids() {
        return settled(() -> machines.all().stream().map(Machine::uuid).toList());
    }

    /** Puts an instance before all others; gives its id. */
    public String prepend() {
        return settled(() -> machines.prepend().uuid());
    }

    /** Takes an instance away at once. */
    public void remove(String uuid) {
        change(uuid, machine -> {
            machines.remove(machine);
            return machine;
        });
    }

    /** Gives the public keys that can log in to an instance. */
    public List<String> publicKeys(String uuid) {
        return change(uuid, machine -> machine.config().publicKeys());
    }

    /** Keeps an instance out of the list for a while, though it is there. */
    public void hide(String uuid, Duration duration) {
        change(uuid, machine -> {
            machine.hideUntil(timeline.now().plus(duration));
            return machine;
        });
    }

    /** Makes an instance one of those whose ports cannot be changed in the present way. */
    public void makeLegacy(String uuid) {
        change(uuid, machine -> {
            machine.makeLegacy();
            return machine;
        });
    }

    /** Says what becomes of the next instances that are created. */
    public void nextFates(List<Fate> fates) {
        locked(() -> {
            machines.nextFates(fates);
            return true;
        });
    }

    /** Says what becomes of an instance. */
    public void fate(String uuid, Fate fate) {
        change(uuid, machine -> {
            machines.life().fate(machine, fate);
            return machine;
        });
    }

    private <T> T change(String uuid, Function<Machine, T> action) {
        return settled(() -> {
            Machine machine = machines.find(uuid);
            if (machine == null) {
                throw new IllegalArgumentException("there is no instance " + uuid);
            }
            return action.apply(machine);
        });
    }

    @Override
    protected void settle() {
        timeline.settle();
    }

    @Override
    protected @Nullable String caller(String shown) {
        return shown.equals(token) ? shown : null;
    }

    @Override
    protected long number(String caller) {
        return 1;
    }

    @Override
    protected Answer operate(Request request, @Nullable String caller) {
        if (request.path().endsWith("/")) {
            return noRoute(List.of());
        }
        return routes.answer(
                request,
                (operation, arguments) -> operate(operation, request, arguments, caller),
                ThunderSimulation::noRoute);
    }

    private static Answer noRoute(List<String> methods) {
        return methods.isEmpty()
                ? Answer.of(404, "text/plain; charset=utf-8", "404 page not found\n")
                : Answer.of(405, "text/plain; charset=utf-8", "405 method not allowed\n")
                        .with("Allow", String.join(", ", methods));
    }

    private Answer operate(
            Operation operation, Request request, Map<String, String> arguments, @Nullable String caller) {
        boolean anonymous = operation.open() && request.header("Authorization") == null;
        if (caller == null && !anonymous) {
            throw Refusal.unauthorized();
        }
        requireInterval(operation, anonymous);
        return operation
                .handler()
                .apply(new Input(request, arguments, () -> Refusal.invalid("The body is not a JSON object")));
    }

    private void requireInterval(Operation operation, boolean anonymous) {
        if (settings.minimumInterval().isZero()) {
            return;
        }
        Duration wait = intervals.remaining(anonymous + " " + operation.endpoint(), settings.minimumInterval());
        if (!wait.isZero()) {
            // Parts of a second are written as such.
            String seconds = BigDecimal.valueOf(wait.toNanos(), 9)
                    .setScale(3, RoundingMode.CEILING)
                    .toPlainString();
            throw new Refusal(Refusal.error(429, "rate_limit_exceeded", "Too many requests")
                    .with("Retry-After", seconds));
        }
    }
}
