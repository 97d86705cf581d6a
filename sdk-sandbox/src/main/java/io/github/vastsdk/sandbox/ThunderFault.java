package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.thunder.ErrorBody;

/**
 * Faults that speak as Thunder Compute does. All others, which belong to no service, are at {@link Fault}; a body of any
 * other shape is {@code Fault.status(…).json(…)}.
 */
public final class ThunderFault {
    private ThunderFault() {}

    /**
     * Answers with the service's error body: {@code code}, {@code error} and {@code message}.
     *
     * @param status the status, 200 to 599, which is also the {@code code}
     * @param error the {@code error} member, such as {@code temporarily_disabled}
     * @param message the {@code message} member
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range
     */
    public static Fault error(int status, String error, String message) {
        return error(status, status, error, message);
    }

    /**
     * Answers with the service's error body and a {@code code} of its own, which may differ from the status.
     *
     * @param status the status, 200 to 599
     * @param code the {@code code} member
     * @param error the {@code error} member
     * @param message the {@code message} member
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range
     */
    public static Fault error(int status, int code, String error, String message) {
        return Fault.status(status).json(ErrorBody.of(code, error, message).toString());
    }
}
