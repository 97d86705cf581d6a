package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** Chooses how a {@link VastSandbox} behaves, and starts it. Whatever is not chosen keeps its default. */
public final class SandboxBuilder {
    private long seed = 1;
    private int instances = 3;
    private InstantSource clock = SandboxClock.system();
    private double rateScale;
    private RateBody rateBody = RateBody.DOCUMENTED;
    private Duration lag = Duration.ZERO;
    private boolean showSecretValues;
    private boolean listDeletedSshKeys;
    private boolean newSshKeysJoinInstances = true;

    SandboxBuilder() {}

    /**
     * Sets what ids, keys and instances are drawn from: the same seed and the same calls give the same ones. Time stamps
     * come from the clock. The default is 1.
     *
     * @param value the seed
     * @return this builder
     */
    public SandboxBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /**
     * Sets how many instances the account starts with. Every third is stopped. The default is 3; more than 25 take
     * several pages to list.
     *
     * @param count 0 to 100,000
     * @return this builder
     * @throws IllegalArgumentException if the count is out of range
     */
    public SandboxBuilder instances(int count) {
        if (count < 0 || count > 100_000) {
            throw new IllegalArgumentException("0 to 100000 instances, not " + count);
        }
        this.instances = count;
        return this;
    }

    /**
     * Sets the clock of minimum intervals, lags and time stamps. The default is the computer's.
     *
     * @param source the clock, {@link SandboxClock#manual()} or any other
     * @return this builder
     */
    public SandboxBuilder clock(InstantSource source) {
        this.clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /**
     * Switches the minimum intervals on. Each operation for which the service documents one then refuses a call with 429
     * that comes too early after the last accepted one with the same key. The answer names the interval that is really
     * enforced, in seconds: the documented one times this scale.
     *
     * @param scale 1 for the documented intervals, 0.01 for a hundredth, 0 for none, which is the default
     * @return this builder
     * @throws IllegalArgumentException if the scale is negative or not finite
     */
    public SandboxBuilder rateScale(double scale) {
        if (!(scale >= 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("a scale is 0 or more, not " + scale);
        }
        this.rateScale = scale;
        return this;
    }

    /**
     * Sets the form of every 429. The default is the one that is documented for the operation.
     *
     * @param form the form
     * @return this builder
     */
    public SandboxBuilder rateBody(RateBody form) {
        this.rateBody = Objects.requireNonNull(form, "form");
        return this;
    }

    /**
     * Sets how long it takes until a key that was attached to an instance shows in the list of that instance's keys. The
     * default is not at all.
     *
     * @param duration how long, on the sandbox's clock
     * @return this builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public SandboxBuilder consistencyLag(Duration duration) {
        this.lag = FaultParts.notNegative(duration);
        return this;
    }

    /**
     * Lists the values of environment variables as they are. By default they are masked with {@code ****}, as the service
     * does.
     *
     * @param show whether to show them
     * @return this builder
     */
    public SandboxBuilder showSecretValues(boolean show) {
        this.showSecretValues = show;
        return this;
    }

    /**
     * Keeps deleted SSH keys in the list, marked with {@code deleted_at}, as the service does at times. By default they
     * are left out.
     *
     * @param list whether to list them
     * @return this builder
     */
    public SandboxBuilder listDeletedSshKeys(boolean list) {
        this.listDeletedSshKeys = list;
        return this;
    }

    /**
     * Chooses between two statements of the service's documentation. By default a new SSH key of the account is also put
     * on every instance that exists, as the API reference says; a guide says that only later instances get it.
     *
     * @param join whether existing instances get the key
     * @return this builder
     */
    public SandboxBuilder newSshKeysJoinInstances(boolean join) {
        this.newSshKeysJoinInstances = join;
        return this;
    }

    /**
     * Starts a sandbox. Each one has an account of its own.
     *
     * @return the running sandbox
     * @throws java.io.UncheckedIOException if no port can be had on 127.0.0.1
     */
    public VastSandbox start() {
        return VastSandbox.start(new Settings(
                seed,
                instances,
                clock,
                rateScale,
                rateBody.form(),
                lag,
                showSecretValues,
                listDeletedSshKeys,
                newSshKeysJoinInstances));
    }
}
