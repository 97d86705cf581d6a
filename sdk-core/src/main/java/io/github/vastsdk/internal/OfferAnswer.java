package io.github.vastsdk.internal;

import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.model.Offer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one search, as sent.
 *
 * @param rows in the order sent
 * @param truncated whether the service says that it left offers out; null if it says nothing
 */
public record OfferAnswer(List<Offer> rows, @Nullable Boolean truncated) {
    static final String MEMBER = "offers";
    /** How many rows a search is answered with at most, whatever limit it asks for. */
    static final int CAP = 64;

    /**
     * The one offer of an answer to a search by its id.
     *
     * @param askId the id; an answer with other offers is nonsense, and does not mean that this one is gone
     */
    public static Shape<Offer> one(long askId) {
        return answer -> {
            OfferAnswer all = read(answer);
            if (all.rows.isEmpty()) {
                throw new Refusals.Absent(OfferUnavailableException::new, ErrorCode.NO_SUCH_ASK);
            }
            return all.rows.stream()
                    .filter(offer -> Objects.equals(OfferSieve.id(offer), askId))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the answer holds other offers than the one asked for"));
        };
    }

    static OfferAnswer read(Payload answer) throws IOException {
        List<Offer> rows = new ArrayList<>();
        Rows.Envelope rest = Rows.each(answer.open(), Offer.class, rows::add, MEMBER);
        return new OfferAnswer(rows, rest.truncated());
    }

    /**
     * Tells whether there are, or may be, more offers than these.
     *
     * @param limit how many were asked for at most
     */
    boolean mayBeMore(int limit) {
        return truncated == null ? rows.size() >= Math.min(limit, CAP) : truncated;
    }
}
