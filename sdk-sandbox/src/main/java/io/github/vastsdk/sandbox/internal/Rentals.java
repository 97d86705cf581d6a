package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renting: an offer becomes an instance. */
final class Rentals implements Resource {
    private final Offers offers;
    private final Lifecycle lifecycle;
    private final Meter meter;
    private final SshKeyStore sshKeys;
    private final InstanceSshKeys instanceKeys;
    private final TemplateOrders templates;
    private final VolumeOrders volumes;
    private final RentedRows rows;
    private final Ids ids;

    Rentals(
            World world,
            Ids ids,
            Offers offers,
            Lifecycle lifecycle,
            Meter meter,
            SshKeyStore sshKeys,
            InstanceSshKeys instanceKeys,
            TemplateOrders templates,
            VolumeOrders volumes) {
        this.offers = offers;
        this.lifecycle = lifecycle;
        this.meter = meter;
        this.sshKeys = sshKeys;
        this.instanceKeys = instanceKeys;
        this.templates = templates;
        this.volumes = volumes;
        this.rows = new RentedRows(world, ids);
        this.ids = ids;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("PUT", "/api/v0/asks/{id}/", "instance_write", "api.instance.create", this::rent)
                        .every(4.5),
                Route.of("POST", "/api/v0/asks/bulk/", "instance_write", "api.instance.create_bulk", this::rentAll),
                Route.of("PUT", "/api/v0/launch_instance/", "misc", "api.instance.launch", this::launch)
                        .every(5));
    }

    private Answer rent(Call call) {
        Long ask = call.id("id");
        if (ask == null) {
            throw RentOrder.refusal(
                    400,
                    "invalid_args",
                    "error 400: Invalid args: 'id' is required and must be a valid offer ID",
                    null);
        }
        return Answers.ok(rent(ask, order(call, ask)));
    }

    private RentOrder order(Call call, @Nullable Long ask) {
        return RentOrder.of(templates.filled(call.body(), ask), ask);
    }

    /** Rents each offer that can be had; it fails only when none can. */
    private Answer rentAll(Call call) {
        JsonNode asks = call.member("ids");
        if (asks == null || !asks.isArray() || asks.isEmpty()) {
            throw Refusal.of(400, "invalid_args", "error 400: Invalid args: 'ids' is required");
        }
        RentOrder order = order(call, null);
        ArrayNode results = Json.array();
        ArrayNode contracts = Json.array();
        int status = 200;
        for (JsonNode ask : asks) {
            try {
                ObjectNode rented = rent(ask.asLong(), order);
                contracts.add(rented.get("new_contract"));
                results.add(rented);
            } catch (Refusal refusal) {
                status = refusal.answer().status();
                results.add(Json.parse(refusal.answer().body()));
            }
        }
        ObjectNode body = contracts.isEmpty() ? ((ObjectNode) results.get(0)).deepCopy() : Answers.success();
        body.set("new_contracts", contracts);
        body.set("results", results);
        return Answers.json(contracts.isEmpty() ? status : 200, body);
    }

    private Answer launch(Call call) {
        JsonNode question = call.member("q");
        if (question == null || !question.isObject()) {
            throw Refusal.of(400, "invalid_query", "Invalid query parameters");
        }
        RentOrder order = order(call, null);
        List<ObjectNode> found = offers.find(question).rows();
        if (found.isEmpty()) {
            throw Refusal.of(404, "no_such_ask", "No offers found");
        }
        ObjectNode rented = rent(found.get(0).path("id").longValue(), order);
        // A text here, a number elsewhere.
        return Answers.ok(rented.put("new_contract", rented.path("new_contract").asText()));
    }

    private ObjectNode rent(long ask, RentOrder order) {
        if (meter.empty()) {
            throw RentOrder.refusal(
                    400, "insufficient_credit", "Your account lacks credit; see the billing page.", ask);
        }
        if (order.body().path("vm").asBoolean() && sshKeys.all().stream().allMatch(SshKey::deleted)) {
            throw RentOrder.refusal(400, "no_ssh_key_for_vm", "A VM needs an SSH key on the account", ask);
        }
        Offer offer = offers.find(ask);
        if (offer == null) {
            throw RentOrder.refusal(
                    404,
                    "invalid_args",
                    "error 404/3603: no_such_ask Instance type by id " + ask + " is not available.",
                    ask);
        }
        Double price = order.price();
        boolean tooLow = price != null && price < offer.minBid();
        if (tooLow && !order.orNothing() && offer.free()) {
            throw outbid(ask, offer, order);
        }
        if (tooLow || !offer.take()) {
            throw gone(ask);
        }
        InstanceFate fate = lifecycle.takeFate();
        if (fate == InstanceFate.START_QUEUED && order.orNothing()) {
            offer.giveBack();
            throw gone(ask);
        }
        Contract contract;
        try {
            contract = make(offer, order);
        } catch (Refusal refused) {
            offer.giveBack();
            throw refused;
        }
        contract.occupy(offer);
        lifecycle.rent(contract, fate, order.stopped());
        instanceKeys.join(contract.id());
        return Answers.success()
                .put("new_contract", contract.id())
                .put("instance_api_key", ids.hex(64))
                .put("ask_id", ask);
    }

    /** Makes the instance of a bid that is too low: it is there and costs its disk, but it does not run. */
    private Refusal outbid(long ask, Offer offer, RentOrder order) {
        Contract contract = make(offer, order);
        lifecycle.rent(contract, lifecycle.takeFate(), true);
        contract.outbid(true);
        instanceKeys.join(contract.id());
        return new Refusal(Answers.json(
                400,
                RentOrder.error("invalid_price", "The bid is below the lowest one; the instance is stopped", ask)
                        .put("new_contract", contract.id())));
    }

    private Contract make(Offer offer, RentOrder order) {
        Contract contract = rows.make(offer, order);
        volumes.mount(order.body().path("volume_info"), contract.row());
        return contract;
    }

    private static Refusal gone(long ask) {
        return RentOrder.refusal(
                410,
                "no_such_ask",
                "error 410/3907: no_such_ask Instance type " + ask + " is no longer available.",
                ask);
    }
}
