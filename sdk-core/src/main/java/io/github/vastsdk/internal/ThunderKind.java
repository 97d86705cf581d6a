package io.github.vastsdk.internal;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallContext;
import java.util.List;
import java.util.Map;

/** The kinds of Thunder Compute's operations. */
public enum ThunderKind implements OperationKind {
    /** Nothing special. A 404 to a path with the number of an instance says that the number is not in use, no more. */
    PLAIN,
    /** Deletes an SSH key of the account: a 404 is about that key. */
    NAMES_SSH_KEY;

    @Override
    public ApiException refused(CallContext call, int status, Map<String, List<String>> headers, byte[] body) {
        return ThunderErrors.ofResponse(call, this, status, headers, body);
    }
}
