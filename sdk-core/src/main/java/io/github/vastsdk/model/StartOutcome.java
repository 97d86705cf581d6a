package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for a start: the instance starts, or the start waits for GPUs that others use. <strong>A start that
 * waits may begin later, and costs money from then on</strong>; stopping the instance takes it out of the queue.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param success whether the service calls it a success; null if the answer does not say. It says no to a start that waits
 * @param msg what the service says about it
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record StartOutcome(
        @JsonProperty("success") @Nullable Boolean success,
        @JsonProperty("msg") @Nullable String msg,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
    private static final Pattern QUEUED = Pattern.compile("\\bqueued\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static StartOutcome fromJson(String json) {
        return Json.read(json, StartOutcome.class);
    }

    /**
     * Tells whether the start waits for GPUs. The service has no code for it, so its words decide.
     *
     * @return true if the instance stays stopped until the GPUs are free
     */
    public boolean isQueued() {
        return msg != null && QUEUED.matcher(msg).find();
    }

    /** Shows which of the two it is, and the service's words. */
    @Override
    public String toString() {
        return (isQueued() ? "queued" : "starting") + (msg == null ? "" : ": " + msg);
    }
}
