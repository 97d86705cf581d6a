package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The market: what hosts offer. */
final class Offers implements Resource {
    private static final double TEN_PER_MINUTE = 6;

    private final World world;
    private final Ids ids;
    private final Instant start;
    private final MarketSettings settings;
    private final Map<Long, Offer> offers = new TreeMap<>();
    private boolean open;

    Offers(World world, Ids ids) {
        this.world = world;
        this.ids = ids;
        this.start = world.now();
        this.settings = world.settings().market();
    }

    /** Gives all offers. They are made up when somebody first looks: most tests never do. */
    private Map<Long, Offer> offers() {
        if (!open) {
            open = true;
            OfferRows rows = new OfferRows(ids, start);
            while (offers.size() < settings.offers()) {
                rows.machine().stream()
                        .limit(settings.offers() - offers.size())
                        .forEach(row -> add(new Offer(row, Set.of())));
            }
            for (String text : settings.customOffers()) {
                JsonNode given = Objects.requireNonNull(Json.parse(text));
                add(CustomOffers.over(rows.machine().get(0), given, World.seconds(start)));
            }
        }
        return offers;
    }

    private void add(Offer offer) {
        offers.put(offer.id(), offer);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/api/v0/bundles/", "misc", "api.offers.search", this::search)
                        .every(TEN_PER_MINUTE)
                        .withOrWithoutKey(),
                Route.of("PUT", "/api/v0/search/asks/", "misc", "api.offers.search_new", this::searchNew));
    }

    /** Gives an offer; null when there is none of that id. */
    @Nullable
    Offer find(long id) {
        return offers().get(id);
    }

    /** Answers a question to the market. */
    OfferSearch.Found find(JsonNode question) {
        return OfferSearch.of(question, settings.offerCap()).in(offers().values(), world.now());
    }

    /** Gives every offer at its usual price, the rented ones included. */
    List<ObjectNode> all() {
        return offers().values().stream()
                .map(offer -> offer.priced(OfferSearch.DEFAULT_STORAGE, false, world.now()))
                .toList();
    }

    private Answer search(Call call) {
        return answer(find(call.body()), List.of());
    }

    private Answer searchNew(Call call) {
        JsonNode question = call.member("q");
        if (question == null || !question.isObject()) {
            throw OfferSearch.invalid("q is not an object");
        }
        List<String> columns = new ArrayList<>();
        JsonNode names = call.member("select_cols");
        if (names != null) {
            names.forEach(name -> columns.add(name.asText()));
        }
        return answer(find(question), columns.contains("*") ? List.of() : columns);
    }

    private static Answer answer(OfferSearch.Found found, List<String> columns) {
        ArrayNode rows = Json.array();
        RowQuery.Columns shown = new RowQuery.Columns(columns);
        found.rows().forEach(row -> rows.add(shown.of(row)));
        return Answers.ok(Answers.success().put("truncated", found.truncated()).set("offers", rows));
    }
}
