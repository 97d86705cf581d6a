package io.github.vastsdk.sandbox.internal;

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

    static Refusal of(int status, String code, String msg) {
        return new Refusal(Answers.error(status, code, msg));
    }

    /** Refuses arguments: 400 and the code for it. */
    static Refusal invalid(String rule) {
        return of(400, "invalid_args", "error 400: Invalid args: " + rule);
    }

    /** Refuses in the way of operations that name no code. */
    static Refusal uncoded(int status, String msg) {
        return new Refusal(
                Answers.json(status, Json.object().put("success", false).put("msg", msg)));
    }
}
