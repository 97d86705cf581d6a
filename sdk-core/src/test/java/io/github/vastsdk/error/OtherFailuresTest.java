package io.github.vastsdk.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OtherFailuresTest {
    private static final CallContext RENTAL = new CallContext("PUT /api/v0/asks/7/", 2, Duration.ofMillis(312));
    private static final CallContext LIST = new CallContext("GET /api/v1/instances/", 0, Duration.ofSeconds(3));
    private static final String HINT = "; it may have taken effect, so look before sending it again";

    @Test
    void connectFailed_whenMade_thenNothingWasSent() {
        IOException cause = new IOException("refused");
        ConnectFailedException failure = new ConnectFailedException(RENTAL, "connection refused", cause);

        assertThat(failure.sent()).isEqualTo(Sent.NO);
        assertThat(failure)
                .hasMessage("PUT /api/v0/asks/7/ failed: connection refused (2 attempts, 312 ms)")
                .hasCause(cause);
    }

    @Test
    void connectionLost_whenTheOperationMayHaveChangedSomething_thenTheMessageSaysToLook() {
        ConnectionLostException failure = new ConnectionLostException(RENTAL, "reset by peer", null);

        assertThat(failure.sent()).isEqualTo(Sent.MAYBE);
        assertThat(failure)
                .hasMessage("PUT /api/v0/asks/7/ failed: reset by peer" + HINT + " (2 attempts, 312 ms)")
                .hasNoCause();
    }

    @Test
    void connectionLost_whenTheOperationOnlyReads_thenThereIsNothingToLookFor() {
        assertThat(new ConnectionLostException(LIST, "reset by peer", null))
                .hasMessage("GET /api/v1/instances/ failed: reset by peer (0 attempts, 3000 ms)");
        CallContext head = new CallContext("HEAD /", 1, Duration.ZERO);
        assertThat(new ConnectionLostException(head, "reset", null))
                .hasMessage("HEAD / failed: reset (1 attempt, 0 ms)");
    }

    @Test
    void timedOut_whenMade_thenSentIsAsTold() {
        TimedOutException waiting = new TimedOutException(RENTAL, Sent.NO, "the deadline passed", null);
        TimedOutException sent = new TimedOutException(RENTAL, Sent.MAYBE, "no answer within 60 s", null);

        assertThat(waiting.sent()).isEqualTo(Sent.NO);
        assertThat(waiting).hasMessage("PUT /api/v0/asks/7/ failed: the deadline passed (2 attempts, 312 ms)");
        assertThat(sent.sent()).isEqualTo(Sent.MAYBE);
        assertThat(sent).hasMessageContaining("no answer within 60 s" + HINT);
    }

    @Test
    void responseFormat_whenMade_thenItKeepsStatusAndExcerpt() {
        IOException cause = new IOException("unexpected end");
        ResponseFormatException failure = new ResponseFormatException(LIST, 200, "it is no JSON", "<html>", cause);

        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.body()).isEqualTo("<html>");
        assertThat(failure)
                .hasMessage("GET /api/v1/instances/ → 200, but the answer could not be read: it is no JSON"
                        + " (0 attempts, 3000 ms)")
                .hasCause(cause);
    }

    @Test
    void callCancelled_whenItMayHaveArrived_thenTheMessageWarns() {
        assertThat(new CallCancelledException(RENTAL, Sent.MAYBE, "the client was closed", null))
                .hasMessage(
                        "PUT /api/v0/asks/7/ failed: the client was closed; it may have taken effect, so look before"
                                + " sending it again (2 attempts, 312 ms)");
    }

    @Test
    void callCancelled_whenNothingWasSent_thenTheMessageIsCalm() {
        CallCancelledException cancelled = new CallCancelledException(RENTAL, Sent.NO, "the client was closed", null);
        assertThat(cancelled.sent()).isEqualTo(Sent.NO);
        assertThat(cancelled).hasMessage("PUT /api/v0/asks/7/ failed: the client was closed (2 attempts, 312 ms)");
    }

    @Test
    void callContext_whenWrong_thenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallContext("GET /", -1, Duration.ZERO))
                .withMessageContaining("-1");
        assertThatNullPointerException().isThrownBy(() -> new CallContext(null, 1, Duration.ZERO));
        assertThatNullPointerException().isThrownBy(() -> new CallContext("GET /", 1, null));
    }
}
