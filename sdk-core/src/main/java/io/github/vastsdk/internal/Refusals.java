package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ErrorResponse;
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

        Absent(Thrower thrower, ErrorCode code) {
            super("there is no such thing");
            this.thrower = thrower;
            this.code = code;
        }

        ApiException exception(CallContext call, int status, String body, Map<String, List<String>> headers) {
            return thrower.of(call, new ErrorResponse(status, code, "the answer is empty", body, headers));
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
