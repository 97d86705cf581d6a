package io.github.vastsdk.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer, read in one streaming pass: of {@code {"instances": […], "next_token", "total_instances"}},
 * and of a bare array.
 *
 * <p>A single read of an instance has the same member {@code instances}, with one object, or with null if there
 * is no such instance; an empty object, which also means none, becomes a row without an id.
 *
 * @param rows the rows in the order sent, without nulls
 * @param nextToken what asks for the next page; null at the end, where the service sends null or an empty text
 * @param total the number of rows on all pages, if the answer holds it
 * @param <T> what a row is
 */
public record Rows<T>(List<T> rows, @Nullable String nextToken, @Nullable Long total) {
    /**
     * Reads an answer.
     *
     * @param body the answer; closed
     * @param members the names under which the rows may stand; a total is {@code total_} and such a name,
     *     {@code total} or {@code count}
     * @param type what a row is
     * @param <T> what a row is
     * @return the rows
     * @throws Refusals.Refused if the answer says {@code success: false}
     * @throws IOException if the answer is no JSON, has no such member, or a row does not fit the type
     */
    static <T> Rows<T> read(InputStream body, Class<T> type, String... members) throws IOException {
        ObjectReader reader = Json.reader(type);
        try (JsonParser in = Json.parser(body)) {
            JsonToken first = in.nextToken();
            if (first == JsonToken.START_ARRAY) {
                return new Rows<>(rows(in, reader, type), null, null);
            }
            if (first != JsonToken.START_OBJECT) {
                throw JsonMappingException.from(in, "the answer is neither an object nor an array");
            }
            Set<String> holders = Set.of(members);
            List<T> rows = null;
            String nextToken = null;
            Long total = null;
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                if (holders.contains(name)) {
                    rows = rows(in, reader, type);
                } else if (name.equals("success") && in.currentToken() == JsonToken.VALUE_FALSE) {
                    throw new Refusals.Refused();
                } else if (name.equals("next_token")) {
                    String token = in.getValueAsString();
                    nextToken = token == null || token.isBlank() ? null : token;
                } else if (isTotal(name, holders)) {
                    total = Json.reader(Long.class).readValue(in);
                } else {
                    in.skipChildren();
                }
            }
            if (rows == null) {
                throw JsonMappingException.from(in, "the answer has no member " + String.join(" or ", members));
            }
            if (rows.isEmpty() && nextToken == null && total != null && total > 0) {
                throw JsonMappingException.from(in, "the answer counts " + total + " rows and holds none");
            }
            return new Rows<>(rows, nextToken, total);
        }
    }

    private static boolean isTotal(String name, Set<String> holders) {
        return name.equals("total")
                || name.equals("count")
                || (name.startsWith("total_") && holders.contains(name.substring("total_".length())));
    }

    private static <T> List<T> rows(JsonParser in, ObjectReader reader, Class<T> type) throws IOException {
        List<T> rows = new ArrayList<>();
        if (in.currentToken() == JsonToken.START_ARRAY) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                add(in, reader, type, rows);
            }
        } else {
            add(in, reader, type, rows);
        }
        return List.copyOf(rows);
    }

    private static <T> void add(JsonParser in, ObjectReader reader, Class<T> type, List<T> rows) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NULL) {
            rows.add(type.cast(reader.readValue(in)));
        }
    }
}
