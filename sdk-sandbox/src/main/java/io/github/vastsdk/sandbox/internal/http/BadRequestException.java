package io.github.vastsdk.sandbox.internal.http;

import java.io.IOException;
import java.io.Serial;

/** Says that what arrived is not HTTP/1.1 as this server understands it. */
final class BadRequestException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
