package io.github.vastsdk.error;

import io.github.vastsdk.ErrorCode;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The service answered, and the answer is a refusal. The subclass says why, as far as code, wording and status tell.
 */
public abstract sealed class ApiException extends SdkException
        permits BadRequestException,
                AuthenticationException,
                PermissionDeniedException,
                InsufficientCreditException,
                NotFoundException,
                OfferUnavailableException,
                ConflictException,
                RateLimitedException,
                DeprecatedEndpointException,
                ServerException,
                RejectedException {
    @Serial
    private static final long serialVersionUID = 1L;

    // Read from the text, since the id matters most when the answer is odd: cut short, or JSON inside JSON.
    private static final Pattern NEW_CONTRACT =
            Pattern.compile("\"new_contracts?\\\\?\"\\s*:\\s*\\[?\\s*\\\\?\"?([1-9]\\d{0,17})(?!\\d)");

    private static final Pattern BODY_STATUS = Pattern.compile("\"code\"\\s*:\\s*\"?(\\d{3})(?!\\d)");

    private final ErrorResponse response;

    ApiException(CallContext call, ErrorResponse response) {
        super(call, call.operation() + " → " + response.summary(), null);
        this.response = response;
    }

    /**
     * Gives the HTTP status.
     *
     * @return the status; 2xx if the service reported a failure inside a successful answer
     */
    public int status() {
        return response.status();
    }

    /**
     * Gives the status that the body states in its member {@code code}, which Thunder Compute's answers have. It may
     * differ from {@link #status()}, which is the one that counts.
     *
     * @return the number, if the body states one
     */
    public OptionalInt bodyStatus() {
        Matcher code = BODY_STATUS.matcher(response.body());
        return code.find() ? OptionalInt.of(Integer.parseInt(code.group(1))) : OptionalInt.empty();
    }

    /**
     * Gives the service's error code.
     *
     * @return the code, {@link ErrorCode#NONE} if there is none
     */
    public ErrorCode code() {
        return response.code();
    }

    /**
     * Gives the service's own explanation.
     *
     * @return one line, or {@code null} if there is none
     */
    public @Nullable String detail() {
        return response.detail();
    }

    /**
     * Gives the body of the answer, cut to a few kilobytes, with everything that looks secret replaced by {@code ***}.
     *
     * @return the body; empty if there was none
     */
    public String body() {
        return response.body();
    }

    /**
     * Gives those headers of the answer that help to understand a failure.
     *
     * @return the headers; names are matched without case
     */
    public Map<String, List<String>> headers() {
        return response.headers();
    }

    /**
     * Gives the time to wait that the {@code Retry-After} header or the {@code retry_after} member asks for, the longer
     * one if both are there. A time of zero counts as none.
     *
     * @return the time, or {@code null} if the answer asks for none
     */
    public @Nullable Duration retryAfter() {
        return WaitHints.retryAfter(response);
    }

    /**
     * Gives the id of an instance that the service created although it reports a failure. Such an instance costs money
     * until it is destroyed. If the answer names several, as that to a rental of many offers may, this is the first;
     * {@link #body()} shows all.
     *
     * @return the instance's id, if the answer carries one
     */
    public OptionalLong newContract() {
        Matcher id = NEW_CONTRACT.matcher(response.body());
        return id.find() ? OptionalLong.of(Long.parseLong(id.group(1))) : OptionalLong.empty();
    }
}
