package io.github.vastsdk;

import static io.github.vastsdk.internal.Sends.sends;
import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.gpuName;
import static io.github.vastsdk.query.OfferFields.gpuRam;

import io.github.vastsdk.internal.Sends;
import io.github.vastsdk.query.BenchmarkFields;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.query.OfferType;
import io.github.vastsdk.query.Selection;
import java.util.Map;
import java.util.stream.Stream;

/** What the operations on offers send. */
final class OfferRows {
    private static final String NONE = "{'offers': []}";
    private static final String DEFAULTS = "'verified': {'eq': true}, 'external': {'eq': false},"
            + " 'rentable': {'eq': true}, 'rented': {'eq': false}";

    private OfferRows() {}

    static Stream<Sends<VastClient>> rows() {
        return Stream.of(
                sends(
                        "offers.search",
                        vast -> vast.offers().search(),
                        NONE,
                        "POST /api/v0/bundles/",
                        "{" + DEFAULTS
                                + ", 'order': [['score', 'desc']], 'type': 'on-demand', 'allocated_storage': 5.0}"),
                sends(
                        "offers.search with terms",
                        vast -> vast.offers()
                                .search(gpuName.in("RTX 4090", "H100 SXM"), gpuRam.gteGb(24), dphTotal.asc()),
                        NONE,
                        "POST /api/v0/bundles/",
                        "{" + DEFAULTS + ", 'gpu_name': {'in': ['RTX 4090', 'H100 SXM']}, 'gpu_ram': {'gte': 24000},"
                                + " 'order': [['dph_total', 'asc']], 'type': 'on-demand', 'allocated_storage': 5.0}"),
                sends(
                        "offers.search by a text",
                        vast -> vast.offers().search("gpu_name=RTX_4090 verified=any rented=any external=any"),
                        NONE,
                        "POST /api/v0/bundles/",
                        "{'rentable': {'eq': true}, 'gpu_name': {'eq': 'RTX 4090'}, 'order': [['score', 'desc']],"
                                + " 'type': 'on-demand', 'allocated_storage': 5.0}"),
                sends(
                        "offers.search with everything",
                        vast -> vast.offers()
                                .search(OfferQuery.of(dphTotal.lt(0.5))
                                        .type(OfferType.INTERRUPTIBLE)
                                        .withoutDefaults()
                                        .withoutBundling()
                                        .storageGb(32.5)
                                        .limit(10)),
                        NONE,
                        "POST /api/v0/bundles/",
                        "{'dph_total': {'lt': 0.5}, 'order': [['score', 'desc']], 'type': 'bid', 'limit': 10,"
                                + " 'allocated_storage': 32.5, 'disable_bundling': true}"),
                sends(
                        "offers.search by the newer operation",
                        vast -> vast.offers().search().bySearchAsks(),
                        NONE,
                        "PUT /api/v0/search/asks/",
                        "{'select_cols': ['*'], 'q': {" + DEFAULTS + ", 'order': [['score', 'desc']],"
                                + " 'type': 'on-demand', 'allocated_storage': 5.0}}"),
                sends(
                        "offers.scan",
                        vast -> vast.offers().search("verified=any").scan(offer -> {}),
                        NONE,
                        "POST /api/v0/bundles/",
                        "{'external': {'eq': false}, 'rentable': {'eq': true}, 'rented': {'eq': false},"
                                + " 'order': [['score', 'desc']], 'type': 'on-demand', 'allocated_storage': 5.0}"),
                sends(
                        "offers.get",
                        vast -> vast.offers().get(Long.MAX_VALUE),
                        "{'offers': [{'id': 9223372036854775807}]}",
                        "POST /api/v0/bundles/",
                        "{'ask_contract_id': {'eq': 9223372036854775807}}"),
                sends(
                        "offers.gpuNames",
                        vast -> vast.offers().gpuNames(),
                        "{'gpu_names': []}",
                        "GET /api/v0/gpu_names/unique/",
                        null),
                sends(
                        "offers.gpuTypes",
                        vast -> vast.offers().gpuTypes(),
                        "{'gpu_types': []}",
                        "GET /api/v0/gpu_types/",
                        null),
                new Sends<>(
                        "offers.benchmarks",
                        vast -> vast.offers().benchmarks(Selection.of()),
                        "[]",
                        "GET",
                        "/api/v0/benchmarks/",
                        Map.of("select_cols", "['*']", "select_filters", "{}"),
                        null),
                new Sends<>(
                        "offers.benchmarks with everything",
                        vast -> vast.offers()
                                .benchmarks(
                                        Selection.of(
                                                BenchmarkFields.gpuName.eq("RTX 4090"),
                                                BenchmarkFields.value.gt(100),
                                                BenchmarkFields.lastUpdate.desc()),
                                        5),
                        "[]",
                        "GET",
                        "/api/v0/benchmarks/",
                        Map.of(
                                "select_cols",
                                "['*']",
                                "select_filters",
                                "{'gpu_name':{'eq':'RTX 4090'},'value':{'gt':100}}",
                                "order_by",
                                "[{'col':'last_update','dir':'desc'}]",
                                "limit",
                                "5"),
                        null));
    }
}
