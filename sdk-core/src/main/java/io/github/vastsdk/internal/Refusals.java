package io.github.vastsdk.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ErrorResponse;
import io.github.vastsdk.error.WrongInstanceException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Recognises answers with a 2xx status that say that the operation failed. */
public final class Refusals {
    private Refusals() {}

    /** Tells whether an answer says {@code success: false}, in any of the ways it is written. */
    static boolean isRefusal(JsonNode json) {
        JsonNode success = json.path("success");
        return (success.isBoolean() && !success.booleanValue())
                || (success.isInt() && success.intValue() == 0)
                || (success.isTextual() && success.textValue().equalsIgnoreCase("false"))
                || json.path("status").asText("").equals("failure");
    }

    /** Tells the same of one member of an answer that is read as a stream. */
    static boolean isRefusal(String name, JsonParser value) throws IOException {
        return switch (value.currentToken()) {
            case VALUE_FALSE -> name.equals("success");
            case VALUE_NUMBER_INT -> name.equals("success") && value.getLongValue() == 0;
            case VALUE_STRING ->
                name.equals("success")
                        ? value.getText().equalsIgnoreCase("false")
                        : name.equals("status") && value.getText().equals("failure");
            default -> false;
        };
    }

    /**
     * Tells whether an answer that lacks what was expected carries an error instead, without a {@code success} member.
     */
    static boolean carriesError(JsonNode json) {
        return isRefusal(json)
                || json.path("error").isTextual()
                || json.path("error_msg").isTextual();
    }

    /** Makes the exception for something that does not exist. */
    @FunctionalInterface
    public interface Thrower {
        /** Makes the exception. */
        ApiException of(CallContext call, ErrorResponse response);
    }

    /** Thrown by a shape when the answer says that there is no such thing. */
    static final class Absent extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient Thrower thrower;
        private final transient ErrorCode code;
        private final String detail;

        Absent(Thrower thrower, ErrorCode code) {
            this(thrower, code, "the answer is empty");
        }

        Absent(Thrower thrower, ErrorCode code, String detail) {
            super("there is no such thing");
            this.thrower = thrower;
            this.code = code;
            this.detail = detail;
        }

        ApiException exception(CallContext call, int status, String body, Map<String, List<String>> headers) {
            return thrower.of(call, new ErrorResponse(status, code, detail, body, headers));
        }
    }

    /** Thrown by a shape when the answer is about another instance than the one that was named. */
    static final class OtherInstance extends IOException {
        private static final long serialVersionUID = 1L;
        private static final int LONGEST_ID = 200;

        private final String named;
        private final String touched;

        OtherInstance(String named, String touched) {
            super("the answer is about another instance");
            this.named = named;
            this.touched = touched;
        }

        WrongInstanceException exception(CallContext call) {
            return new WrongInstanceException(call, named, Redactor.line(touched, LONGEST_ID));
        }
    }

    /** Thrown by a shape when the answer is a refusal. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super("the service refused");
        }
    }
}
