package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;

/** The body that all errors of the service share. */
public final class ErrorBody {
    private ErrorBody() {}

    /** Makes one. */
    public static ObjectNode of(int code, String error, String message) {
        return Json.object().put("code", code).put("error", error).put("message", message);
    }
}
