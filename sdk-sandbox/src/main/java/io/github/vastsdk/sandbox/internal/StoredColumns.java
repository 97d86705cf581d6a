package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.http.Answer;
import java.util.Set;
import java.util.function.Function;

/**
 * The columns of a list that are stored, and so can be filtered and sorted by; the others are computed.
 *
 * @param names their names
 * @param refusal makes the answer to a question about another one, from what is wrong
 */
record StoredColumns(Set<String> names, Function<String, Answer> refusal) {
    Refusal invalid(String why) {
        return new Refusal(refusal.apply("Error in query parameters: " + why));
    }

    /** Refuses a column that can be neither filtered nor sorted by. */
    void require(String column) {
        if (!names.contains(column)) {
            throw invalid(column + " is not a valid search key");
        }
    }
}
