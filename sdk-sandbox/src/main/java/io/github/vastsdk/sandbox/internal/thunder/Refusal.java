package io.github.vastsdk.sandbox.internal.thunder;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import io.github.vastsdk.sandbox.internal.service.Refused;
import java.io.Serial;

/** Ends the handling of a request with one of the service's error answers. */
final class Refusal extends Refused {
    @Serial
    private static final long serialVersionUID = 1L;

    Refusal(Answer answer) {
        super(answer);
    }

    static Refusal of(int status, String error, String message) {
        return new Refusal(error(status, error, message));
    }

    /** Makes an error answer. */
    static Answer error(int status, String error, String message) {
        return Json.answer(status, ErrorBody.of(status, error, message));
    }

    static Refusal invalid(String message) {
        return of(400, "invalid_request", message);
    }

    static Refusal notFound(String what) {
        return of(404, "not_found", what + " not found");
    }

    static Refusal conflict(String message) {
        return of(409, "conflict", message);
    }

    static Refusal unauthorized() {
        return of(401, "unauthorized", "The API token is missing or not valid");
    }
}
