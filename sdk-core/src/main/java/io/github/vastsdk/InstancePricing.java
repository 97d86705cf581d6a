package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.IDEMPOTENT;
import static io.github.vastsdk.internal.RetrySafety.UNSAFE;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.PriceIncreaseReader;
import io.github.vastsdk.internal.SequelCall;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.internal.checks.Limits;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.Deposit;
import io.github.vastsdk.model.PrepayResult;
import io.github.vastsdk.model.PriceIncrease;
import io.github.vastsdk.model.PriceIncreaseAnswer;
import io.github.vastsdk.model.PriceIncreases;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What instances cost: bids, prepayment, deposits and price increases. */
@CheckReturnValue
public final class InstancePricing {
    private static final String PENDING = "/api/v0/instances/pending-price-increases/";
    private static final String ACCEPT = "/api/v0/instances/accept-price-increase/";
    private static final String REJECT = "/api/v0/instances/reject-price-increase/";

    private final Transport transport;

    InstancePricing(Transport transport) {
        this.transport = transport;
    }

    /**
     * Changes the bid of an interruptible instance, which changes what it costs, and whether it runs.
     *
     * <p>{@code PUT /api/v0/instances/bid_price/{id}/}; idempotent.
     *
     * @param instanceId the id of the instance
     * @param dollarsPerHour the new bid in dollars per hour, 0.001 or more; the service accepts up to 32 for each GPU
     * @return the call
     * @throws IllegalArgumentException if the price is too low or no number
     * @see BadRequestException if the price is too high
     * @see NoSuchInstanceException
     */
    public Call<Ack> changeBid(long instanceId, double dollarsPerHour) {
        return bid(instanceId, Limits.bid(dollarsPerHour));
    }

    /**
     * Bids what wins at present, <strong>whatever that is</strong>: the service takes the price, and no limit can be set.
     * {@link #changeBid} is the safe one.
     *
     * <p>{@code PUT /api/v0/instances/bid_price/{id}/} without a price, as the official command line has it; the
     * documentation of the API does not mention it. Idempotent.
     *
     * @param instanceId the id of the instance
     * @return the call
     * @see NoSuchInstanceException
     */
    public Call<Ack> bidToWin(long instanceId) {
        return bid(instanceId, null);
    }

    private Call<Ack> bid(long instanceId, @Nullable Double dollarsPerHour) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("client_id", "me");
        body.put("price", dollarsPerHour);
        return transport.call(
                Operation.put(IDEMPOTENT, "/api/v0/instances/bid_price/{id}/", Args.id(instanceId, "instanceId"))
                        .withBody(Collections.unmodifiableMap(body))
                        .as(Shape.ack())
                        .every(5.5));
    }

    /**
     * Pays in advance for an instance, which makes it a reserved one with a discount. <strong>Moves money</strong> from the
     * account's credit to the instance; ending it early costs a fee.
     *
     * <p>{@code PUT /api/v0/instances/prepay/{id}/}. Not repeated once it may have arrived, since a second time pays again.
     *
     * @param instanceId the id of the instance
     * @param dollars how much to pay, more than 0
     * @return the call
     * @throws IllegalArgumentException if the amount is not a positive number
     * @see InsufficientCreditException
     */
    public Call<PrepayResult> prepay(long instanceId, double dollars) {
        if (!(dollars > 0) || Double.isInfinite(dollars)) {
            throw new IllegalArgumentException("dollars must be a positive number: " + dollars);
        }
        return transport.call(Operation.put(UNSAFE, "/api/v0/instances/prepay/{id}/", Args.id(instanceId, "instanceId"))
                .json("amount", dollars)
                .as(Shape.object(PrepayResult.class))
                .every(2.0));
    }

    /**
     * Shows what is left of the prepayment of an instance.
     *
     * <p>{@code GET /api/v0/instances/balance/{id}/}. Free; a read.
     *
     * @param instanceId the id of the instance
     * @return the call
     * @see NotFoundException
     */
    public Call<Deposit> deposit(long instanceId) {
        return transport.call(Operation.get("/api/v0/instances/balance/{id}/", Args.id(instanceId, "instanceId"))
                .query("owner", "me")
                .as(Shape.object(Deposit.class))
                .every(3.0));
    }

    /**
     * Lists the price increases that hosts ask for and that are not answered yet.
     *
     * <p>{@code GET /api/v0/instances/pending-price-increases/}. Free; a read.
     *
     * @return the call
     */
    public Call<PriceIncreases> priceIncreases() {
        return transport.call(Operation.get(PENDING).as(Shape.tree(PriceIncreaseReader::read)));
    }

    /**
     * Accepts a price increase. <strong>The instance costs more from the end of its present contract on</strong>, and goes
     * on instead of ending there.
     *
     * <p>{@code PUT /api/v0/instances/accept-price-increase/}. Idempotent in its effect: a second time says that none is
     * pending.
     *
     * @param priceIncreaseId the id of the price increase; not of the instance
     * @return the call
     * @see NotFoundException with code {@code no_pending_price_increase} when it was answered or withdrawn
     */
    public Call<PriceIncreaseAnswer> acceptPriceIncrease(long priceIncreaseId) {
        return answer(ACCEPT, priceIncreaseId);
    }

    /**
     * Rejects a price increase. The instance then ends with its present contract.
     *
     * <p>{@code PUT /api/v0/instances/reject-price-increase/}. Free; idempotent in its effect: a second time says that
     * none is pending.
     *
     * @param priceIncreaseId the id of the price increase; not of the instance
     * @return the call
     * @see NotFoundException with code {@code no_pending_price_increase} when it was answered or withdrawn
     */
    public Call<PriceIncreaseAnswer> rejectPriceIncrease(long priceIncreaseId) {
        return answer(REJECT, priceIncreaseId);
    }

    /**
     * Accepts the price increase of an instance, whatever it asks for: looks it up with {@link #priceIncreases()}, then
     * does what {@link #acceptPriceIncrease} does. The options of the call hold for each of the two requests.
     *
     * @param instanceId the id of the instance
     * @return the call
     * @see NotFoundException with code {@code no_pending_price_increase} when the instance has none; nothing is accepted
     */
    public Call<PriceIncreaseAnswer> acceptPriceIncreaseOf(long instanceId) {
        return answerOf(ACCEPT, instanceId, this::acceptPriceIncrease);
    }

    /**
     * Rejects the price increase of an instance: looks it up with {@link #priceIncreases()}, then does what
     * {@link #rejectPriceIncrease} does. The options of the call hold for each of the two requests.
     *
     * @param instanceId the id of the instance
     * @return the call
     * @see NotFoundException with code {@code no_pending_price_increase} when the instance has none
     */
    public Call<PriceIncreaseAnswer> rejectPriceIncreaseOf(long instanceId) {
        return answerOf(REJECT, instanceId, this::rejectPriceIncrease);
    }

    /** The service refuses a body with any other member. */
    private Call<PriceIncreaseAnswer> answer(String path, long priceIncreaseId) {
        return transport.call(Operation.put(IDEMPOTENT, path)
                .json("pending_price_increase_id", Args.id(priceIncreaseId, "priceIncreaseId"))
                .as(Shape.object(PriceIncreaseAnswer.class)));
    }

    private Call<PriceIncreaseAnswer> answerOf(
            String path, long instanceId, LongFunction<Call<PriceIncreaseAnswer>> answer) {
        long wanted = Args.id(instanceId, "instanceId");
        Call<PriceIncrease> found =
                transport.call(Operation.get(PENDING).as(Shape.tree(json -> PriceIncreaseReader.readOf(json, wanted))));
        return new SequelCall<>("PUT " + path, found, increase -> answer.apply(increase.id()));
    }
}
