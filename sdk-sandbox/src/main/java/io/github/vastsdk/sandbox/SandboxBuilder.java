package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.MarketSettings;
import io.github.vastsdk.sandbox.internal.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Chooses how a {@link VastSandbox} behaves, and starts it. Whatever is not chosen keeps its default. */
public final class SandboxBuilder {
    private static final double CREDIT = 104.5;

    private long seed = 1;
    private int instances = 3;
    private InstantSource clock = SandboxClock.system();
    private double rateScale;
    private RateBody rateBody = RateBody.DOCUMENTED;
    private Duration lag = Duration.ZERO;
    private Duration taskDelay = Duration.ofMillis(200);
    private boolean showSecretValues;
    private boolean listDeletedSshKeys;
    private boolean newSshKeysJoinInstances = true;
    private int offers = 300;
    private List<String> customOffers = List.of();
    private int offerCap = 64;
    private Duration phase = Duration.ofMillis(600);
    private Duration destroyLag = Duration.ZERO;
    private double credit = Double.NaN;

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
     * Sets how long it takes until a key that was attached to an instance shows in the list of that instance's keys, and
     * until a new instance can be seen. The default is not at all.
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
     * Sets how long the work takes that a call only sets off: until the text of logs and of a constrained command can be
     * read at its {@code result_url}, and until a rented volume is available. The default is 200 milliseconds.
     *
     * @param duration how long, on the sandbox's clock: with a manual one nothing is ready until it is moved
     * @return this builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public SandboxBuilder taskDelay(Duration duration) {
        this.taskDelay = FaultParts.notNegative(duration);
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
     * Sets how many offers the market has. They are made up from the seed, with real GPUs at realistic prices; some are
     * rented by others. The default is 300.
     *
     * @param count 0 to 100,000
     * @return this builder
     * @throws IllegalArgumentException if the count is out of range
     */
    public SandboxBuilder offers(int count) {
        if (count < 0 || count > 100_000) {
            throw new IllegalArgumentException("0 to 100000 offers, not " + count);
        }
        this.offers = count;
        return this;
    }

    /**
     * Adds offers of which a test knows what they say. Each is a JSON object of the members that matter, named as the
     * service names them; the others are made up. A member that is given as null is null.
     *
     * <pre>{@code
     * builder.offers(0).offersFromJson(List.of("""
     *         {"id": 7, "gpu_name": "RTX 4090", "num_gpus": 2, "dph_total": 0.8, "geolocation": "Sweden, SE"}"""));
     * }</pre>
     *
     * <p>{@code dph_total} is the price with 8 GB of disk, which is what a search shows that does not say how much.
     *
     * @param offers the offers, in place of those given before
     * @return this builder
     * @throws IllegalArgumentException if one is not a JSON object, or its id is not a number
     */
    public SandboxBuilder offersFromJson(List<String> offers) {
        offers.forEach(MarketParts::requireOffer);
        this.customOffers = List.copyOf(offers);
        return this;
    }

    /**
     * Sets how many offers a search answers with at most, whatever limit it asks for. The default is 64, as the service
     * has been seen to do.
     *
     * @param count 1 or more
     * @return this builder
     * @throws IllegalArgumentException if the count is below 1
     */
    public SandboxBuilder offerCap(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a cap is 1 or more, not " + count);
        }
        this.offerCap = count;
        return this;
    }

    /**
     * Sets how long an instance takes for each step of its life, on the sandbox's clock. A new one has no status, then is
     * created, then loading, and after three steps it runs. A start takes two: the old state is reported for one more
     * step, then it loads; a reboot likewise. A stop takes one. The default is 0.6 seconds.
     *
     * @param step how long, zero for at once
     * @return this builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public SandboxBuilder lifecycle(Duration step) {
        this.phase = FaultParts.notNegative(step);
        return this;
    }

    /**
     * Sets how long a destroyed instance is still shown. The default is not at all.
     *
     * @param duration how long, on the sandbox's clock
     * @return this builder
     * @throws IllegalArgumentException if the duration is negative
     */
    public SandboxBuilder destroyLag(Duration duration) {
        this.destroyLag = FaultParts.notNegative(duration);
        return this;
    }

    /**
     * Sets what the account has to spend. Once a minute it is charged for what was in use: a running instance costs
     * {@code dph_total} per hour, any other one its disk. When nothing is left, every instance is stopped. The default is
     * 104.5, and as much again for every further three instances that the account starts with.
     *
     * @param dollars the credit; 0 or less for an account that cannot rent
     * @return this builder
     * @throws IllegalArgumentException if it is not a finite number
     */
    public SandboxBuilder credit(double dollars) {
        if (!Double.isFinite(dollars)) {
            throw new IllegalArgumentException("a credit is a number of dollars, not " + dollars);
        }
        this.credit = dollars;
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
                taskDelay,
                showSecretValues,
                listDeletedSshKeys,
                newSshKeysJoinInstances,
                new MarketSettings(offers, customOffers, offerCap, phase, destroyLag, credit())));
    }

    private double credit() {
        return Double.isNaN(credit) ? CREDIT * Math.max(1, (instances + 2) / 3) : credit;
    }
}
