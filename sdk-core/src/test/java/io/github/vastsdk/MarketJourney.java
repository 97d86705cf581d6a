package io.github.vastsdk;

import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.launch.InstanceWaiter;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.request.CreateInstance;
import io.github.vastsdk.sandbox.SandboxBuilder;
import io.github.vastsdk.sandbox.VastSandbox;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** A client and a market that keeps state, on one clock that only the test moves: no wait takes its real time. */
abstract class MarketJourney extends VirtualJourney {
    static final String IMAGE = "pytorch/pytorch:2.4.0";

    VastSandbox sandbox = settings().start();
    VastClient vast = client();

    SandboxBuilder settings() {
        return VastSandbox.builder().instances(0).clock(this::now);
    }

    void restart(SandboxBuilder settings) {
        stop();
        sandbox = settings.start();
        vast = client();
    }

    private VastClient client() {
        return VastClient.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.url().toString())
                .backoff(TestBackoff.NONE)
                .timer(timer)
                .build();
    }

    @AfterEach
    void stop() {
        vast.close();
        sandbox.close();
    }

    InstanceWaiter waiter() {
        return vast.instances().waiter();
    }

    /** Gives an offer that can be rented, the cheapest by default. */
    Offer anOffer() {
        return vast.offers().search("rentable=true").execute().get(0);
    }

    long rent(Mode mode, Consumer<CreateInstance.Builder> options) {
        return run(mode, vast.instances().create(anOffer().id(), options)).instanceId();
    }

    long rent(Mode mode) {
        return rent(mode, request -> request.image(IMAGE).diskGb(16));
    }

    long running(Mode mode) {
        long id = rent(mode);
        run(mode, waiter().untilRunning(id));
        return id;
    }

    Instance get(Mode mode, long id) {
        return run(mode, vast.instances().get(id));
    }

    List<String> lines() {
        return sandbox.requests().stream()
                .map(request -> request.method() + " " + request.path())
                .toList();
    }
}
