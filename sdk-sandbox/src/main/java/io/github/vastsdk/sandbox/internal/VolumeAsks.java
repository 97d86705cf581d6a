package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Offers of room for volumes: those of other hosts and those that the account lists itself. */
final class VolumeAsks {
    private static final int CAP = 64;
    private static final double HOURS_PER_MONTH = 720;

    private final World world;
    private final Map<Long, ObjectNode> asks = new TreeMap<>();
    private final Set<Long> own = new HashSet<>();

    VolumeAsks(World world) {
        this.world = world;
    }

    void add(ObjectNode ask) {
        asks.put(ask.path("id").longValue(), ask);
    }

    void addOwn(ObjectNode ask) {
        add(ask);
        own.add(ask.path("id").longValue());
    }

    /** Takes off an offer of the account; says whether there was one of that id. */
    boolean removeOwn(long id) {
        return own.remove(id) && asks.remove(id) != null;
    }

    boolean isOwn(long id) {
        return own.contains(id);
    }

    @Nullable
    ObjectNode find(long id) {
        return asks.get(id);
    }

    /** Takes room from an offer; refuses what it does not have. */
    ObjectNode take(@Nullable Long id, double size) {
        ObjectNode ask = id == null ? null : asks.get(id);
        if (ask == null) {
            throw Refusal.of(404, "no_such_ask", "There is no such offer");
        }
        double left = ask.path("disk_space").doubleValue() - size;
        if (!(size >= 1) || left < 0) {
            throw Refusal.invalid("the offer has " + ask.path("disk_space") + " GB");
        }
        return ask.put("disk_space", left);
    }

    /** Answers a search. */
    Answer search(Call call) {
        JsonNode order = call.member("order");
        JsonNode limit = call.member("limit");
        // The same faults as in a search for GPUs; here the refusal says success, too.
        if ((order != null && !order.isArray()) || (limit != null && Scalars.number(limit) == null)) {
            throw Refusal.of(400, "invalid_request", "Invalid query: order is an array, and limit a number");
        }
        OfferSearch search = OfferSearch.of(call.body(), CAP);
        List<ObjectNode> matching = asks.values().stream()
                .map(ask -> priced(ask, search.storage()))
                .filter(search.filter())
                .sorted(search.order())
                .toList();
        ArrayNode rows = Json.array();
        matching.stream().limit(search.limit()).forEach(rows::add);
        return Answers.ok(Answers.success()
                .put("truncated", matching.size() > rows.size())
                .set("offers", rows));
    }

    private ObjectNode priced(ObjectNode ask, double size) {
        ObjectNode row = ask.deepCopy();
        row.put("duration", ask.path("end_date").doubleValue() - World.seconds(world.now()));
        if (row.has("storage_total_cost")) {
            row.put("storage_total_cost", ask.path("storage_cost").doubleValue() * size / HOURS_PER_MONTH);
        }
        return row;
    }
}
