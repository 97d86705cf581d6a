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
import java.util.function.Consumer;
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
 * @param named whether the rows stand in an array under their name, so that none means none
 * @param <T> what a row is
 */
public record Rows<T>(List<T> rows, @Nullable String nextToken, @Nullable Long total, boolean named) {
    /**
     * What stands around the rows of an answer.
     *
     * @param nextToken as above
     * @param total as above
     * @param truncated whether the service says that it left rows out; null if it says nothing
     * @param named as above
     */
    record Envelope(@Nullable String nextToken, @Nullable Long total, @Nullable Boolean truncated, boolean named) {}

    /**
     * Reads an answer.
     *
     * @param body the answer; closed
     * @param members the names under which the rows may stand; a total is {@code total_} and such a name,
     *     {@code total} or {@code count}
     * @param type what a row is
     * @param <T> what a row is
     * @return the rows
     * @throws Refusals.Refused if the answer says {@code success: false}, or has an error and no row
     * @throws IOException if the answer is no JSON, has no such member, or a row does not fit the type
     */
    static <T> Rows<T> read(InputStream body, Class<T> type, String... members) throws IOException {
        List<T> rows = new ArrayList<>();
        Envelope rest = each(body, type, rows::add, members);
        return new Rows<>(List.copyOf(rows), rest.nextToken(), rest.total(), rest.named());
    }

    /**
     * Reads an answer and hands over each row when it is read: also those of an answer that turns out to be a refusal
     * or to be unreadable further on.
     *
     * @param sink takes the rows in the order sent, without nulls
     * @return what stands around the rows
     * @throws IOException as for {@link #read}
     */
    static <T> Envelope each(InputStream body, Class<T> type, Consumer<? super T> sink, String... members)
            throws IOException {
        ObjectReader reader = Json.reader(type);
        try (JsonParser in = Json.parser(body)) {
            JsonToken first = in.nextToken();
            if (first == JsonToken.START_ARRAY) {
                rows(in, reader, type, sink);
                return new Envelope(null, null, null, false);
            }
            if (first != JsonToken.START_OBJECT) {
                String wanted = members.length == 0 ? "no array" : "neither an object nor an array";
                throw JsonMappingException.from(in, "the answer is " + wanted);
            }
            Set<String> holders = Set.of(members);
            long rows = -1;
            String nextToken = null;
            Long total = null;
            Boolean truncated = null;
            boolean error = false;
            boolean named = false;
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                if (holders.contains(name)) {
                    named = in.currentToken() == JsonToken.START_ARRAY;
                    rows = rows(in, reader, type, sink);
                } else if (Refusals.isRefusal(name, in)) {
                    throw new Refusals.Refused();
                } else if (name.equals("next_token")) {
                    String token = in.getValueAsString();
                    nextToken = token == null || token.isBlank() ? null : token;
                } else if (name.equals("truncated") && in.currentToken().isBoolean()) {
                    truncated = in.getBooleanValue();
                } else if ((name.equals("error") || name.equals("error_msg"))
                        && in.currentToken() == JsonToken.VALUE_STRING) {
                    error |= !in.getText().isBlank();
                } else if (isTotal(name, holders)) {
                    total = Json.reader(Long.class).readValue(in);
                } else {
                    in.skipChildren();
                }
            }
            if (rows < 0) {
                String wanted = members.length == 0 ? "is no array" : "has no member " + String.join(" or ", members);
                throw JsonMappingException.from(in, "the answer " + wanted);
            }
            if (rows == 0 && error) {
                throw new Refusals.Refused();
            }
            if (rows == 0 && nextToken == null && total != null && total > 0) {
                throw JsonMappingException.from(in, "the answer counts " + total + " rows and holds none");
            }
            return new Envelope(nextToken, total, truncated, named);
        }
    }

    private static boolean isTotal(String name, Set<String> holders) {
        return name.equals("total")
                || name.equals("count")
                || (name.startsWith("total_") && holders.contains(name.substring("total_".length())));
    }

    private static <T> long rows(JsonParser in, ObjectReader reader, Class<T> type, Consumer<? super T> sink)
            throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            return row(in, reader, type, sink);
        }
        long rows = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            rows += row(in, reader, type, sink);
        }
        return rows;
    }

    private static <T> int row(JsonParser in, ObjectReader reader, Class<T> type, Consumer<? super T> sink)
            throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return 0;
        }
        sink.accept(type.cast(reader.readValue(in)));
        return 1;
    }
}
