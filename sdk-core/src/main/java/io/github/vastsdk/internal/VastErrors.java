package io.github.vastsdk.internal;

import static java.util.Map.entry;

import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.DeprecatedEndpointException;
import io.github.vastsdk.error.ErrorResponse;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.InvalidPermissionsException;
import io.github.vastsdk.error.NoSuchEnvVarException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.error.NoSuchUserException;
import io.github.vastsdk.error.NoSuchVolumeException;
import io.github.vastsdk.error.NoSuchWorkerGroupException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.error.RateLimitedException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ScheduledJobExistsException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.SessionExpiredException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a refusal by Vast.ai into the exception that says why.
 *
 * <p>The code decides first, then the wording, then the status, with two exceptions. A 401 is always about the key, and
 * a 5xx is always the service's own failure: neither proves that an instance is gone, whatever else it says.
 */
final class VastErrors {
    private static final Map<ErrorCode, Leaf> BY_CODE = Map.ofEntries(
            entry(ErrorCode.NO_SUCH_INSTANCE, NoSuchInstanceException::new),
            entry(ErrorCode.NO_SUCH_SSH_KEY, NoSuchSshKeyException::new),
            entry(ErrorCode.NO_SUCH_VOLUME, NoSuchVolumeException::new),
            entry(ErrorCode.NO_SUCH_USER, NoSuchUserException::new),
            entry(ErrorCode.NO_SUCH_WORKERGROUP, NoSuchWorkerGroupException::new),
            entry(ErrorCode.NONEXISTENT_KEY, NoSuchEnvVarException::new),
            entry(ErrorCode.NO_PENDING_PRICE_INCREASE, NotFoundException::new),
            entry(ErrorCode.MISSING_BILLING, InsufficientCreditException::new),
            entry(ErrorCode.INVALID_PERMISSIONS, InvalidPermissionsException::new),
            entry(ErrorCode.MISSING_PERMISSIONS, InvalidPermissionsException::new),
            entry(ErrorCode.LABEL_TOO_LONG, BadRequestException::new),
            entry(ErrorCode.DEPRECATED_ENDPOINT, DeprecatedEndpointException::new),
            entry(ErrorCode.EXISTING_KEY, ConflictException::new),
            entry(ErrorCode.USER_EXISTS, ConflictException::new),
            entry(ErrorCode.TFA_CHALLENGE_EXISTS, ConflictException::new),
            entry(ErrorCode.DUPLICATE_TFA_METHOD, ConflictException::new),
            entry(ErrorCode.FORBIDDEN, PermissionDeniedException::new),
            entry(ErrorCode.NOT_ALLOWED, PermissionDeniedException::new),
            entry(ErrorCode.NOT_AUTHORIZED, PermissionDeniedException::new),
            entry(ErrorCode.TEAM_USER_FORBIDDEN, PermissionDeniedException::new),
            entry(ErrorCode.RATE_LIMIT_EXCEEDED, RateLimitedException::new));

    private static final Pattern SESSION_EXPIRED = wording("session (?:has )?expired");
    private static final Pattern NOT_SIGNED_IN = wording("invalid user key|requires? log ?in|log ?in again"
            + "|please log ?in|not logged in|authentication (?:failed|required|credentials)"
            + "|invalid (?:or missing )?api[ _]key|api key not provided as bearer");
    private static final Pattern NO_CREDIT =
            wording("lacks? credit|insufficient (?:credit|funds|balance)|not enough (?:credit|funds)");
    private static final Pattern TOO_FREQUENT = wording("requests too frequent");
    private static final Pattern NO_OFFER = wording("no longer available|not available|already rented");
    private static final Pattern NO_INSTANCE =
            wording("no such instance|instance(?: [\\w{}-]+)? not found|instance with that id does not exist");
    private static final Pattern NO_SSH_KEY = wording("ssh key not found");
    private static final Pattern DUPLICATE =
            wording("already exists|already a member|duplicate|invitation already sent");
    private static final Pattern MONEY = Pattern.compile("insufficient_(?:credit|balance|fund)s?");

    private VastErrors() {}

    /** Reads a refusal. Never fails, whatever the bytes are. */
    static ApiException ofResponse(
            CallContext call, VastKind kind, int status, Map<String, List<String>> headers, byte[] body) {
        ErrorBody error = ErrorBody.read(body);
        ErrorResponse response = error.response(status, headers, body);
        if (kind == VastKind.SCHEDULES_JOB && status == 422) {
            ScheduledJobExistsException exists = new ScheduledJobExistsException(call, response);
            if (exists.scheduledJobId().isPresent()) {
                return exists;
            }
        }
        return leaf(kind, status, error).of(call, response);
    }

    private static Leaf leaf(VastKind kind, int status, ErrorBody error) {
        if (status == 401) {
            return authentication(error);
        }
        if (status >= 500) {
            return ServerException::new;
        }
        if (status / 100 == 3) {
            return RejectedException::new;
        }
        Leaf leaf = byCode(kind, status, error.code(), error);
        if (leaf == null) {
            leaf = byCode(kind, status, error.codeInText(), error);
        }
        if (leaf == null) {
            leaf = byWording(kind, status, error);
        }
        return leaf == null ? byStatus(kind, status) : leaf;
    }

    private static @Nullable Leaf byCode(VastKind kind, int status, ErrorCode code, ErrorBody error) {
        Leaf leaf = BY_CODE.get(code);
        if (leaf != null) {
            return leaf;
        }
        if (code.equals(ErrorCode.AUTH_ERROR) || code.equals(ErrorCode.AUTHENTICATION_FAILED)) {
            return authentication(error);
        }
        if (code.equals(ErrorCode.UNAUTHORIZED)) {
            return status == 403 ? PermissionDeniedException::new : authentication(error);
        }
        if (code.equals(ErrorCode.NO_SUCH_ASK) && kind == VastKind.RENTS_OFFER) {
            return OfferUnavailableException::new;
        }
        if (code.equals(ErrorCode.NO_SSH_KEY) && kind == VastKind.NAMES_SSH_KEY) {
            return NoSuchSshKeyException::new;
        }
        if (code.equals(ErrorCode.NOT_FOUND)) {
            return says(NO_INSTANCE, error) ? NoSuchInstanceException::new : NotFoundException::new;
        }
        if (MONEY.matcher(code.value()).matches()) {
            return InsufficientCreditException::new;
        }
        return code.value().startsWith("no_such_") ? NotFoundException::new : null;
    }

    private static @Nullable Leaf byWording(VastKind kind, int status, ErrorBody error) {
        // A second invitation is refused with 429 too, where waiting is no use.
        if ((status == 400 || status == 422 || status == 429) && says(DUPLICATE, error)) {
            return ConflictException::new;
        }
        if (status == 429 || says(TOO_FREQUENT, error)) {
            return RateLimitedException::new;
        }
        if (says(SESSION_EXPIRED, error) || says(NOT_SIGNED_IN, error)) {
            return authentication(error);
        }
        if (says(NO_CREDIT, error)) {
            return InsufficientCreditException::new;
        }
        if (kind == VastKind.RENTS_OFFER && says(NO_OFFER, error)) {
            return OfferUnavailableException::new;
        }
        if (kind == VastKind.NAMES_SSH_KEY && says(NO_SSH_KEY, error)) {
            return NoSuchSshKeyException::new;
        }
        return says(NO_INSTANCE, error) ? NoSuchInstanceException::new : null;
    }

    private static Leaf byStatus(VastKind kind, int status) {
        boolean rents = kind == VastKind.RENTS_OFFER;
        return switch (status) {
            // An empty 400 stays what it is, even of a rental: it may as well be about an argument.
            case 400, 422, 483 -> BadRequestException::new;
            case 402, 411 -> InsufficientCreditException::new;
            case 403 -> PermissionDeniedException::new;
            case 404 -> rents ? OfferUnavailableException::new : NotFoundException::new;
            case 409 -> ConflictException::new;
            case 410 -> rents ? OfferUnavailableException::new : RejectedException::new;
            default -> RejectedException::new;
        };
    }

    private static Leaf authentication(ErrorBody error) {
        return says(SESSION_EXPIRED, error) ? SessionExpiredException::new : AuthenticationException::new;
    }

    private static boolean says(Pattern wording, ErrorBody error) {
        return wording.matcher(error.text()).find();
    }

    private static Pattern wording(String regex) {
        return Pattern.compile("\\b(?:" + regex + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    @FunctionalInterface
    private interface Leaf {
        ApiException of(CallContext call, ErrorResponse response);
    }
}
