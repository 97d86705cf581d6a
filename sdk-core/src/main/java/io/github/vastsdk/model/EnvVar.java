package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;

/**
 * An environment variable that the account adds to each new instance.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param name the name, in upper case as the service keeps it
 * @param value the value, which the service usually masks
 */
public record EnvVar(@JsonProperty("name") @JsonAlias("key") String name, @JsonProperty("value") Secret value) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static EnvVar fromJson(String json) {
        return Json.read(json, EnvVar.class);
    }

    /**
     * Tells whether the service masked the value.
     *
     * @return true if the value is nothing but asterisks
     */
    public boolean isMasked() {
        String text = value.reveal();
        return !text.isEmpty() && text.chars().allMatch(c -> c == '*');
    }
}
