package io.github.vastsdk.internal;

import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.OfferQuery;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets each offer pass once, if it is what the query asks for. Not for several threads at once. */
final class OfferSieve {
    private final OfferQuery query;
    private final Set<Long> passed = new HashSet<>();
    private final Set<Long> dropped = new HashSet<>();
    private int passedUnnamed;
    private int droppedUnnamed;

    OfferSieve(OfferQuery query) {
        this.query = query;
    }

    /** Returns the id to rent by, which an offer has under two names; null if it has neither. */
    static @Nullable Long id(Offer offer) {
        Long id = offer.id();
        return id == null ? offer.askContractId() : id;
    }

    boolean passes(Offer offer) {
        Long id = id(offer);
        boolean matches = query.matches(offer);
        if (id == null) {
            passedUnnamed += matches ? 1 : 0;
            droppedUnnamed += matches ? 0 : 1;
            return matches;
        }
        if (!matches) {
            if (!passed.contains(id)) {
                dropped.add(id);
            }
            return false;
        }
        dropped.remove(id);
        return passed.add(id);
    }

    /** Returns how many different offers came by that can be told apart. */
    int known() {
        return passed.size() + dropped.size();
    }

    int passed() {
        return passed.size() + passedUnnamed;
    }

    int dropped() {
        return dropped.size() + droppedUnnamed;
    }
}
