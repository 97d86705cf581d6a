package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.request.Schedule;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API that the service makes at set times. {@link #schedule()} reads when.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the job
 * @param instanceId the id of the instance that it is about
 * @param apiEndpoint the path that is called, such as {@code /api/v0/instances/reboot/42/}
 * @param frequency {@code HOURLY}, {@code DAILY} or {@code WEEKLY}, as sent
 * @param dayOfTheWeek 0 for Sunday to 6 for Saturday in UTC; null for every day
 * @param hourOfTheDay 0 to 23 in UTC; null for every hour
 * @param minuteOfTheHour 0 to 59, which the service chooses
 * @param startTime when the schedule begins
 * @param endTime when the schedule ends
 * @param requestMethod the HTTP method of the call
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record ScheduledJob(
        @JsonProperty("id") Long id,
        @JsonProperty("instance_id") @Nullable Long instanceId,
        @JsonProperty("api_endpoint") @Nullable String apiEndpoint,
        @JsonProperty("frequency") @Nullable String frequency,
        @JsonProperty("day_of_the_week") @Nullable Integer dayOfTheWeek,
        @JsonProperty("hour_of_the_day") @Nullable Integer hourOfTheDay,
        @JsonProperty("min_of_the_hour") @Nullable Integer minuteOfTheHour,
        @JsonProperty("start_time") @Nullable Instant startTime,
        @JsonProperty("end_time") @Nullable Instant endTime,
        @JsonProperty("request_method") @Nullable String requestMethod,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ScheduledJob fromJson(String json) {
        return Json.read(json, ScheduledJob.class);
    }

    /**
     * Reads the schedule, for a changed one to be made of it.
     *
     * @return the schedule; nothing if it is of a kind that this version does not know
     */
    public Optional<Schedule> schedule() {
        if (frequency == null) {
            return Optional.empty();
        }
        try {
            Schedule read = Schedule.parse(frequency, text(dayOfTheWeek), text(hourOfTheDay));
            Schedule begun = startTime == null ? read : read.from(startTime);
            return Optional.of(endTime == null ? begun : begun.until(endTime));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "*" : number.toString();
    }
}
