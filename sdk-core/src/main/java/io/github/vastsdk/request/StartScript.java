package io.github.vastsdk.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes a start script short enough for the service: one that is too long is sent compressed, within a line that unpacks
 * and runs it in the shell that reads the line. That needs {@code base64} and {@code gzip} in the image; without them the
 * line fails, and nothing runs. A first line {@code #!…} stays in front, and so must name a shell.
 */
final class StartScript {
    /** How many characters the service takes. */
    static final int MOST = 4048;

    private static final String HEAD = "_onstart=$(echo ";
    private static final String TAIL = "|base64 -d|gzip -dc)&&eval \"unset _onstart;$_onstart\"";

    private StartScript() {}

    /**
     * Returns the script as it is sent.
     *
     * @param script the script
     * @param room how many characters there are
     * @throws IllegalArgumentException if it does not fit even when compressed
     */
    static String fit(String script, int room) {
        if (script.length() <= room) {
            return script;
        }
        String packed =
                interpreter(script) + HEAD + Base64.getEncoder().encodeToString(gzip(script.getBytes(UTF_8))) + TAIL;
        if (packed.length() > room) {
            throw new IllegalArgumentException("onstart has " + script.length() + " characters and, compressed, "
                    + packed.length() + "; the service takes " + room
                    + ". Let a short script fetch the long one, or put it into the image");
        }
        return packed;
    }

    /** Whatever honours the first line of the script finds it in front of the packed one too. */
    private static String interpreter(String script) {
        return script.startsWith("#!") ? script.substring(0, script.indexOf('\n') + 1) : "";
    }

    /** The same script always gives the same bytes: the header holds no time. */
    private static byte[] gzip(byte[] script) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(script);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to write
        }
        return packed.toByteArray();
    }
}
