package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.model.Deposit;
import io.github.vastsdk.model.PrepayResult;
import io.github.vastsdk.model.PriceIncrease;
import io.github.vastsdk.model.PriceIncreaseAnswer;
import io.github.vastsdk.model.PriceIncreases;
import io.github.vastsdk.model.PriceTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bids, prepayment, deposits and price increases. */
class InstancePricingTest extends WireTest {
    private static final String ROW =
            "{\"pending_price_increase_id\": 77, \"contract_id\": \"1234\", \"host_id\": 5, \"old_gpu_costpersec\":"
                    + " 0.0001, \"new_gpu_costpersec\": 0.0002, \"old_disk_ram_costpersec\": 1e-7,"
                    + " \"new_disk_ram_costpersec\": null, \"old_bwu_cost\": 0.01, \"new_bwd_cost\": 0.02,"
                    + " \"old_platform_fee\": 0.25, \"contract_end_date\": 1767312000.0, \"zz_future\": 1}";

    private InstancePricing pricing() {
        return vast.instances().pricing();
    }

    private void pending(String rows, boolean truncated) {
        answer(
                200,
                "{\"success\": true, \"count\": 9, \"truncated\": " + truncated + ", \"pending_price_increases\": ["
                        + rows + "]}");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void priceIncreases_whenListed_thenAsSentAndInTheUnitsOfPeople(Mode mode) {
        pending(ROW, true);

        PriceIncreases all = mode.run(pricing().priceIncreases());

        assertThat(all.truncated()).isTrue();
        assertThat(all.count()).isEqualTo(9);
        assertThat(all.of(999)).isEmpty();
        PriceIncrease increase = all.of(1234).orElseThrow();
        assertThat(increase.id()).isEqualTo(77);
        assertThat(increase.newGpuPerSecond()).isEqualTo(0.0002);
        assertThat(increase.contractEnd()).isEqualTo(Instant.ofEpochSecond(1_767_312_000));
        assertThat(increase.extra()).containsOnlyKeys("zz_future");
        assertThat(increase)
                .hasToString("PriceIncrease 77 of instance 1234: GPUs $0.36/h → $0.72/h from 2026-01-02T00:00:00Z");
        PriceTerms old = increase.oldTerms();
        assertThat(old.gpuPerHour()).isCloseTo(0.36, Offset.offset(1e-12));
        assertThat(old.diskPerGbMonth()).isCloseTo(0.2592, Offset.offset(1e-12));
        assertThat(old.upload()).isEqualTo(0.01);
        assertThat(old.download()).isNull();
        assertThat(old.platformFeePercent()).isEqualTo(25);
        assertThat(increase.newTerms().gpuPerHour()).isCloseTo(0.72, Offset.offset(1e-12));
        assertThat(increase.newTerms().diskPerGbMonth()).isNull();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void acceptPriceIncreaseOf_whenTheInstanceHasOne_thenAcceptsThatOne(Mode mode) throws InterruptedException {
        pending("{\"pending_price_increase_id\": 76, \"contract_id\": 1},null," + ROW, false);
        answer(200, "{\"success\": true, \"pending_price_increase_id\": 77, \"contract_id\": 1234}");

        PriceIncreaseAnswer answer = mode.run(pricing()
                .acceptPriceIncreaseOf(1234)
                .header("X-Trace", "t")
                .timeout(Duration.ofSeconds(5))
                .deadline(Duration.ofMinutes(1))
                .retries(0));

        assertThat(answer.priceIncreaseId()).isEqualTo(77);
        assertThat(answer.instanceId()).isEqualTo(1234);
        RecordedRequest list = request();
        assertThat(list.getMethod() + " " + list.getTarget())
                .isEqualTo("GET /api/v0/instances/pending-price-increases/");
        RecordedRequest accept = request();
        assertThat(accept.getMethod() + " " + accept.getTarget())
                .isEqualTo("PUT /api/v0/instances/accept-price-increase/");
        assertThat(json(body(accept))).isEqualTo(json("{'pending_price_increase_id': 77}"));
        assertThat(list.getHeaders().get("X-Trace")).isEqualTo("t");
        assertThat(accept.getHeaders().get("X-Trace")).isEqualTo("t");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void rejectPriceIncreaseOf_whenTheInstanceHasNone_thenNothingIsAnswered(Mode mode) {
        pending(ROW, true);

        assertThatThrownBy(() -> mode.run(pricing().rejectPriceIncreaseOf(7)))
                .isExactlyInstanceOf(NotFoundException.class)
                .hasMessageContaining("none is pending for instance 7, as far as the list goes")
                .satisfies(failure ->
                        assertThat(((ApiException) failure).code()).isEqualTo(ErrorCode.NO_PENDING_PRICE_INCREASE));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 409})
    void acceptPriceIncrease_whenItIsStale_thenNotFound(int status) {
        answer(status, "{\"success\": false, \"error\": \"no_pending_price_increase\"}");
        assertThatThrownBy(() -> pricing().acceptPriceIncrease(77).execute())
                .isExactlyInstanceOf(NotFoundException.class);
        pending(ROW, false);
        answer(status, "{\"success\": false, \"error\": \"no_pending_price_increase\"}");
        assertThatThrownBy(() -> pricing().rejectPriceIncreaseOf(1234).execute())
                .isExactlyInstanceOf(NotFoundException.class)
                .hasMessageContaining("PUT /api/v0/instances/reject-price-increase/");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void acceptPriceIncreaseOf_whenRawOrWithReply_thenOfTheSecondAnswer(Mode mode) {
        String accepted = "{\"success\": true, \"pending_price_increase_id\": 77}";
        pending(ROW, false);
        answer(200, accepted);
        assertThat(mode.run(pricing().acceptPriceIncreaseOf(1234).raw())).isEqualTo(json(accepted));
        pending(ROW, false);
        answer(200, accepted);
        Reply<PriceIncreaseAnswer> reply =
                mode.run(pricing().acceptPriceIncreaseOf(1234).withReply());
        assertThat(reply.value().priceIncreaseId()).isEqualTo(77);
        assertThat(reply.json()).isEqualTo(json(accepted));
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void cancel_whenEitherRequestIsUnderWay_thenEndsIt() throws InterruptedException {
        for (int before = 0; before < 2; before++) {
            if (before == 1) {
                pending(ROW, false);
            }
            server.enqueue(new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build());
            CompletableFuture<PriceIncreaseAnswer> answer =
                    pricing().acceptPriceIncreaseOf(1234).executeAsync();
            for (int i = 0; i <= before; i++) {
                request();
            }

            assertThat(answer.cancel(true)).isTrue();

            assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void acceptPriceIncreaseOf_whenShown_thenShowsTheFirstRequest() {
        assertThat(pricing().acceptPriceIncreaseOf(7).toCurl()).contains("-X GET", "pending-price-increases");
        assertThat(pricing().acceptPriceIncreaseOf(7))
                .hasToString("Call[GET /api/v0/instances/pending-price-increases/] (not sent; call .execute())");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"success\": true}", "{\"pending_price_increases\": null}"})
    void priceIncreases_whenTheListIsMissing_thenItIsNotTakenForNone(String body) {
        answer(200, body);
        assertThatThrownBy(() -> pricing().priceIncreases().execute()).isInstanceOf(ResponseFormatException.class);
        answer(200, body);
        assertThatThrownBy(() -> pricing().acceptPriceIncreaseOf(7).execute())
                .isInstanceOf(ResponseFormatException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void prepayAndDeposit_whenAnswered_thenInMonthsAndDollars(Mode mode) {
        answer(200, "{\"success\": true, \"timescale\": 1, \"discount_rate\": \"0.2\"}");
        assertThat(mode.run(pricing().prepay(7, 10)))
                .returns(1.0, PrepayResult::timescaleMonths)
                .returns(0.2, PrepayResult::discountRate);
        answer(
                200,
                "{\"success\": true, \"refundable_deposit\": 4.5, \"total_discount\": 0.5, \"discount_months\": 3}");
        assertThat(mode.run(pricing().deposit(7)))
                .returns(4.5, Deposit::refundable)
                .returns(0.5, Deposit::totalDiscount)
                .returns(3.0, Deposit::discountMonths);
    }

    @Test
    void prepay_whenThereIsNoCredit_thenSaysSo() {
        answer(411, "{\"success\": false, \"msg\": \"Insufficient credit\"}");
        assertThatThrownBy(() -> pricing().prepay(7, 10).execute()).isInstanceOf(InsufficientCreditException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }
}
