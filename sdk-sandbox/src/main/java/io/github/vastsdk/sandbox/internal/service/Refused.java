package io.github.vastsdk.sandbox.internal.service;

import io.github.vastsdk.sandbox.internal.http.Answer;
import java.io.Serial;

/** Ends the handling of a request with an error answer. */
public abstract class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    /**
     * Refuses a request.
     *
     * @param answer what to say to it
     */
    protected Refused(Answer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    /** Gives what is to be said. */
    public final Answer answer() {
        return answer;
    }
}
