package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.internal.service.Input;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads members of a request's body, and refuses those of another type. */
final class Body {
    private Body() {}

    /** Gives a text; null when it is absent or empty, which is the same to the service. */
    static @Nullable String text(Input input, String name) {
        JsonNode value = input.member(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw Refusal.invalid(name + " must be a string");
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    static String requireText(Input input, String name) {
        return require(text(input, name), name);
    }

    /** Gives a whole number; null when it is absent. */
    static @Nullable Integer integer(Input input, String name) {
        JsonNode value = input.member(name);
        return value == null ? null : (Integer) integer(value, name);
    }

    static int requireInteger(Input input, String name) {
        return require(integer(input, name), name);
    }

    /** Gives a list of whole numbers, empty when it is absent. */
    static List<Integer> integers(Input input, String name) {
        JsonNode value = input.member(name);
        if (value != null && !value.isArray()) {
            throw Refusal.invalid(name + " must be a list of integers");
        }
        List<Integer> numbers = new ArrayList<>();
        if (value != null) {
            value.forEach(item -> numbers.add(integer(item, name)));
        }
        return numbers;
    }

    private static int integer(JsonNode value, String name) {
        if (!value.isInt()) {
            throw Refusal.invalid(name + " must be an integer");
        }
        return value.intValue();
    }

    private static <T> T require(@Nullable T value, String name) {
        if (value == null) {
            throw Refusal.invalid(name + " is required");
        }
        return value;
    }
}
