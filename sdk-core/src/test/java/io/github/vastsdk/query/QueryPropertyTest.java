package io.github.vastsdk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.vastsdk.model.Offer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every query. */
class QueryPropertyTest {
    private static OfferQuery query(long seed) {
        return new RandomQueries(new Random(seed)).next();
    }

    private static OfferQuery parseLike(OfferQuery query, String text) {
        OfferQuery parsed = OfferQuery.parse(text)
                .orderBy(query.order().stream().map(Order::toString).collect(Collectors.joining(",")))
                .type(query.type())
                .storageGb(query.storageGb());
        return query.limit().isPresent() ? parsed.limit(query.limit().getAsInt()) : parsed;
    }

    @Property
    void toString_whenTyped_thenParsesToTheSameBody(@ForAll long seed) {
        OfferQuery query = query(seed);
        OfferQuery parsed = parseLike(query, query.toString());

        assertThat(Bodies.alike(parsed)).as(query.toString()).isEqualTo(Bodies.alike(query));
        assertThat(parsed).hasToString(query.toString());
    }

    @Property
    void toJson_whenTyped_thenReadsToTheSameBody(@ForAll long seed) {
        OfferQuery query = query(seed);

        assertThat(OfferQuery.fromJson(query.toJson()).withoutDefaults().toJson())
                .isEqualTo(query.withoutDefaults().where(kept(query)).toJson());
    }

    /** The defaults that a query still has, as conditions of its own. */
    @SuppressWarnings("unchecked")
    private static Condition<Offer>[] kept(OfferQuery query) {
        return query.conditions().toArray(Condition[]::new);
    }

    @Property
    void matches_whenParsedFromItsText_thenTheSameOffers(@ForAll long seed) {
        Random random = new Random(seed);
        OfferQuery query = new RandomQueries(random).next();
        OfferQuery parsed = parseLike(query, query.toString());
        Offer offer = Offer.fromJson(new RandomOffers(random, 0.1).next().toString());

        assertThat(parsed.matches(offer)).isEqualTo(query.matches(offer));
    }

    @Property
    void violations_whenAnyOffer_thenExactlyTheConditionsThatFailAlone(@ForAll long seed) {
        Random random = new Random(seed);
        OfferQuery query = new RandomQueries(random).next();
        Offer offer = Offer.fromJson(new RandomOffers(random, 0.1).next().toString());

        assertThat(query.violations(offer))
                .containsExactlyElementsOf(query.conditions().stream()
                        .filter(condition ->
                                !OfferQuery.of(condition).withoutDefaults().matches(offer))
                        .toList());
    }

    @Property
    void violations_whenOppositeOperators_thenExactlyOneOfThem(@ForAll long seed) {
        Random random = new Random(seed);
        Offer offer = Offer.fromJson(new RandomOffers(random, 0).next().toString());
        RandomQueries queries = new RandomQueries(random);
        Field<Offer> field =
                RandomQueries.all().get(random.nextInt(RandomQueries.all().size()));
        Condition<Offer> condition = queries.condition(field);
        Condition<Offer> opposite = new Condition<>(condition.column(), opposite(condition.op()), condition.value());

        assertThat(condition.isViolatedBy(offer))
                .as(condition + " of " + offer)
                .isNotEqualTo(opposite.isViolatedBy(offer));
    }

    private static Op opposite(String op) {
        return switch (Op.ofWire(op)) {
            case EQ -> Op.NEQ;
            case NEQ -> Op.EQ;
            case GT -> Op.LTE;
            case GTE -> Op.LT;
            case LT -> Op.GTE;
            case LTE -> Op.GT;
            case IN -> Op.NOTIN;
            case NOTIN -> Op.IN;
        };
    }

    @Property
    void parse_whenAnyText_thenUnderstoodOrRefused(@ForAll String text) {
        understoodOrRefused(text);
    }

    @Property(tries = 5000)
    void parse_whenPartsOfQueries_thenUnderstoodOrRefused(@ForAll @From("parts") List<String> parts) {
        understoodOrRefused(String.join("", parts));
    }

    @Property
    void parse_whenMutated_thenUnderstoodOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(new RandomQueries(random).next() + " num_gpus=1");
        for (int i = 1 + random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "\"[],=<>! _any1".charAt(random.nextInt(14)));
                default -> text.setLength(at + 1);
            }
        }
        understoodOrRefused(text.toString());
    }

    @Property
    void parse_whenSomethingFollows_thenRefused(@ForAll long seed, @ForAll @From("leftovers") String leftover) {
        String text = query(seed) + " num_gpus=1" + leftover;

        assertThatIllegalArgumentException().as(text).isThrownBy(() -> OfferQuery.parse(text));
    }

    /** What is understood is kept: written again, it is the same. */
    private static void understoodOrRefused(String text) {
        OfferQuery query;
        try {
            query = OfferQuery.parse(text);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("query: ");
            return;
        }
        assertThat(OfferQuery.parse(query.toString())).as(text).isEqualTo(query);
    }

    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.of(
                        " ",
                        " ",
                        "=",
                        ">=",
                        "!=",
                        " in ",
                        " not in ",
                        " gt",
                        "[",
                        "]",
                        ",",
                        "\"",
                        "\"\"",
                        "any",
                        "None",
                        "num_gpus",
                        "gpu_name",
                        "gpu_ram",
                        "duration",
                        "verified",
                        "geolocation",
                        "driver_version",
                        "1",
                        "2.5",
                        "SE",
                        "RTX_4090",
                        "true",
                        "535.86",
                        "nonsense",
                        "\n")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<String> leftovers() {
        return Arbitraries.of(
                " x", " num_gpus", " =1", "]", "\"", " [1]", " num_gpus=", " gpu_name in", " 1", " , dph<1");
    }
}
