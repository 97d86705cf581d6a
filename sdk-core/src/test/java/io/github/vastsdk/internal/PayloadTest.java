package io.github.vastsdk.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ConnectFailedException;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.ResponseFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the bytes of an answer, and of an exchange that breaks. */
class PayloadTest {
    private static final byte[] TEXT = "{\"a\": 1}".getBytes(UTF_8);
    private static final URI TARGET = URI.create("https://example.org/x");

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String read(Payload payload) throws IOException {
        try (InputStream in = payload.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void open_whenReadTwice_thenGivesTheSame() throws IOException {
        ByteBuffer direct = ByteBuffer.allocateDirect(3).put(TEXT, 0, 3).flip();
        Payload payload = new Payload(List.of(direct, ByteBuffer.wrap(TEXT, 3, TEXT.length - 3)), null, TEXT.length);

        assertThat(read(payload)).isEqualTo("{\"a\": 1}");
        assertThat(read(payload)).isEqualTo("{\"a\": 1}");
        assertThat(payload.wireSize()).isEqualTo(TEXT.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void open_whenCompressed_thenDecodes(String encoding) throws IOException {
        assertThat(read(new Payload(List.of(ByteBuffer.wrap(gzip(TEXT))), encoding, 100)))
                .isEqualTo("{\"a\": 1}");
    }

    @Test
    void open_whenIdentityOrEmpty_thenReadsAsIs() throws IOException {
        assertThat(read(new Payload(List.of(ByteBuffer.wrap(TEXT)), "identity", 100)))
                .isEqualTo("{\"a\": 1}");
        assertThat(read(new Payload(List.of(), "gzip", 100))).isEmpty();
    }

    @Test
    void open_whenEncodedInAnotherWay_thenSaysSo() {
        Payload payload = new Payload(List.of(ByteBuffer.wrap(TEXT)), "br", 100);

        assertThatThrownBy(payload::open).isInstanceOf(IOException.class).hasMessageContaining("encoded as br");
        assertThat(payload.head(10)).isEmpty();
    }

    @Test
    void open_whenLongerThanTheLimit_thenFailsByteByByteToo() throws IOException {
        Payload payload = new Payload(List.of(ByteBuffer.wrap(TEXT)), null, 2);
        try (InputStream in = payload.open()) {
            assertThat(in.read()).isEqualTo('{');
            assertThat(in.read()).isEqualTo('"');
            assertThatThrownBy(in::read).isInstanceOf(Payload.TooLarge.class).hasMessageContaining("2 bytes");
        }
        try (InputStream in = new Payload(List.of(), null, 1).open()) {
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    /** Counts what a subscriber asks of its source. */
    private static final class Source implements Flow.Subscription {
        private final AtomicInteger cancelled = new AtomicInteger();

        @Override
        public void request(long count) {
            assertThat(count).isPositive();
        }

        @Override
        public void cancel() {
            cancelled.incrementAndGet();
        }
    }

    @Test
    void body_whenTooLarge_thenGivesTheConnectionUp() {
        CappedBody body = new CappedBody(4);
        Source source = new Source();
        body.onSubscribe(source);
        body.onNext(List.of(ByteBuffer.allocate(4)));
        assertThat(source.cancelled).hasValue(0);
        body.onNext(List.of(ByteBuffer.allocate(1)));

        assertThat(source.cancelled).hasValue(1);
        assertThatThrownBy(() -> body.getBody().toCompletableFuture().join())
                .hasCauseInstanceOf(Payload.TooLarge.class);
    }

    @Test
    void body_whenSubscribedTwice_thenRefusesTheSecond() {
        CappedBody body = new CappedBody(4);
        Source first = new Source();
        Source second = new Source();
        body.onSubscribe(first);
        body.onSubscribe(second);

        assertThat(first.cancelled).hasValue(0);
        assertThat(second.cancelled).hasValue(1);
    }

    @Test
    void body_whenItBreaksOff_thenFails() {
        CappedBody body = new CappedBody(4);
        body.onError(new IOException("reset"));
        assertThatThrownBy(() -> body.getBody().toCompletableFuture().join()).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void failure_whenNoConnectionWasMade_thenNamesHostAndReason() {
        assertThat(Failures.of(Answers.CALL, TARGET, new ConnectException()))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("no connection to example.org");
        assertThat(Failures.of(Answers.CALL, TARGET, new HttpConnectTimeoutException("t")))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("no connection in time to example.org");
        assertThat(Failures.of(Answers.CALL, TARGET, new IOException(new UnknownHostException())))
                .hasMessageContaining("the host name is unknown: example.org");
        ConnectException unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());
        assertThat(Failures.of(Answers.CALL, TARGET, new SSLHandshakeException("bad certificate")))
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("no trusted TLS connection (bad certificate)");
        assertThat(Failures.of(Answers.CALL, TARGET, unresolved)).isInstanceOf(ConnectFailedException.class);
    }

    @Test
    void failure_whenTheConnectionBroke_thenSaysHow() {
        assertThat(Failures.of(Answers.CALL, URI.create("http://localhost:80/"), new IOException("reset")))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("the connection to localhost:80 broke: reset");
        assertThat(Failures.of(Answers.CALL, TARGET, new IOException())).hasMessageContaining("broke: IOException");
    }

    @Test
    void failure_whenTheAnswerWasTooLargeOrIsKnown_thenIsKept() {
        ResponseFormatException tooLarge =
                (ResponseFormatException) Failures.of(Answers.CALL, TARGET, new IOException(new Payload.TooLarge(5)));
        assertThat(tooLarge).hasMessageContaining("5 bytes");
        assertThat(Failures.of(Answers.CALL, TARGET, tooLarge)).isSameAs(tooLarge);
    }

    @Test
    void failure_whenNobodyExpectsIt_thenIsNotHidden() {
        IllegalArgumentException odd = new IllegalArgumentException("odd");
        assertThatThrownBy(() -> Failures.of(Answers.CALL, TARGET, odd))
                .isInstanceOf(IllegalStateException.class)
                .hasCause(odd);
        assertThat(Retries.unwrap(new CompletionException(odd))).isSameAs(odd);
    }
}
