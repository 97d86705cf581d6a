package io.github.vastsdk.query;

import static io.github.vastsdk.query.Bodies.body;
import static io.github.vastsdk.query.Bodies.conditions;
import static io.github.vastsdk.query.OfferFields.askContractId;
import static io.github.vastsdk.query.OfferFields.computeCap;
import static io.github.vastsdk.query.OfferFields.cpuRam;
import static io.github.vastsdk.query.OfferFields.datacenter;
import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.driverVersion;
import static io.github.vastsdk.query.OfferFields.duration;
import static io.github.vastsdk.query.OfferFields.endDate;
import static io.github.vastsdk.query.OfferFields.geolocation;
import static io.github.vastsdk.query.OfferFields.gpuName;
import static io.github.vastsdk.query.OfferFields.gpuRam;
import static io.github.vastsdk.query.OfferFields.numGpus;
import static io.github.vastsdk.query.OfferFields.reliability;
import static io.github.vastsdk.query.OfferFields.rented;
import static io.github.vastsdk.query.OfferFields.score;
import static io.github.vastsdk.query.OfferFields.totalFlops;
import static io.github.vastsdk.query.OfferFields.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.vastsdk.model.Offer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferQueryTest {
    private static final String DEFAULTS =
            "'verified':{'eq':true},'external':{'eq':false},'rentable':{'eq':true},'rented':{'eq':false}";

    @Test
    void toJson_whenNothingIsSet_thenDefaults() {
        assertThat(body(OfferQuery.of()))
                .isEqualTo("{" + DEFAULTS + ",'order':[['score','desc']],'allocated_storage':5.0,'type':'on-demand'}");
    }

    @Test
    void toJson_whenMadeThreeWays_thenSameDefaults() {
        assertThat(OfferQuery.parse("")).isEqualTo(OfferQuery.of()).isEqualTo(OfferQuery.fromJson("{}"));
    }

    @Test
    void toJson_whenEverythingIsSet_thenSent() {
        OfferQuery query = OfferQuery.of(gpuName.eq("RTX 4090"), dphTotal.asc(), numGpus.gte(2), score.desc())
                .type(OfferType.INTERRUPTIBLE)
                .limit(7)
                .storageGb(32.5)
                .withoutBundling();

        assertThat(body(query))
                .isEqualTo("{" + DEFAULTS + ",'gpu_name':{'eq':'RTX 4090'},'num_gpus':{'gte':2},"
                        + "'order':[['dph_total','asc'],['score','desc']],'limit':7,'allocated_storage':32.5,"
                        + "'type':'bid','disable_bundling':true}");
        assertThat(query.limit()).isEqualTo(OptionalInt.of(7));
        assertThat(query.type()).isEqualTo(OfferType.INTERRUPTIBLE);
        assertThat(query.storageGb()).isEqualTo(32.5);
        assertThat(query.order()).containsExactly(dphTotal.asc(), score.desc());
        assertThat(query.conditions()).contains(verified.eq(true), numGpus.gte(2));
    }

    static Stream<Arguments> typed() {
        return Stream.of(
                Arguments.of(gpuName.eq("RTX_4090"), "{'gpu_name':{'eq':'RTX 4090'}}"),
                Arguments.of(gpuName.neq("A100 PCIE"), "{'gpu_name':{'neq':'A100 PCIE'}}"),
                Arguments.of(gpuName.in("A", "B"), "{'gpu_name':{'in':['A','B']}}"),
                Arguments.of(geolocation.notIn("cn", "VN"), "{'geolocation':{'notin':['CN','VN']}}"),
                Arguments.of(numGpus.eq(4), "{'num_gpus':{'eq':4}}"),
                Arguments.of(numGpus.neq(4), "{'num_gpus':{'neq':4}}"),
                Arguments.of(numGpus.in(1, 2, 4), "{'num_gpus':{'in':[1,2,4]}}"),
                Arguments.of(numGpus.notIn(1, 2L, 4.0), "{'num_gpus':{'notin':[1,2,4]}}"),
                Arguments.of(reliability.gt(0.98f), "{'reliability':{'gt':0.98}}"),
                Arguments.of(reliability.lt(new BigDecimal("0.980")), "{'reliability':{'lt':0.98}}"),
                Arguments.of(dphTotal.lte(1), "{'dph_total':{'lte':1}}"),
                Arguments.of(askContractId.eq(Long.MAX_VALUE), "{'ask_contract_id':{'eq':9223372036854775807}}"),
                Arguments.of(gpuRam.gteGb(23.5), "{'gpu_ram':{'gte':23500}}"),
                Arguments.of(gpuRam.gtGb(23), "{'gpu_ram':{'gt':23000}}"),
                Arguments.of(gpuRam.ltGb(23), "{'gpu_ram':{'lt':23000}}"),
                Arguments.of(gpuRam.lteGb(24.564), "{'gpu_ram':{'lte':24564}}"),
                Arguments.of(cpuRam.gteMb(24000), "{'cpu_ram':{'gte':24000}}"),
                Arguments.of(cpuRam.gtMb(24000), "{'cpu_ram':{'gt':24000}}"),
                Arguments.of(cpuRam.ltMb(0.5), "{'cpu_ram':{'lt':0.5}}"),
                Arguments.of(cpuRam.lteMb(24000), "{'cpu_ram':{'lte':24000}}"),
                Arguments.of(duration.gte(Duration.ofDays(3)), "{'duration':{'gte':259200}}"),
                Arguments.of(duration.lt(Duration.ofMillis(1500)), "{'duration':{'lt':1.5}}"),
                Arguments.of(endDate.gt(Instant.ofEpochSecond(1_800_000_000)), "{'end_date':{'gt':1800000000}}"),
                Arguments.of(driverVersion.gte("535.86.05"), "{'driver_version':{'gte':535086005}}"),
                Arguments.of(driverVersion.gte("535.86"), "{'driver_version':{'gte':535086000}}"),
                Arguments.of(driverVersion.lt("550"), "{'driver_version':{'lt':550000000}}"),
                Arguments.of(datacenter.eq(true), "{'datacenter':{'eq':true}}"));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void toJson_whenTyped_thenInTheUnitOfTheService(Condition<Offer> condition, String expected) {
        assertThat(conditions(OfferQuery.of(condition).withoutDefaults())).isEqualTo(expected);
    }

    static Stream<ThrowingCallable> refused() {
        return Stream.of(
                () -> numGpus.gte(Double.NaN),
                () -> numGpus.gte(Double.NEGATIVE_INFINITY),
                () -> numGpus.in(1, Float.POSITIVE_INFINITY),
                () -> numGpus.eq(new BigDecimal("1e5000")),
                () -> numGpus.in(),
                () -> gpuName.notIn(),
                () -> gpuName.eq(" "),
                () -> gpuName.in("A", ""),
                () -> geolocation.eq("Sweden"),
                () -> geolocation.in("SE", "S1"),
                () -> gpuRam.gteGb(Double.NaN),
                () -> gpuRam.gteMb(-1),
                () -> driverVersion.eq("five"),
                () -> driverVersion.eq("535.86.05.1"),
                () -> driverVersion.eq("5350"),
                () -> driverVersion.eq(""),
                () -> OfferQuery.of(numGpus.gte(1), numGpus.gte(2)),
                () -> OfferQuery.of(numGpus.gte(1)).where(numGpus.gte(2)),
                () -> OfferQuery.of().limit(0),
                () -> OfferQuery.of().storageGb(-1),
                () -> OfferQuery.of().storageGb(Double.NaN),
                () -> OfferQuery.of().orderBy("nonsense-"),
                () -> OfferType.of("auction"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void of_whenNonsense_thenRefused(ThrowingCallable mistake) {
        assertThatIllegalArgumentException().isThrownBy(mistake);
    }

    @Test
    void of_whenNull_thenRefused() {
        assertThatNullPointerException().isThrownBy(() -> gpuName.eq(null)).withMessage("gpu_name");
        assertThatNullPointerException()
                .isThrownBy(() -> gpuName.in("L4", null))
                .withMessage("gpu_name");
        assertThatNullPointerException().isThrownBy(() -> numGpus.eq(null)).withMessage("num_gpus");
        assertThatNullPointerException().isThrownBy(() -> duration.gt(null)).withMessage("duration");
        assertThatNullPointerException().isThrownBy(() -> OfferQuery.of((Term<Offer>) null));
        assertThatNullPointerException().isThrownBy(() -> OfferQuery.of().type(null));
    }

    @Test
    void where_whenDefaultOnSameField_thenReplaced() {
        assertThat(conditions(OfferQuery.of(verified.eq(false), rented.eq(true))))
                .isEqualTo(
                        "{'external':{'eq':false},'rentable':{'eq':true},'verified':{'eq':false},'rented':{'eq':true}}");
    }

    @Test
    void where_whenRange_thenBothBoundsAreSent() {
        assertThat(conditions(OfferQuery.of(computeCap.gte(800))
                        .where(computeCap.lt(1000))
                        .withoutDefaults()))
                .isEqualTo("{'compute_cap':{'gte':800,'lt':1000}}");
    }

    @Test
    void where_whenSameAgain_thenOnce() {
        OfferQuery query = OfferQuery.of(numGpus.gte(2));

        assertThat(query.where(numGpus.gte(2))).isEqualTo(query).hasSameHashCodeAs(query);
    }

    @Test
    void where_whenCalled_thenTheQueryItselfStays() {
        OfferQuery query = OfferQuery.of(numGpus.gte(2));
        String before = query.toJson();

        assertThat(query.where(gpuRam.gteGb(8)).without(verified).limit(1).orderBy(score.asc()))
                .isNotEqualTo(query);
        assertThat(query.toJson()).isEqualTo(before);
    }

    @Test
    void of_whenArgumentsChangeLater_thenTheQueryStays() {
        String[] names = {"L4", "L40"};
        Term<?>[] terms = {gpuName.in(names)};
        @SuppressWarnings("unchecked")
        OfferQuery query = OfferQuery.of((Term<Offer>[]) terms);
        String before = query.toJson();

        names[0] = "H100";
        terms[0] = numGpus.eq(1);

        assertThat(query.toJson()).isEqualTo(before).contains("[\"L4\",\"L40\"]");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> query.toMap().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> ((Map<?, ?>) query.toMap().get("gpu_name")).clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> query.conditions().clear());
    }

    @Test
    void without_whenDefaultAndOwn_thenBothAreGoneUntilSetAgain() {
        OfferQuery query = OfferQuery.of(verified.eq(false), numGpus.gte(1), numGpus.lte(8))
                .without(verified)
                .without(numGpus);

        assertThat(conditions(query))
                .isEqualTo("{'external':{'eq':false},'rentable':{'eq':true},'rented':{'eq':false}}");
        assertThat(query).hasToString("verified=any");
        assertThat(conditions(query.where(verified.eq(true)).withoutDefaults())).isEqualTo("{'verified':{'eq':true}}");
    }

    @Test
    void orderBy_whenCalled_thenReplaces() {
        OfferQuery query = OfferQuery.of(score.asc());

        assertThat(query.orderBy("num_gpus, total_flops-,dph+,-score,,").order())
                .containsExactly(numGpus.asc(), totalFlops.desc(), dphTotal.asc(), score.desc());
        assertThat(query.orderBy(numGpus.desc()).order()).containsExactly(numGpus.desc());
        assertThat(query.orderBy().order()).isEmpty();
        assertThat(body(query.orderBy(""))).contains("'order':[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "+", "--score", "score--", "score-+", "-score-", "score x", "dhp_total"})
    void orderBy_whenNotUnderstood_thenRefused(String order) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfferQuery.of().orderBy(order))
                .withMessageContaining("unknown field");
    }

    @Test
    void toString_whenConditions_thenTheGrammarOfTheOfficialClient() {
        assertThat(OfferQuery.of(
                                gpuName.in("RTX 4090", "H100 SXM"),
                                gpuRam.gteGb(24),
                                reliability.gt(0.98),
                                driverVersion.gte("535.86.05"),
                                duration.gte(Duration.ofHours(36)),
                                geolocation.notIn("CN"),
                                datacenter.eq(true))
                        .without(rented)
                        .limit(5))
                .hasToString("gpu_name in RTX_4090,H100_SXM gpu_ram>=24 reliability>0.98 driver_version>=535.86.05"
                        + " duration>=1.5 geolocation notin CN datacenter=true rented=any");
        assertThat(OfferQuery.of()).hasToString("");
    }

    @Test
    void equals_whenAnythingDiffers_thenNot() {
        OfferQuery query = OfferQuery.of(numGpus.gte(2));

        assertThat(List.<Object>of(
                        OfferQuery.of(numGpus.gte(3)),
                        OfferQuery.of(numGpus.gt(2)),
                        query.limit(1),
                        query.storageGb(6),
                        query.type(OfferType.RESERVED),
                        query.withoutBundling(),
                        query.withoutDefaults(),
                        query.orderBy(score.asc()),
                        "num_gpus>=2"))
                .doesNotContain(query)
                .doesNotHaveDuplicates();
        assertThat(score.asc()).isNotEqualTo(score.desc()).hasToString("score");
        assertThat(score.desc()).hasToString("score-").returns(true, Order::isDescending);
        assertThat(numGpus.gte(2))
                .isNotEqualTo(numGpus.gte(3))
                .returns("num_gpus", Condition::field)
                .returns("gte", Condition::op)
                .returns(2L, Condition::value);
        assertThat(numGpus).hasToString("num_gpus").returns("num_gpus", Field::name);
    }
}
