package io.github.vastsdk.internal;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.ErrorResponse;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ServerException;
import java.util.List;
import java.util.Map;

/**
 * Turns a refusal by Thunder Compute into the exception that says why. The status decides: the service documents neither
 * a list of codes nor other meanings of one status. A body states a status of its own, which may differ and is not
 * looked at here.
 */
final class ThunderErrors {
    private ThunderErrors() {}

    /** Reads a refusal. Never fails, whatever the bytes are. */
    static ApiException ofResponse(
            CallContext call, ThunderKind kind, int status, Map<String, List<String>> headers, byte[] body) {
        ErrorResponse response = ErrorBody.read(body).response(status, headers, body);
        if (status >= 500) {
            return new ServerException(call, response);
        }
        return switch (status) {
            case 400, 422 -> new BadRequestException(call, response);
            case 401 -> new AuthenticationException(call, response);
            case 402 -> new InsufficientCreditException(call, response);
            case 403 -> new PermissionDeniedException(call, response);
            case 404 ->
                kind == ThunderKind.NAMES_SSH_KEY
                        ? new NoSuchSshKeyException(call, response)
                        : new NotFoundException(call, response);
            case 409 -> new ConflictException(call, response);
            case 429 -> new RateLimitedException(call, response);
            default -> new RejectedException(call, response);
        };
    }
}
