package io.github.vastsdk.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.vastsdk.Reply;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Reads an answer: the value of a success, or the exception that a failure deserves. */
final class AnswerReader {
    /** How much of a failed answer is looked at. */
    private static final int HEAD = 64 * 1024;
    /** How much of it an exception may show. */
    private static final int EXCERPT = 8 * 1024;

    private static final int LINE = 300;

    private AnswerReader() {}

    static <T> Reply<T> read(
            Operation<T> operation, OperationKind kind, CallContext call, HttpResponse<?> response, Payload payload) {
        int status = response.statusCode();
        Map<String, List<String>> headers = response.headers().map();
        if (status < 200 || status > 299) {
            ApiException refused = kind.refused(call, status, headers, payload.head(HEAD));
            return reply(call, status, headers, instead(operation, refused), payload);
        }
        T value;
        try {
            value = operation.shape().read(payload);
        } catch (Refusals.Absent e) {
            throw e.exception(call, status, Redactor.text(payload.head(HEAD), EXCERPT), Redactor.headers(headers));
        } catch (Refusals.OtherInstance e) {
            throw e.exception(call);
        } catch (Refusals.Refused e) {
            value = instead(operation, kind.refused(call, status, headers, payload.head(HEAD)));
        } catch (OwnFailure e) {
            throw e; // not about the answer
        } catch (IOException | RuntimeException e) {
            // What was expected is missing or looks different: perhaps because the answer is an error.
            if (Refusals.carriesError(tree(payload.head(HEAD)))) {
                throw kind.refused(call, status, headers, payload.head(HEAD));
            }
            throw unreadable(call, status, payload, e);
        }
        return reply(call, status, headers, value, payload);
    }

    private static <T> T instead(Operation<T> operation, ApiException refused) {
        T value = operation.recovery().apply(refused);
        if (value == null) {
            throw refused;
        }
        return value;
    }

    private static <T> Reply<T> reply(
            CallContext call, int status, Map<String, List<String>> headers, T value, Payload payload) {
        return new Reply<>(status, headers, value, () -> json(payload), call.attempts(), call.elapsed());
    }

    private static ResponseFormatException unreadable(CallContext call, int status, Payload payload, Exception cause) {
        String what = payload.isEmpty() ? "it is empty" : Redactor.line(describe(cause), LINE);
        return new ResponseFormatException(call, status, what, Redactor.text(payload.head(HEAD), EXCERPT), null);
    }

    private static String describe(Exception cause) {
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static JsonNode tree(byte[] head) {
        try {
            return Json.tree(head);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode json(Payload payload) {
        try (InputStream in = payload.open()) {
            return Json.tree(in);
        } catch (IOException e) {
            throw new IllegalStateException("The answer cannot be read again", e);
        }
    }
}
