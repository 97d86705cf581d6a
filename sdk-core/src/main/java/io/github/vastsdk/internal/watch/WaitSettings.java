package io.github.vastsdk.internal.watch;

import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.InstancePhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a caller may set for waits.
 *
 * @param timeout the limit of the whole wait
 * @param limits the limits of phases
 * @param grace how long a failing state must last if the instance was not seen on its way
 * @param outage how long the list may be unreadable
 * @param interval the time between two looks
 * @param listeners told of each look
 */
public record WaitSettings(
        Duration timeout,
        Map<InstancePhase, Duration> limits,
        Duration grace,
        Duration outage,
        Duration interval,
        List<Consumer<WaitProgress>> listeners) {
    WaitSettings withTimeout(Duration limit) {
        return new WaitSettings(Args.positive(limit, "timeout"), limits, grace, outage, interval, listeners);
    }

    WaitSettings withLimit(InstancePhase phase, Duration limit) {
        Map<InstancePhase, Duration> copy = new EnumMap<>(limits);
        copy.put(Objects.requireNonNull(phase, "phase"), Args.positive(limit, "limit"));
        return new WaitSettings(timeout, Map.copyOf(copy), grace, outage, interval, listeners);
    }

    WaitSettings withGrace(Duration duration) {
        return new WaitSettings(timeout, limits, notNegative(duration, "grace"), outage, interval, listeners);
    }

    WaitSettings withOutage(Duration duration) {
        return new WaitSettings(timeout, limits, grace, notNegative(duration, "tolerateOutage"), interval, listeners);
    }

    WaitSettings withInterval(Duration changed) {
        if (Args.positive(changed, "pollInterval").compareTo(ListReading.SPACING) < 0) {
            throw new IllegalArgumentException("pollInterval must be at least one second: " + changed);
        }
        return new WaitSettings(timeout, limits, grace, outage, changed, listeners);
    }

    WaitSettings withListener(Consumer<WaitProgress> listener) {
        List<Consumer<WaitProgress>> copy = new ArrayList<>(listeners);
        copy.add(Objects.requireNonNull(listener, "listener"));
        return new WaitSettings(timeout, limits, grace, outage, interval, List.copyOf(copy));
    }

    private static Duration notNegative(Duration duration, String name) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative: " + duration);
        }
        return duration;
    }
}
