package io.github.vastsdk.internal;

import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.OutputUnavailableException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.TransportException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a text from a signed address at which it appears after a while, without credentials and without following
 * redirects. Until it is there the storage answers 404, or 403 where nobody may list it; it may also be busy, or out of
 * reach for a moment. So it is asked again, ever less often, until the time is over. Other answers will not change.
 */
final class OutputDownload {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final double GROWTH = 1.6;
    /** How much longer than the patience an attempt may take that began within it: the text may be on its way. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final int HEAD = 4 * 1024;
    private static final Pattern STORAGE_CODE = Pattern.compile("<Code>\\s*(\\w{1,64})\\s*</Code>");

    private final Execution execution;
    private final String text;
    private final Duration patience;
    private final OutputAddress.Resolver resolver;
    private final Timer timer;
    private final long begun;
    private int lastStatus;
    private String lastWhy = "there was no time to ask for it";
    private @Nullable SdkException lastCause;

    OutputDownload(Execution execution, String address, Duration patience, OutputAddress.Resolver resolver) {
        this.execution = execution;
        this.text = address;
        this.patience = patience;
        this.resolver = resolver;
        this.timer = execution.transport().timer();
        this.begun = timer.nanos();
    }

    CompletableFuture<String> start() {
        try {
            return poll(OutputAddress.parse(text, execution.transport().isLocal(), resolver), FIRST_PAUSE);
        } catch (OutputAddress.Refused e) {
            return CompletableFuture.failedFuture(unavailable(true, 0, String.valueOf(e.getMessage()), null));
        }
    }

    private CompletableFuture<String> poll(OutputAddress address, Duration pause) {
        Duration left = left();
        if (left.isNegative() || left.isZero()) {
            return CompletableFuture.failedFuture(notInTime());
        }
        return execution
                .pause(shorter(pause, left))
                .thenCompose(waited -> fetch(address))
                .thenCompose(found ->
                        found != null ? CompletableFuture.completedFuture(found) : poll(address, longer(pause)));
    }

    private Duration left() {
        return patience.minusNanos(timer.nanos() - begun);
    }

    private static Duration longer(Duration pause) {
        return shorter(Duration.ofMillis(Math.round(pause.toMillis() * GROWTH)), LONGEST_PAUSE);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Asks once; the result is null if the text is not there and may still come. */
    private CompletableFuture<@Nullable String> fetch(OutputAddress address) {
        try {
            address.checkHost();
        } catch (OutputAddress.Refused e) {
            return CompletableFuture.failedFuture(unavailable(true, 0, String.valueOf(e.getMessage()), null));
        }
        Sender sender = execution.transport().sender();
        if (sender == null) {
            return CompletableFuture.failedFuture(notInTime()); // closed in the same moment, which ends the execution
        }
        // No header of the caller or of the client: they may be credentials.
        HttpRequest request = HttpRequest.newBuilder(address.uri())
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", Version.USER_AGENT)
                .build();
        long asked = timer.nanos();
        CompletableFuture<HttpResponse<Payload>> answer =
                sender.send(request, execution.transport().wholeBody(), () -> true);
        // Not on the timer's thread: what depends on the answer may take its time.
        ScheduledFuture<?> alarm = timer.schedule(
                () -> answer.defaultExecutor().execute(() -> answer.cancel(true)),
                shorter(execution.options().timeout(), left().plus(GRACE)));
        execution.step(() -> answer.cancel(true));
        return answer.handle((response, failure) -> {
            alarm.cancel(false);
            Duration took = Duration.ofNanos(timer.nanos() - asked);
            if (response == null) {
                execution.downloaded(0, took, 0);
                return broken(address, failure == null ? new CancellationException() : Retries.unwrap(failure));
            }
            Payload payload = response.body();
            execution.downloaded(response.statusCode(), took, payload.wireSize());
            return read(response.statusCode(), payload);
        });
    }

    private @Nullable String read(int status, Payload payload) {
        if (status == 200) {
            try {
                return new String(payload.unpacked(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new ResponseFormatException(
                        execution.context(), status, "its output: " + e.getMessage(), "", null);
            }
        }
        Matcher code = STORAGE_CODE.matcher(new String(payload.head(HEAD), StandardCharsets.UTF_8));
        String what = status + (code.find() ? " " + code.group(1) : "");
        if (!mayPass(status)) {
            throw unavailable(true, status, "the storage answered " + what, null);
        }
        remember(status, "it was not there in time; the storage answered " + what, null);
        return null;
    }

    /** Tells whether an answer means that the text is not there yet, or that the storage is busy. */
    private static boolean mayPass(int status) {
        return status / 100 == 2
                || status == 403
                || status == 404
                || status == 408
                || status == 425
                || status == 429
                || status >= 500;
    }

    private @Nullable String broken(OutputAddress address, Throwable failure) {
        if (failure instanceof CancellationException) { // by the alarm, or because the execution is over anyway
            remember(0, "the storage did not answer in time", null);
            return null;
        }
        CallContext fetching = new CallContext("GET " + address, 1, Duration.ofNanos(timer.nanos() - begun));
        SdkException known = Failures.of(fetching, address.uri(), failure);
        if (!(known instanceof TransportException)) {
            throw known;
        }
        String why = "the storage cannot be reached";
        if (known.getCause() instanceof SSLException) {
            throw unavailable(true, 0, why, known);
        }
        remember(0, why, known);
        return null;
    }

    private void remember(int status, String why, @Nullable SdkException cause) {
        lastStatus = status;
        lastWhy = why;
        lastCause = cause;
        execution.note(notInTime());
    }

    private OutputUnavailableException notInTime() {
        return unavailable(false, lastStatus, lastWhy, lastCause);
    }

    private OutputUnavailableException unavailable(
            boolean permanent, int status, String why, @Nullable SdkException cause) {
        return new OutputUnavailableException(execution.context(), status, permanent, why, cause);
    }
}
