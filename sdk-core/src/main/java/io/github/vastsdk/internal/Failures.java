package io.github.vastsdk.internal;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TimedOutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Turns what the HTTP client throws into what the caller should know. */
final class Failures {
    private Failures() {}

    /**
     * Names a failed exchange.
     *
     * @param target where the request was going; the JDK's connection failures do not say it
     */
    static SdkException of(CallContext call, URI target, Throwable failure) {
        if (failure instanceof SdkException known) {
            return known;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Payload.TooLarge tooLarge) {
                return new ResponseFormatException(call, 200, String.valueOf(tooLarge.getMessage()), "", tooLarge);
            }
            String connecting = connecting(cause);
            if (connecting != null) {
                return new ConnectFailedException(call, connecting + " " + authority(target), cause);
            }
        }
        if (failure instanceof IOException) {
            String what = "the connection to " + authority(target) + " broke: " + describe(failure);
            return new ConnectionLostException(call, what, failure);
        }
        throw new IllegalStateException("The HTTP client failed in an unexpected way", failure);
    }

    /**
     * Names a failed look-up before a request. Whatever became of the look-up, it did not send the request: so a refusal of
     * the list is one of the call, but neither "not found" nor an unreadable list is. And whatever the service said of the
     * list, that must not hide that an earlier attempt may have sent the request.
     *
     * @param sent whether an earlier attempt may have sent it
     */
    static Throwable ofLookUp(CallContext call, Sent sent, Throwable failure) {
        String what = "it could not be looked up: " + describe(failure);
        if (failure instanceof CallCancelledException || failure instanceof CancellationException) {
            return new CallCancelledException(call, sent, what, failure);
        }
        if (failure instanceof TimedOutException) {
            return new TimedOutException(call, sent, what, failure);
        }
        boolean refused = failure instanceof ApiException && !(failure instanceof NotFoundException);
        if (sent == Sent.MAYBE && failure instanceof SdkException) {
            return new ConnectionLostException(call, what, failure);
        }
        return refused || !(failure instanceof SdkException)
                ? failure
                : new ConnectFailedException(call, what, failure);
    }

    private static @Nullable String connecting(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection in time to";
        }
        if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return "the host name is unknown:";
        }
        if (cause instanceof SSLHandshakeException) {
            return "no trusted TLS connection (" + describe(cause) + ") to";
        }
        return cause instanceof ConnectException ? "no connection to" : null;
    }

    private static String authority(URI target) {
        return target.getHost() + (target.getPort() < 0 ? "" : ":" + target.getPort());
    }

    private static String describe(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
