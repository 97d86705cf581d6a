package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain answer of an operation that only says whether it worked.
 * <p>Some operations answer with a bare text instead of an object; it becomes {@link #msg()}.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param success whether it worked; null if the answer does not say
 * @param msg what the service says about it
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record Ack(
        @JsonProperty("success") @Nullable Boolean success,
        @JsonProperty("msg") @JsonAlias("message") @Nullable String msg,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static Ack fromJson(String json) {
        return Json.read(json, Ack.class);
    }

    /** Reads an answer that is a bare text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Ack ofText(String text) {
        return new Ack(null, text, Map.of());
    }
}
