package io.github.vastsdk.internal;

import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads answers with a shape, outside of a call, for tests in other packages. */
public final class ShapeProbe {
    private ShapeProbe() {}

    public static <T> T read(Shape<T> shape, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return shape.read(new Payload(bytes.length == 0 ? List.of() : List.of(ByteBuffer.wrap(bytes)), null, 1 << 20));
    }

    /** What a call would make of an answer. */
    public enum Verdict {
        READ,
        REFUSED,
        UNREADABLE
    }

    /** Tells an answer that is an error from one that is unreadable, as every call does. */
    public static Verdict judge(Shape<?> shape, String body) throws IOException {
        try {
            read(shape, body);
            return Verdict.READ;
        } catch (Refusals.Refused | Refusals.Absent e) {
            return Verdict.REFUSED;
        } catch (IOException e) {
            return Refusals.carriesError(Json.tree(body)) ? Verdict.REFUSED : Verdict.UNREADABLE;
        }
    }
}
