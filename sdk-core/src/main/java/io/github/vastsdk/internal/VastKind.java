package io.github.vastsdk.internal;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallContext;
import java.util.List;
import java.util.Map;

/** The kinds of Vast.ai's operations. */
public enum VastKind implements OperationKind {
    /** Nothing special. */
    PLAIN,
    /** Rents an offer: a 404 or 410 is about the offer, not about an instance. */
    RENTS_OFFER,
    /** Changes or deletes an account's SSH key: {@code no_ssh_key} means that the key does not exist. */
    NAMES_SSH_KEY,
    /** Creates a scheduled job: a 422 that names a job is about that job, which does the same already. */
    SCHEDULES_JOB;

    @Override
    public ApiException refused(CallContext call, int status, Map<String, List<String>> headers, byte[] body) {
        return VastErrors.ofResponse(call, this, status, headers, body);
    }
}
