package io.github.vastsdk;

import static io.github.vastsdk.internal.RetrySafety.READ;

import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.internal.OfferAnswer;
import io.github.vastsdk.internal.OfferSearchCall;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.model.Benchmark;
import io.github.vastsdk.model.GpuType;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.query.BenchmarkFields;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.query.Selection;
import io.github.vastsdk.query.Term;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The market: what can be rented, at which price. Nothing here costs anything. */
@CheckReturnValue
public final class Offers {
    private final Transport transport;

    Offers(Transport transport) {
        this.transport = transport;
    }

    /**
     * Searches for offers, such as {@code search(gpuName.eq("RTX 4090"), reliability.gt(0.98), dphTotal.asc())}.
     *
     * @param terms conditions, all of which must hold, and orders; the constants are in
     *     {@link io.github.vastsdk.query.OfferFields}
     * @return the call
     * @throws IllegalArgumentException if a field has two conditions with the same operator
     * @see #search(OfferQuery)
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final OfferSearch search(Term<Offer>... terms) {
        return search(OfferQuery.of(terms));
    }

    /**
     * Searches for offers by the text that the official client takes, such as
     * {@code gpu_name=RTX_4090 num_gpus>=2 dph<0.5}.
     *
     * @param grammar the conditions
     * @return the call
     * @throws IllegalArgumentException if the text is not understood to its last letter
     * @see OfferQuery#parse(String)
     */
    public OfferSearch search(String grammar) {
        return search(OfferQuery.parse(grammar));
    }

    /**
     * Searches for offers. <strong>Say how much storage you will create</strong> by {@link OfferQuery#storageGb}: the
     * prices include it.
     *
     * <p>{@code POST /api/v0/bundles/}, or {@code PUT /api/v0/search/asks/} by {@link OfferSearch#bySearchAsks}. A read,
     * repeated after failures. The service gives at most 64 offers, and allows ten searches a minute.
     *
     * @param query what to search for
     * @return the call; {@code execute()} makes one request, {@code stream()} and {@code all()} reach further
     */
    public OfferSearch search(OfferQuery query) {
        return new OfferSearchCall(transport, Objects.requireNonNull(query, "query"));
    }

    /**
     * Shows one offer, whatever its state. The price includes the storage that the service assumes by itself, which is
     * 8 GB.
     *
     * <p>{@code POST /api/v0/bundles/}, filtered by {@code ask_contract_id}: there is no operation for one offer, and a
     * filter by {@code id} finds nothing. A read; counts as a search.
     *
     * @param askId the id of the offer; not of an instance, nor of a machine
     * @return the call
     * @see OfferUnavailableException if the market does not show the offer any more
     */
    public Call<Offer> get(long askId) {
        return transport.call(Operation.post(READ, "/api/v0/bundles/")
                .json("ask_contract_id", Map.of("eq", Args.id(askId, "askId")))
                .as(OfferAnswer.one(askId))
                .every(6.0));
    }

    /**
     * Lists the names of GPUs, as searches take them.
     *
     * <p>{@code GET /api/v0/gpu_names/unique/}. A read. The names change rarely.
     *
     * @return the call
     */
    public Call<Listing<String>> gpuNames() {
        return transport.call(Operation.get("/api/v0/gpu_names/unique/").as(Shape.texts("gpu_names")));
    }

    /**
     * Lists the models of GPU with what is known of them.
     *
     * <p>{@code GET /api/v0/gpu_types/}. A read. The models change rarely.
     *
     * @return the call
     */
    public Call<Listing<GpuType>> gpuTypes() {
        return transport.call(Operation.get("/api/v0/gpu_types/").as(Shape.list(GpuType.class, "gpu_types")));
    }

    /**
     * Lists what instances once achieved.
     *
     * @param selection which benchmarks, in which order
     * @return the call
     * @see #benchmarks(Selection, int)
     */
    public Call<Listing<Benchmark>> benchmarks(Selection<BenchmarkFields> selection) {
        return benchmarks(selection, null);
    }

    /**
     * Lists what instances once achieved, up to a number of rows.
     *
     * <p>{@code GET /api/v0/benchmarks/}. A read.
     *
     * @param selection which benchmarks, in which order
     * @param limit how many at most, 1 or more
     * @return the call
     * @throws IllegalArgumentException if the limit is less than 1
     */
    public Call<Listing<Benchmark>> benchmarks(Selection<BenchmarkFields> selection, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be positive: " + limit);
        }
        return benchmarks(selection, Integer.valueOf(limit));
    }

    private Call<Listing<Benchmark>> benchmarks(Selection<BenchmarkFields> selection, @Nullable Integer limit) {
        return transport.call(Operation.get("/api/v0/benchmarks/")
                .query("select_cols", "[\"*\"]")
                .query("select_filters", selection.filtersJson())
                .query("order_by", selection.orderJson())
                .query("limit", limit)
                .as(Shape.list(Benchmark.class, "benchmarks"))
                .every(3.0));
    }
}
