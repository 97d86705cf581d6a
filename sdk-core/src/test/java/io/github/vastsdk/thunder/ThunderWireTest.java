package io.github.vastsdk.thunder;

import io.github.vastsdk.Pacing;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.Environment;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.internal.WireServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client of Thunder Compute and a scripted server. */
abstract class ThunderWireTest extends WireServer {
    /** The instance that calls name, which is at {@link #INDEX} in {@link #LIST}. */
    static final String UUID = "qx7uq2n6";

    static final String INDEX = "4";
    static final String LIST = "{'0': {'uuid': 'other'}, '" + INDEX + "': {'uuid': '" + UUID + "'}}";

    ThunderClient thunder;

    @BeforeEach
    void startClient() {
        thunder = client().build();
    }

    @AfterEach
    void stopClient() {
        thunder.close();
    }

    /** A client that waits hardly at all between attempts and keeps no pace. */
    ThunderClient.Builder client() {
        return client(server.url("/").toString());
    }

    static ThunderClient.Builder client(String url) {
        ThunderClient.Builder builder =
                ThunderClient.builder().token(API_KEY).baseUrl(url).pacing(Pacing.off());
        ClientSettings.of(builder).backoff(TestBackoff.NONE);
        ClientSettings.of(builder).environment(new Environment(name -> null, Path.of("/nowhere")));
        return builder;
    }

    /** Answers with JSON that is written with single quotes. */
    void answerJson(int status, String body) {
        answer(status, body.replace('\'', '"'));
    }
}
