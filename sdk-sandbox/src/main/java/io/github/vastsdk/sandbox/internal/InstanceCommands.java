package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done to an instance in the course of its life. */
final class InstanceCommands implements Resource {
    private static final int MAX_LABEL = 1024;
    private static final double LOWEST_BID = 0.001;
    private static final double HIGHEST_BID = 32;

    private final Lifecycle lifecycle;
    private final Meter meter;

    InstanceCommands(Lifecycle lifecycle, Meter meter) {
        this.lifecycle = lifecycle;
        this.meter = meter;
    }

    @Override
    public List<Route> routes() {
        String all = "/api/v0/instances/";
        return List.of(
                Route.of("PUT", all + "{id}/", "instance_write", "api.instance.update", this::manage)
                        .every(1),
                Route.of("DELETE", all + "{id}/", "instance_write", "api.instance.destroy", this::destroy)
                        .every(3, RateForm.MESSAGE),
                Route.of("PUT", all, "instance_write", "api.instance.update_bulk", this::manageAll),
                Route.of("DELETE", all, "instance_write", "api.instance.destroy_bulk", this::destroyAll),
                Route.of("PUT", all + "reboot/{id}/", "instance_write", "api.instance.reboot", this::reboot)
                        .every(1),
                Route.of("PUT", all + "recycle/{id}/", "instance_write", "api.instance.recycle", this::recycle)
                        .every(1),
                Route.of("PUT", all + "bid_price/{id}/", "instance_write", "api.instance.bid_price", this::bid)
                        .every(5.5));
    }

    private Answer manage(Call call) {
        Contract contract = existing(call, "invalid_args");
        JsonNode label = call.member("label");
        String state = state(call);
        if (label == null && state == null) {
            throw Refusal.of(400, "invalid_args", "error 400: Invalid args: 'state' or 'label' is required");
        }
        if (label != null && (!label.isTextual() || label.textValue().length() > MAX_LABEL)) {
            throw Refusal.of(400, "label_too_long", "A label is a text of at most " + MAX_LABEL + " characters");
        }
        if (label != null) {
            contract.row().put("label", label.textValue().isEmpty() ? null : label.textValue());
        }
        return state == null ? Answers.success("The label is set") : change(List.of(contract), state);
    }

    private Answer manageAll(Call call) {
        String state = state(call);
        if (state == null) {
            throw Refusal.of(400, "invalid_args", "error 400: Invalid args: 'state' is required");
        }
        return change(several(call, "ids"), state);
    }

    private static @Nullable String state(Call call) {
        JsonNode state = call.member("state");
        if (state != null && !state.asText().matches("running|stopped")) {
            throw Refusal.of(400, "invalid_args", "error 400: Invalid args: 'state' is running or stopped");
        }
        return state == null ? null : state.asText();
    }

    private Answer change(List<Contract> contracts, String state) {
        if (state.equals("stopped")) {
            contracts.forEach(lifecycle::stop);
            return Answers.success("The state is changed");
        }
        if (meter.empty()) {
            throw Refusal.of(400, "insufficient_credit", "Your account lacks credit; see the billing page.");
        }
        boolean queued = false;
        for (Contract contract : contracts) {
            queued |= !lifecycle.start(contract);
        }
        // No error, as the service sees it: it may start, and cost, at any time.
        return queued
                ? Answers.error(
                        200,
                        "resources_unavailable",
                        "Required resources are currently unavailable, state change queued.")
                : Answers.success("The state is changed");
    }

    private Answer destroy(Call call) {
        Contract contract = lifecycle.find(Instances.id(call, "invalid_args"));
        if (contract == null) {
            throw Refusal.of(404, "not_found", "Instance not found");
        }
        lifecycle.destroy(contract);
        return Answers.success("The instance is destroyed");
    }

    private Answer destroyAll(Call call) {
        several(call, "instance_ids").forEach(lifecycle::destroy);
        return Answers.success("The instances are destroyed");
    }

    private Answer reboot(Call call) {
        lifecycle.reboot(running(call, "invalid_args"));
        return Answers.success("The instance is rebooted");
    }

    private Answer recycle(Call call) {
        lifecycle.recycle(running(call, "invalid_id"));
        return Answers.success("The instance is recycled");
    }

    private Answer bid(Call call) {
        Contract contract = existing(call, "invalid_args");
        ObjectNode row = contract.row();
        double lowest = row.path("min_bid").asDouble();
        JsonNode given = call.member("price");
        BigDecimal price = given == null ? BigDecimal.valueOf(lowest) : Scalars.number(given);
        if (price == null
                || price.doubleValue() < LOWEST_BID
                || price.doubleValue() > HIGHEST_BID * row.path("num_gpus").asInt(1)) {
            throw Refusal.of(400, "invalid_args", "Please set a bid price >= 0.001.");
        }
        if (!row.path("is_bid").asBoolean()) {
            throw Refusal.of(400, "invalid_args", "The instance is rented on demand");
        }
        RentedRows.price(row, price.doubleValue());
        lifecycle.rebid(contract, price.doubleValue() >= lowest);
        return Answers.success("The bid is changed");
    }

    private Contract running(Call call, String code) {
        Contract contract = existing(call, code);
        if (!contract.is("cur_state", "running")) {
            throw Refusal.of(400, code, "The instance does not run");
        }
        return contract;
    }

    private Contract existing(Call call, String code) {
        Contract contract = lifecycle.find(Instances.id(call, code));
        if (contract == null || contract.destroyed()) {
            throw Refusal.of(404, "no_such_instance", "Instance with that ID does not exist.");
        }
        return contract;
    }

    /** Finds those of several instances that exist; it fails only when none does. */
    private List<Contract> several(Call call, String name) {
        JsonNode ids = call.member(name);
        if (ids == null || !ids.isArray() || ids.isEmpty()) {
            throw Refusal.of(400, "invalid_args", "error 400: Invalid args: '" + name + "' is required");
        }
        List<Contract> found = new ArrayList<>();
        for (JsonNode id : ids) {
            Contract contract = lifecycle.find(id.asLong());
            if (contract != null && !contract.destroyed()) {
                found.add(contract);
            }
        }
        if (found.isEmpty()) {
            throw Refusal.of(404, "no_such_instance", "None of these instances exists.");
        }
        return found;
    }
}
