package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.thunder.ThunderSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** Chooses how a {@link ThunderSandbox} behaves, and starts it. Whatever is not chosen keeps its default. */
public final class ThunderSandboxBuilder {
    private long seed = 1;
    private int instances = 2;
    private InstantSource clock = SandboxClock.system();
    private Duration lag = Duration.ZERO;
    private Duration step = Duration.ofMillis(600);
    private Duration deleteLag = Duration.ZERO;
    private boolean looseTypes;
    private Duration minimumInterval = Duration.ZERO;

    ThunderSandboxBuilder() {}

    /**
     * Sets what ids, keys and addresses are drawn from: the same seed and the same calls give the same ones. Time stamps
     * come from the clock. The default is 1.
     *
     * @param value the seed
     * @return this builder
     */
    public ThunderSandboxBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /**
     * Sets how many instances the account starts with, all of them running. The default is 2.
     *
     * @param count 0 to 10,000
     * @return this builder
     * @throws IllegalArgumentException if the count is out of range
     */
    public ThunderSandboxBuilder instances(int count) {
        if (count < 0 || count > 10_000) {
            throw new IllegalArgumentException("0 to 10000 instances, not " + count);
        }
        this.instances = count;
        return this;
    }

    /**
     * Sets the clock of lags, of the lives of instances and of time stamps. The default is the computer's.
     *
     * @param source the clock, {@link SandboxClock#manual()} or any other
     * @return this builder
     */
    public ThunderSandboxBuilder clock(InstantSource source) {
        this.clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /**
     * Sets how far the list of instances is behind: a new instance is not in it at first, and a changed one is shown as
     * it was before, though it may be running already. What an instance's status is, the list always knows. The default
     * is not at all.
     *
     * @param duration how long, on the sandbox's clock
     * @return this builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public ThunderSandboxBuilder consistencyLag(Duration duration) {
        this.lag = FaultParts.notNegative(duration);
        return this;
    }

    /**
     * Sets how long an instance takes for each step of its life, on the sandbox's clock. A new one is {@code UNKNOWN},
     * then {@code PROVISIONING} (from a snapshot {@code RESTORING}), then {@code STARTING}, and after three steps it is
     * {@code RUNNING}. A modification takes one step and so does a snapshot. The default is 0.6 seconds.
     *
     * @param step how long, zero for at once
     * @return this builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public ThunderSandboxBuilder lifecycle(Duration step) {
        this.step = FaultParts.notNegative(step);
        return this;
    }

    /**
     * Sets how long a deleted instance is still there, as {@code DELETING}. Only when it is gone do the instances behind
     * it move up. The default is not at all.
     *
     * @param duration how long, on the sandbox's clock
     * @return this builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public ThunderSandboxBuilder deleteLag(Duration duration) {
        this.deleteLag = FaultParts.notNegative(duration);
        return this;
    }

    /**
     * Lets the rows of the list differ in the type of {@code cpuCores} and {@code numGpus}: of three instances one shows
     * texts, one numbers and one null. By default all are texts, as documented.
     *
     * @param loose whether they differ
     * @return this builder
     */
    public ThunderSandboxBuilder looseTypes(boolean loose) {
        this.looseTypes = loose;
        return this;
    }

    /**
     * Lets a call that comes too early after the last accepted one of the same operation be refused with 429 and
     * {@code Retry-After} in seconds and parts of them. The service documents no such limit; by default there is none.
     *
     * @param interval the time that must pass, on the sandbox's clock; zero for none
     * @return this builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public ThunderSandboxBuilder minimumInterval(Duration interval) {
        this.minimumInterval = FaultParts.notNegative(interval);
        return this;
    }

    /**
     * Starts a sandbox. Each one has an account of its own.
     *
     * @return the running sandbox
     * @throws java.io.UncheckedIOException if no port can be had on 127.0.0.1
     */
    public ThunderSandbox start() {
        return ThunderSandbox.start(
                new ThunderSettings(seed, instances, clock, lag, step, deleteLag, looseTypes, minimumInterval));
    }
}
