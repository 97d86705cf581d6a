package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.vastsdk.Reply;
import java.time.Duration;
import java.util.List;

/** Puts together what the several requests of one call were answered. */
final class Replies {
    private Replies() {}

    /** Makes one reply: status and headers of the last, the JSON of all, attempts and times added up. */
    static <C, R> Reply<R> together(List<Reply<C>> replies, R value) {
        Reply<C> last = replies.get(replies.size() - 1);
        return new Reply<>(
                last.status(),
                last.headers(),
                value,
                () -> json(replies.stream().map(Reply::json).toList()),
                replies.stream().mapToInt(Reply::attempts).sum(),
                replies.stream().map(Reply::elapsed).reduce(Duration.ZERO, Duration::plus));
    }

    /** Gives the JSON of the one answer, or an array of what the several hold. */
    static JsonNode json(List<JsonNode> answers) {
        return answers.size() == 1
                ? answers.get(0)
                : JsonNodeFactory.instance.arrayNode().addAll(answers);
    }
}
