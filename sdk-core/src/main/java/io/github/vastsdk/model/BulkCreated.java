package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The answer to renting several offers at once. The service documents nothing of it, so this holds what it said, and the
 * ids that could be found there. <strong>An offer without an id here may have been rented all the same</strong>; list the
 * instances by their label to be sure.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param instanceIds the ids of the new instances, from every member {@code new_contract}; they cost money from now on
 * @param answers what the service said, one answer for each request; it may hold secrets
 */
public record BulkCreated(List<Long> instanceIds, List<JsonNode> answers) {
    private static final Set<String> ID_MEMBERS = Set.of("new_contract", "new_contracts");

    /**
     * Copies the lists.
     *
     * @param instanceIds the ids of the new instances
     * @param answers what the service said
     */
    public BulkCreated {
        instanceIds = List.copyOf(instanceIds);
        answers = List.copyOf(answers);
    }

    /**
     * Reads the answer to one request, for tests and stored answers.
     *
     * @param json a JSON object, or an array of them
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static BulkCreated fromJson(String json) {
        return of(Json.read(json, JsonNode.class));
    }

    /**
     * Reads the answer to one request.
     *
     * @param answer an object, or an array of them
     * @return the record
     * @throws IllegalArgumentException if it is no such thing
     */
    public static BulkCreated of(JsonNode answer) {
        for (JsonNode one : answer.isArray() ? answer : List.of(answer)) {
            if (!one.isObject()) {
                throw new IllegalArgumentException("an object was expected, not " + one.getNodeType());
            }
        }
        Set<Long> ids = new LinkedHashSet<>();
        collect(answer, ids);
        return new BulkCreated(List.copyOf(ids), List.of(answer));
    }

    /**
     * Puts the answers to several requests together.
     *
     * @param parts the answers; may be none
     * @return one record of all
     */
    public static BulkCreated ofAll(List<BulkCreated> parts) {
        return new BulkCreated(
                parts.stream().flatMap(part -> part.instanceIds.stream()).toList(),
                parts.stream().flatMap(part -> part.answers.stream()).toList());
    }

    private static void collect(JsonNode json, Set<Long> ids) {
        json.properties().forEach(member -> {
            if (ID_MEMBERS.contains(member.getKey())) {
                ids.addAll(numbers(member.getValue()));
            }
        });
        json.forEach(child -> collect(child, ids));
    }

    private static List<Long> numbers(JsonNode value) {
        List<Long> numbers = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(one -> {
            if (one.asLong() > 0) {
                numbers.add(one.asLong()); // a text of digits counts as a number
            }
        });
        return numbers;
    }

    @JsonValue
    List<JsonNode> toJson() {
        return answers;
    }

    /** Shows the ids, and nothing of the answers. */
    @Override
    public String toString() {
        return "BulkCreated[instanceIds=" + instanceIds + ", answers=" + answers.size() + "]";
    }
}
