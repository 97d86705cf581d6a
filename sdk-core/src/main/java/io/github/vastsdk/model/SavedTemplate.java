package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to creating or editing a template. Both ids are in it: {@link #id()}, which stays, and {@link #hashId()},
 * which is another one after each edit.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param template what the service says of the template: its ids and its name, perhaps more
 * @param success whether it worked; null if the answer does not say
 * @param msg what the service says about it, such as whether the template is new or one with these contents existed
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record SavedTemplate(
        @JsonProperty("template") @Nullable Template template,
        @JsonProperty("success") @Nullable Boolean success,
        @JsonProperty("msg") @Nullable String msg,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static SavedTemplate fromJson(String json) {
        return Json.read(json, SavedTemplate.class);
    }

    /**
     * Returns the numeric id.
     *
     * @return the id, which edits do not change; null if the answer does not hold it
     */
    public @Nullable Long id() {
        return template == null ? null : template.id();
    }

    /**
     * Returns the id that is made of the contents.
     *
     * @return the id until the next edit; null if the answer does not hold it
     */
    public @Nullable String hashId() {
        return template == null ? null : template.hashId();
    }
}
