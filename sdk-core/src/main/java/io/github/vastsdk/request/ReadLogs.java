package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which logs of an instance to read. What is not set is not sent. */
public final class ReadLogs {
    /** How long to look for the logs unless something else is set: 60 seconds. */
    public static final Duration DEFAULT_WITHIN = Duration.ofSeconds(60);

    private final @Nullable Integer tail;
    private final @Nullable String filter;
    private final boolean daemonLogs;
    private final Duration within;

    private ReadLogs(Builder builder) {
        this.tail = builder.tail;
        this.filter = builder.filter;
        this.daemonLogs = builder.daemonLogs;
        this.within = builder.within;
    }

    /**
     * Starts a request for all logs of the container.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns how many lines to read.
     *
     * @return the number of last lines; null for what the service gives
     */
    public @Nullable Integer tail() {
        return tail;
    }

    /**
     * Returns what the lines must contain.
     *
     * @return a pattern for grep; null for all lines
     */
    public @Nullable String filter() {
        return filter;
    }

    /**
     * Tells whose logs to read.
     *
     * @return true for the host's daemon, false for the container
     */
    public boolean daemonLogs() {
        return daemonLogs;
    }

    /**
     * Returns how long to look for the logs.
     *
     * @return a positive duration
     */
    public Duration within() {
        return within;
    }

    /** Collects what to read. */
    public static final class Builder {
        private @Nullable Integer tail;
        private @Nullable String filter;
        private boolean daemonLogs;
        private Duration within = DEFAULT_WITHIN;

        private Builder() {}

        /**
         * Reads the last lines only.
         *
         * @param lines how many, 1 or more
         * @return this builder
         * @throws IllegalArgumentException if the number is not positive
         */
        public Builder tail(int lines) {
            if (lines < 1) {
                throw new IllegalArgumentException("tail must be positive: " + lines);
            }
            tail = lines;
            return this;
        }

        /**
         * Reads matching lines only.
         *
         * @param pattern what the service hands to grep
         * @return this builder
         */
        public Builder filter(String pattern) {
            filter = Objects.requireNonNull(pattern, "pattern");
            return this;
        }

        /**
         * Reads the logs of the host's daemon, which pulls images and starts containers, instead of the container's.
         *
         * @return this builder
         */
        public Builder daemonLogs() {
            daemonLogs = true;
            return this;
        }

        /**
         * Sets how long to look for the logs once the service has accepted the request; they appear after seconds. An
         * attempt to fetch them that is under way at the end gets up to 15 seconds more. The deadline of the call ends
         * everything.
         *
         * @param limit a positive duration
         * @return this builder
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder within(Duration limit) {
            within = Args.positive(limit, "within");
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         */
        public ReadLogs build() {
            return new ReadLogs(this);
        }
    }
}
