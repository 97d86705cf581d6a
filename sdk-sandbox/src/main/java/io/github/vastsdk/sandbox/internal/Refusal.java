package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.http.Answer;
import java.io.Serial;

/** Ends the handling of a request with an error answer. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
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

    Answer answer() {
        return answer;
    }
}
