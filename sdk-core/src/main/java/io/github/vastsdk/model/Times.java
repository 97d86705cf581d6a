package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an instance or offer starts and ends.
 *
 * @param startDate when the contract started
 * @param endDate when the contract ends
 * @param uptimeMins how long the container has run, in minutes; null unless running
 * @param remaining how long the contract lasts from now on
 * @param timeRemaining the remaining time in words
 * @param timeRemainingIsBid the remaining time in words, for an interruptible instance
 * @param clientRunTime the run time of the renter, as sent; the service names no unit
 * @param hostRunTime the run time of the host, as sent; the service names no unit
 */
public record Times(
        @JsonProperty("start_date") @Nullable Instant startDate,
        @JsonProperty("end_date") @Nullable Instant endDate,
        @JsonProperty("uptime_mins") @Nullable Double uptimeMins,
        @JsonProperty("duration") @Nullable Duration remaining,
        @JsonProperty("time_remaining") @Nullable String timeRemaining,
        @JsonProperty("time_remaining_isbid") @Nullable String timeRemainingIsBid,
        @JsonProperty("client_run_time") @Nullable Double clientRunTime,
        @JsonProperty("host_run_time") @Nullable Double hostRunTime) {
    /** Shows the end, such as {@code until 2026-01-01T00:00:00Z}. */
    @Override
    public String toString() {
        return endDate == null ? "" : "until " + endDate;
    }
}
