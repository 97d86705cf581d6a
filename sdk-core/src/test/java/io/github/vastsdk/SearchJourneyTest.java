package io.github.vastsdk;

import static io.github.vastsdk.query.OfferFields.askContractId;
import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.geolocation;
import static io.github.vastsdk.query.OfferFields.gpuName;
import static io.github.vastsdk.query.OfferFields.gpuRam;
import static io.github.vastsdk.query.OfferFields.numGpus;
import static io.github.vastsdk.query.OfferFields.reliability;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.BenchmarkFields;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.query.OfferType;
import io.github.vastsdk.query.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user finds on the market. */
class SearchJourneyTest extends MarketJourney {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void search_whenTyped_thenGivesWhatFitsCheapestFirst(Mode mode) {
        OfferListing found = run(
                mode,
                vast.offers()
                        .search(OfferQuery.of(reliability.gt(0.9), gpuRam.gteGb(20), numGpus.lte(2))
                                .orderBy(dphTotal.asc())
                                .limit(10)));

        assertThat(found).hasSizeBetween(2, 10).allSatisfy(offer -> {
            assertThat(offer.host().reliability()).isGreaterThan(0.9);
            assertThat(offer.gpu().ramMb()).isGreaterThanOrEqualTo(20_000);
            assertThat(offer.gpu().count()).isLessThanOrEqualTo(2);
        });
        assertThat(found)
                .extracting(offer -> Objects.requireNonNull(offer.price().dphTotal()))
                .isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(found.dropped()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void search_whenSaidAsText_thenFindsTheSameAsTyped(Mode mode) {
        List<Offer> typed = run(mode, vast.offers().search(gpuName.eq("RTX 4090"), numGpus.gte(1), dphTotal.lt(5)));
        List<Offer> text = run(mode, vast.offers().search("gpu_name=RTX_4090 num_gpus>=1 dph<5"));

        assertThat(text).isNotEmpty().extracting(Offer::id).isEqualTo(ids(typed));
        assertThat(text).allMatch(offer -> "RTX 4090".equals(offer.gpu().name()));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void search_whenForCountriesOrInterruptible_thenKeepsToThem(Mode mode) {
        assertThat(run(mode, vast.offers().search(geolocation.in("SE", "US"))))
                .isNotEmpty()
                .allSatisfy(offer -> assertThat(offer.host().geolocation()).containsAnyOf("SE", "US"));

        OfferQuery bids = OfferQuery.of().type(OfferType.INTERRUPTIBLE).limit(5);
        assertThat(run(mode, vast.offers().search(bids))).isNotEmpty().allSatisfy(offer -> assertThat(
                        offer.price().dphTotal())
                .isGreaterThanOrEqualTo(Objects.requireNonNull(offer.price().minBid())));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void search_whenMoreDiskIsAskedFor_thenItsPriceCounts(Mode mode) {
        Offer small =
                run(mode, vast.offers().search(OfferQuery.of().storageGb(10))).get(0);
        Offer same = run(
                        mode,
                        vast.offers()
                                .search(OfferQuery.of()
                                        .where(askContractId.eq(small.id()))
                                        .storageGb(60)))
                .get(0);

        assertThat(same.id()).isEqualTo(small.id());
        assertThat(same.price().dphTotal())
                .isGreaterThan(Objects.requireNonNull(small.price().dphTotal()));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void market_whenBeyondTheCap_thenIsReadToItsEnd(Mode mode) {
        restart(settings().offers(500));
        OfferListing one = run(mode, vast.offers().search("rentable=any"));
        assertThat(one).hasSize(64);
        assertThat(one.truncated()).isTrue();

        OfferSearch whole = vast.offers().search(OfferQuery.of().withoutDefaults());
        List<Long> streamed = whole.stream().map(Offer::id).toList();
        OfferListing all = whole.all();

        assertThat(streamed).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(streamed).containsExactlyInAnyOrderElementsOf(free());
        assertThat(all.truncated()).isFalse();
        assertThat(ids(all)).containsExactlyInAnyOrderElementsOf(streamed);

        List<Long> scanned = new ArrayList<>();
        OfferScan scan = run(mode, whole.scan(offer -> scanned.add(offer.id())));
        assertThat(scan.truncated()).isTrue();
        assertThat(scanned).hasSize(scan.offers()).doesNotHaveDuplicates().isSubsetOf(streamed);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void offer_whenAskedForByItsId_thenIsThatOneUntilItIsGone(Mode mode) {
        Offer first = anOffer();
        Offer got = run(mode, vast.offers().get(first.id()));
        assertThat(got.id()).isEqualTo(first.id());
        assertThat(got.machineId()).isEqualTo(first.machineId());

        sandbox.takeOffer(first.id());

        assertThatThrownBy(() -> run(mode, vast.offers().get(first.id())))
                .isInstanceOf(OfferUnavailableException.class);
        assertThat(ids(run(mode, vast.offers().search("rentable=true")))).doesNotContain(first.id());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void gpuNames_whenUsedInASearch_thenEachIsKnown(Mode mode) {
        Listing<String> names = run(mode, vast.offers().gpuNames());
        assertThat(names).contains("RTX 4090").doesNotHaveDuplicates();
        assertThat(run(mode, vast.offers().gpuTypes()))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.gpuRamMb()).isGreaterThan(1_000))
                .extracting(type -> type.canonicalName())
                .doesNotContainNull();

        List<Offer> any = run(mode, vast.offers().search(gpuName.in(names.toArray(String[]::new)), numGpus.gte(1)));
        assertThat(any)
                .isNotEmpty()
                .allMatch(offer -> names.contains(offer.gpu().name()));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void benchmarks_whenNarrowed_thenAreOfThatGpuBestFirst(Mode mode) {
        Selection<BenchmarkFields> selection =
                Selection.of(BenchmarkFields.gpuName.eq("RTX 4090")).orderBy(BenchmarkFields.value.desc());

        assertThat(run(mode, vast.offers().benchmarks(selection, 5)))
                .hasSizeBetween(1, 5)
                .allMatch(benchmark -> "RTX 4090".equals(benchmark.gpuName()))
                .extracting(benchmark -> Objects.requireNonNull(benchmark.value()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    private List<Long> free() {
        return sandbox.offers().stream()
                .map(Offer::fromJson)
                .filter(offer -> !Boolean.TRUE.equals(offer.rented()))
                .map(Offer::id)
                .toList();
    }

    private static List<Long> ids(List<Offer> offers) {
        return offers.stream().map(Offer::id).toList();
    }
}
