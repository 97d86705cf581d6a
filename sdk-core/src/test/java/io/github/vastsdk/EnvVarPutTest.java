package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.NoSuchEnvVarException;
import io.github.vastsdk.internal.LogCapture;
import io.github.vastsdk.model.Ack;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that is two calls: what holds for one holds for both. */
class EnvVarPutTest extends WireTest {
    private static final String OK = "{\"success\": true, \"msg\": \"done\"}";

    private void exists() {
        answer(400, "{\"success\": false, \"error\": \"existing_key\", \"msg\": \"exists\"}");
    }

    private Call<Ack> put() {
        return vast.envVars().put("A", "1");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void options_whenSet_thenHoldForBothRequests(Mode mode) throws InterruptedException {
        exists();
        answer(503, "");
        answer(200, OK);

        Call<Ack> call = put().header("X-Trace", "t")
                .timeout(Duration.ofSeconds(5))
                .deadline(Duration.ofMinutes(1))
                .retries(1);

        assertThat(mode.run(call).msg()).isEqualTo("done");
        for (String method : new String[] {"POST", "PUT", "PUT"}) {
            RecordedRequest request = request();
            assertThat(request.getMethod()).isEqualTo(method);
            assertThat(request.getHeaders().get("X-Trace")).isEqualTo("t");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void withReplyAndRaw_whenItFallsBack_thenAreOfTheSecondAnswer(Mode mode) {
        exists();
        answer(200, OK);
        assertThat(mode.run(put().withReply()).value().msg()).isEqualTo("done");
        exists();
        answer(200, OK);
        assertThat(mode.run(put().raw())).isEqualTo(json(OK));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void put_whenTheFirstIsRefusedForAnotherReason_thenThrowsThat(Mode mode) {
        answer(400, "{\"success\": false, \"error\": \"max_secrets\", \"msg\": \"too many\"}");
        assertThatThrownBy(() -> mode.run(put())).isInstanceOf(BadRequestException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void put_whenTheSecondIsRefused_thenThrowsThat(Mode mode) {
        exists();
        answer(400, "{\"success\": false, \"error\": \"nonexistent_key\", \"msg\": \"gone meanwhile\"}");
        assertThatThrownBy(() -> mode.run(put())).isInstanceOf(NoSuchEnvVarException.class);
    }

    @Test
    void cancel_whenEitherRequestIsUnderWay_thenEndsIt() throws InterruptedException {
        for (int before = 0; before < 2; before++) {
            for (int i = 0; i < before; i++) {
                exists();
            }
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            CompletableFuture<Ack> answer = put().executeAsync();
            for (int i = 0; i <= before; i++) {
                request();
            }

            assertThat(answer.cancel(true)).isTrue();

            assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void toCurl_whenShown_thenShowsTheFirstRequest() {
        assertThat(put().toCurl()).contains("-X POST").doesNotContain("\"1\"");
        assertThat(put()).hasToString("Call[POST /api/v0/secrets/ {key, value}] (not sent; call .execute())");
    }

    @Test
    void close_whenPutNeededNoUpdateOrNoOptionCopyWasUsed_thenSaysNothing() {
        try (LogCapture log = new LogCapture()) {
            answer(200, OK);
            put().execute();
            vast.close();
            assertThat(log.own(Level.WARN)).isEmpty();
        }
    }

    @Test
    void close_whenPutWasNeverExecuted_thenNamesOneOperation() {
        try (LogCapture log = new LogCapture()) {
            assertThat(put()).isNotNull();
            vast.close();
            assertThat(log.own(Level.WARN)).singleElement().asString().contains("{POST /api/v0/secrets/=1}");
        }
    }
}
