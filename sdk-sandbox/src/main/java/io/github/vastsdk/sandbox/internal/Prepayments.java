package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.http.Answer;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Money that is put into an instance in advance, for a discount. */
final class Prepayments implements Resource {
    private static final double HOURS_PER_MONTH = 720;

    private final Lifecycle lifecycle;
    private final Meter meter;
    private final Map<Long, Double> deposits = new HashMap<>();

    Prepayments(Lifecycle lifecycle, Meter meter) {
        this.lifecycle = lifecycle;
        this.meter = meter;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("PUT", "/api/v0/instances/prepay/{id}/", "instance_write", "api.instance.prepay", this::prepay)
                        .every(2),
                Route.of(
                                "GET",
                                "/api/v0/instances/balance/{id}/",
                                "instance_read",
                                "api.instance.balance",
                                this::balance)
                        .every(3));
    }

    private Answer prepay(Call call) {
        Contract contract = find(call);
        if (contract == null) {
            throw Refusal.uncoded(400, "No such instance");
        }
        BigDecimal amount = Scalars.number(call.body().path("amount"));
        if (amount == null || amount.signum() <= 0) {
            throw Refusal.uncoded(400, "The amount is a number of dollars above 0");
        }
        if (amount.doubleValue() > meter.left()) {
            throw Refusal.uncoded(411, "Insufficient credit");
        }
        meter.spend(amount.doubleValue());
        double months = months(contract, deposits.merge(contract.id(), amount.doubleValue(), Double::sum));
        return Answers.ok(Answers.success().put("timescale", months).put("discount_rate", discount(months)));
    }

    private Answer balance(Call call) {
        Contract contract = find(call);
        if (contract == null) {
            throw Refusal.of(404, "no_such_instance", "There is no such instance");
        }
        double deposit = deposits.getOrDefault(contract.id(), 0.0);
        double months = months(contract, deposit);
        return Answers.ok(Answers.success()
                .put("refundable_deposit", deposit)
                .put("total_discount", deposit * discount(months))
                .put("discount_months", (int) months));
    }

    private static double months(Contract contract, double deposit) {
        return deposit / (contract.row().path("dph_total").doubleValue() * HOURS_PER_MONTH);
    }

    /** Gives the discount: 20 percent for a month, 30 for three, 40 at most. */
    private static double discount(double months) {
        if (months >= 6) {
            return 0.4;
        }
        return months >= 3 ? 0.3 : months >= 1 ? 0.2 : 0;
    }

    private @Nullable Contract find(Call call) {
        Long id = call.id("id");
        Contract contract = id == null ? null : lifecycle.find(id);
        return contract == null || contract.destroyed() ? null : contract;
    }
}
