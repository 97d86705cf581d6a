package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.InstanceFailedException;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.model.BulkCreated;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.request.CreateInstance;
import io.github.vastsdk.sandbox.Fate;
import io.github.vastsdk.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Renting, as it goes well and badly. */
class RentJourneyTest extends MarketJourney {
    private static final CreateInstance REQUEST =
            CreateInstance.of(request -> request.image(IMAGE).diskGb(16));

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenSomebodyWasFaster_thenTheNextOfferCanBeHad(Mode mode) {
        List<Offer> offers = vast.offers().search("rentable=true").execute();
        long first = offers.get(0).id();
        sandbox.loseRaceFor(first);

        OfferUnavailableException lost = catchThrowableOfType(
                OfferUnavailableException.class,
                () -> run(mode, vast.instances().create(first, REQUEST)));

        assertThat(lost.code()).isEqualTo(ErrorCode.NO_SUCH_ASK);
        assertThat(lost.newContract()).isEmpty();
        assertThat(lost.attempts()).isEqualTo(1);
        assertThat(sandbox.instanceIds()).isEmpty();
        assertThatThrownBy(() -> run(mode, vast.instances().create(1, REQUEST)))
                .isInstanceOf(OfferUnavailableException.class);
        long id =
                run(mode, vast.instances().create(offers.get(1).id(), REQUEST)).instanceId();
        assertThat(run(mode, waiter().untilRunning(id)).isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenNoGpuIsFreeAndOnlyARunningOneIsWanted_thenNothingIsRented(Mode mode) {
        sandbox.nextFate(Fate.START_QUEUED);

        assertThatThrownBy(() -> rent(mode, request -> request.image(IMAGE).cancelUnavailable(true)))
                .isInstanceOf(OfferUnavailableException.class);
        assertThat(sandbox.instanceIds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenTheBidIsTooLow_thenTheExceptionNamesTheInstanceThatCosts(Mode mode) {
        Offer offer = anOffer();
        double lowest = Objects.requireNonNull(offer.price().minBid());

        ApiException refused = catchThrowableOfType(
                ApiException.class,
                () -> run(mode, vast.instances().create(offer.id(), request -> request.image(IMAGE)
                        .bidPrice(Math.max(0.001, lowest / 2))
                        .cancelUnavailable(false))));

        long id = refused.newContract().orElseThrow();
        assertThat(sandbox.instanceIds()).containsExactly(id);
        assertThat(get(mode, id).currentHourlyCost().orElseThrow()).isPositive();
        assertThatThrownBy(() -> run(mode, waiter().untilRunning(id)))
                .isInstanceOf(InstanceFailedException.class)
                .hasMessageContaining("interrupted");
        run(mode, vast.instances().destroyAndVerify(id));
        assertThat(sandbox.instanceIds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenMoreDiskIsAskedForThanThereIs_thenTheInstanceShowsWhatWasGranted(Mode mode) {
        Offer offer = anOffer();
        double there = Objects.requireNonNull(offer.disk().spaceGb());

        long id = run(mode, vast.instances().create(offer.id(), request -> request.image(IMAGE)
                        .diskGb(there * 3)))
                .instanceId();

        assertThat(get(mode, id).disk().spaceGb()).isEqualTo(there);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenTheAnswerIsLost_thenTheInstanceIsThereOnceAndCanBeFoundByItsLabel(Mode mode) {
        sandbox.faults().next(Fault.resetAfterExecuting().on("PUT", "/asks/"));
        long offer = anOffer().id();

        ConnectionLostException lost = catchThrowableOfType(
                ConnectionLostException.class,
                () -> run(mode, vast.instances().create(offer, request -> request.image(IMAGE)
                        .label("only one"))));

        assertThat(lost.sent()).isEqualTo(Sent.MAYBE);
        List<Instance> found =
                vast.instances().list(request -> request.label("only one")).all();
        assertThat(found).extracting(Instance::id).containsExactlyElementsOf(sandbox.instanceIds());
        assertThat(found).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void bulk_whenOneOfferIsGone_thenTheOthersLiveAndDieTogether(Mode mode) {
        List<Long> offers = vast.offers().search("rentable=true").execute().stream()
                .limit(4)
                .map(Offer::id)
                .toList();
        sandbox.loseRaceFor(offers.get(1));

        BulkCreated created = run(mode, vast.instances().bulk().create(offers, REQUEST));

        List<Long> ids = created.instanceIds();
        assertThat(ids).hasSize(3).containsExactlyInAnyOrderElementsOf(sandbox.instanceIds());
        assertThat(run(mode, waiter().untilRunning(ids)))
                .extracting(Instance::id)
                .containsExactlyElementsOf(ids);
        run(mode, vast.instances().bulk().stop(ids));
        assertThat(run(mode, waiter().untilStopped(ids))).hasSize(3);
        sandbox.fate(ids.get(2), Fate.START_QUEUED);
        assertThat(run(mode, vast.instances().bulk().start(ids))).hasSize(1).allMatch(outcome -> outcome.isQueued());
        assertThat(run(mode, waiter().untilRunning(ids.subList(0, 2)))).hasSize(2);
        run(mode, vast.instances().bulk().destroy(ids));
        run(mode, waiter().untilGone(ids));
        assertThat(sandbox.instanceIds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void launch_whenOffersFit_thenRentsTheFirst(Mode mode) {
        OfferQuery query = OfferQuery.parse("gpu_name=RTX_4090 num_gpus=1").orderBy("dph_total");

        long id = run(mode, vast.instances().launch(query, REQUEST)).instanceId();

        Instance instance = run(mode, waiter().untilRunning(id));
        assertThat(instance.gpu().name()).isEqualTo("RTX 4090");
        assertThat(instance.gpu().count()).isEqualTo(1);
        assertThatThrownBy(() ->
                        run(mode, vast.instances().launch(OfferQuery.parse("gpu_name=RTX_4090 dph<0.0001"), REQUEST)))
                .isInstanceOf(OfferUnavailableException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void credit_whenItRunsOut_thenEverythingIsStoppedAndNothingCanBeRented(Mode mode) {
        double price = Objects.requireNonNull(anOffer().price().dphTotal());
        restart(settings().credit(price));
        long id = running(mode);
        assertThat(run(mode, vast.account().current()).credit()).isPositive();

        timer.advance(Duration.ofHours(2));

        Instance stopped = get(mode, id);
        assertThat(stopped.statusSummary()).isEqualTo("stopped");
        assertThatThrownBy(() -> run(mode, vast.instances().start(id))).isInstanceOf(InsufficientCreditException.class);
        assertThatThrownBy(() -> rent(mode)).isInstanceOf(InsufficientCreditException.class);
        assertThat(run(mode, vast.account().current()).credit()).isLessThanOrEqualTo(0.01);
        run(mode, vast.instances().destroyAndVerify(id));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenTheRequestIsWrong_thenNothingIsRented(Mode mode) {
        assertThatThrownBy(() -> rent(mode, request -> request.image(IMAGE).templateHash("no such template")))
                .isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> rent(mode, request -> request.image(IMAGE).bidPrice(0.0001)))
                .isInstanceOfAny(BadRequestException.class, IllegalArgumentException.class);
        assertThat(sandbox.instanceIds()).isEmpty();
    }
}
