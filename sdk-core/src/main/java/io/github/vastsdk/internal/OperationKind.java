package io.github.vastsdk.internal;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallContext;
import java.util.List;
import java.util.Map;

/**
 * What the meaning of an error depends on: the same status or code says different things of different operations. Each
 * service has kinds of its own.
 */
@FunctionalInterface
public interface OperationKind {
    /**
     * Reads a refusal: an answer whose status is not 2xx, or one that reports a failure all the same, such as
     * {@code {"success": false}}. Never fails.
     *
     * @param call the call that failed
     * @param status the HTTP status
     * @param headers all headers
     * @param body the body, decompressed
     * @return the exception to throw
     */
    ApiException refused(CallContext call, int status, Map<String, List<String>> headers, byte[] body);
}
