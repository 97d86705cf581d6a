package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.DestroyUnverifiedException;
import io.github.vastsdk.launch.WaitProgress;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.request.CreateInstance;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.ReceivedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way from offer to nothing left, while the service is slow, strict, broken or closed to the caller. */
class RoughJourneyTest extends MarketJourney {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void journey_whenTheServiceLimitsRates_thenGetsThroughWithoutRentingTwice(Mode mode) {
        restart(settings().rateScale(1).lifecycle(Duration.ofSeconds(8)));
        List<Long> ids = new ArrayList<>();
        for (Offer offer : run(mode, vast.offers().search("rentable=true")).subList(0, 3)) {
            ids.add(run(mode, vast.instances().create(offer.id(), request -> request.image(IMAGE)))
                    .instanceId());
        }
        assertThat(run(mode, waiter().untilRunning(ids)))
                .extracting(Instance::id)
                .containsExactlyElementsOf(ids);
        assertThat(run(mode, vast.instances().logs(ids.get(0))).text()).isNotBlank();
        for (long id : ids) {
            run(mode, vast.instances().stop(id));
        }
        run(mode, waiter().untilStopped(ids));
        run(mode, waiter().destroyAndVerify(ids));

        assertThat(sandbox.instanceIds()).isEmpty();
        assertThat(accepted("PUT", "/asks/")).isEqualTo(3);
        assertThat(accepted("DELETE", "/instances/")).isEqualTo(3);
    }

    private long accepted(String method, String part) {
        return sandbox.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains(part) && request.status() == 200)
                .count();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void wait_whenTheServiceIsOutForAWhile_thenGoesOnAfterIt(Mode mode) {
        long id = rent(mode);
        sandbox.faults().next(Fault.status(503).times(12).on("GET", "/api/v1/instances/"));
        List<WaitProgress> looks = new ArrayList<>();

        Instance ready = run(mode, waiter().onProgress(looks::add).untilRunning(id));

        assertThat(ready.isReady()).isTrue();
        assertThat(looks).anyMatch(look -> look.problem() != null);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void destroy_whenItsAnswerIsLost_thenIsVerifiedAllTheSame(Mode mode) {
        long id = running(mode);
        sandbox.faults().next(Fault.resetAfterExecuting().on("DELETE", "/instances/"));

        run(mode, vast.instances().destroyAndVerify(id));

        assertThat(sandbox.instanceIds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void destroy_whenTheKeyIsNoLongerGood_thenIsNeverTakenForDone(Mode mode) {
        long id = running(mode);
        run(mode, vast.apiKeys().reset());

        DestroyUnverifiedException unsure = catchThrowableOfType(
                DestroyUnverifiedException.class,
                () -> run(mode, vast.instances().destroyAndVerify(id)));

        assertThat(unsure.mayStillExist()).containsExactly(Long.toString(id));
        assertThat(unsure).hasCauseInstanceOf(AuthenticationException.class);
        assertThat(sandbox.instanceIds()).containsExactly(id);
        assertThatThrownBy(() -> run(mode, waiter().untilRunning(id))).isInstanceOf(AuthenticationException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void waits_whenManyRunAtOnce_thenShareOnePoll(Mode mode) {
        restart(settings().lifecycle(Duration.ofSeconds(20)));
        List<Long> offers = vast.offers().search("rentable=true").execute().stream()
                .limit(20)
                .map(Offer::id)
                .toList();
        List<Long> ids = run(
                        mode,
                        vast.instances().bulk().create(offers, CreateInstance.of(request -> request.image(IMAGE))))
                .instanceIds();
        sandbox.clearRequests();
        Instant begin = now();

        var one = waiter().untilRunning(ids.get(0)).executeAsync();
        run(mode, waiter().untilRunning(ids));

        assertThat(run(one).isReady()).isTrue();
        long seconds = Duration.between(begin, now()).toSeconds();
        assertThat(sandbox.requests()).extracting(ReceivedRequest::path).containsOnly("/api/v1/instances/");
        assertThat((long) sandbox.requests().size()).isLessThanOrEqualTo(seconds / 10 + 3);
    }
}
