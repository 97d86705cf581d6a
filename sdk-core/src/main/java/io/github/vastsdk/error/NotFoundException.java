package io.github.vastsdk.error;

import java.io.Serial;

/**
 * The thing does not exist: a code that says so, or a 404 that is not about the key. A 404 from the wrong address is a
 * plain {@code NotFoundException} too; only the subclasses are proof.
 */
public sealed class NotFoundException extends ApiException
        permits NoSuchInstanceException,
                NoSuchSshKeyException,
                NoSuchVolumeException,
                NoSuchUserException,
                NoSuchWorkerGroupException,
                NoSuchEnvVarException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public NotFoundException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
