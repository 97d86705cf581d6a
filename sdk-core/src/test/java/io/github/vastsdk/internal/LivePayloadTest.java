package io.github.vastsdk.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

/** What becomes of an answer that is read while it arrives. */
class LivePayloadTest {
    private static LivePayload payload(String text) {
        return new LivePayload(new ByteArrayInputStream(text.getBytes(UTF_8)), null, 1_000_000);
    }

    /** A connection that breaks as the JDK tells it. */
    private static InputStream breaksAfter(String text) {
        return new SequenceInputStream(new ByteArrayInputStream(text.getBytes(UTF_8)), new InputStream() {
            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("closed", new EOFException("40 bytes of 100"));
            }
        });
    }

    @Test
    void open_whenAskedTwice_thenRefuses() throws IOException {
        LivePayload payload = payload("{}");
        assertThat(payload.open().read()).isEqualTo('{');

        assertThatThrownBy(payload::open).isInstanceOf(IOException.class).hasMessageContaining("only once");
        assertThat(payload.wireSize()).isEqualTo(1);
    }

    @Test
    void isEmpty_whenAsked_thenTakesNothingAway() throws IOException {
        LivePayload payload = payload("{}");

        assertThat(payload.isEmpty()).isFalse();
        assertThat(payload.open().readAllBytes()).hasSize(2);
        assertThat(payload.wireSize()).isEqualTo(2);
        assertThat(payload("").isEmpty()).isTrue();
        assertThat(new LivePayload(InputStream.nullInputStream(), "gzip", 9)
                        .open()
                        .read())
                .isEqualTo(-1);
    }

    @Test
    void head_whenPartWasRead_thenGivesTheBeginningAllTheSame() throws IOException {
        LivePayload payload = payload("0123456789".repeat(10_000));
        payload.open().readNBytes(5);

        assertThat(payload.head(12)).asString(UTF_8).isEqualTo("012345678901");
        assertThat(payload.head(1_000_000)).hasSize(64 * 1024);
        assertThat(payload("abc").head(10)).asString(UTF_8).isEqualTo("abc");
    }

    @Test
    void head_whenTheAnswerCannotBeDecoded_thenGivesWhatItHas() {
        assertThat(new LivePayload(new ByteArrayInputStream(new byte[] {1, 2}), "br", 9).head(10))
                .isEmpty();
        assertThat(new LivePayload(breaksAfter("abc"), null, 9).head(10))
                .asString(UTF_8)
                .isEqualTo("abc");
    }

    @Test
    void cut_whenTheConnectionBreaks_thenSaysHow() throws IOException {
        LivePayload payload = new LivePayload(breaksAfter("abc"), null, 1000);
        InputStream in = payload.open();
        assertThat(payload.cut()).isNull();

        assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);

        assertThat(payload.cut()).isInstanceOf(EOFException.class);
        assertThat(new LivePayload(breaksAfter(""), null, 9).isEmpty()).isTrue();
    }

    @Test
    void read_whenARowIsTooLong_thenFailsAndShortRowsDoNot() throws IOException {
        LivePayload payload = new LivePayload(new ByteArrayInputStream(new byte[30 << 20]), null, 100 << 20);
        InputStream in = payload.open();
        in.readNBytes(6 << 20);
        payload.rowDone();
        assertThat(in.readNBytes(6 << 20)).hasSize(6 << 20);

        assertThatThrownBy(() -> in.readNBytes(6 << 20))
                .isInstanceOf(Payload.TooLarge.class)
                .hasMessageContaining("8388608 bytes");
    }
}
