package io.github.vastsdk;

import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.internal.WireServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A client and a scripted server: what is sent, and how each answer is read. */
abstract class WireTest extends WireServer {
    VastClient vast;

    @BeforeEach
    void startClient() {
        vast = client().build();
    }

    @AfterEach
    void stopClient() {
        vast.close();
    }

    /** A client that waits hardly at all between attempts and keeps no pace. */
    VastClient.Builder client() {
        return VastClient.builder()
                .apiKey(API_KEY)
                .baseUrl(server.url("/").toString())
                .backoff(TestBackoff.NONE)
                .pacing(Pacing.off());
    }
}
