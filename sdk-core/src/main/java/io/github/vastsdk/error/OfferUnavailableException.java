package io.github.vastsdk.error;

import java.io.Serial;

/**
 * The offer is gone: rented by somebody else, or taken back. Try the next one, unless {@link #newContract()} names an
 * instance.
 */
public final class OfferUnavailableException extends ApiException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public OfferUnavailableException(CallContext call, ErrorResponse response) {
        super(call, response);
    }
}
