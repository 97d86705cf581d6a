package io.github.vastsdk;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operation sends: one row of {@link OperationsWireTest}.
 *
 * @param name the name of the row
 * @param call builds the call
 * @param answer what the service says, with single quotes
 * @param method the HTTP method
 * @param path the path as sent
 * @param query the query, decoded, with single quotes
 * @param body the body with single quotes; null for none
 */
record Sends(
        String name,
        Function<VastClient, Call<?>> call,
        String answer,
        String method,
        String path,
        Map<String, String> query,
        @Nullable String body) {
    static final String OK = "{'success': true, 'msg': 'ok', 'id': 1}";

    /** Makes a row for an operation without a query. */
    static Sends sends(
            String name, Function<VastClient, Call<?>> call, String answer, String line, @Nullable String body) {
        String[] parts = line.split(" ", 2);
        return new Sends(name, call, answer, parts[0], parts[1], Map.of(), body);
    }

    @Override
    public String toString() {
        return name;
    }
}
