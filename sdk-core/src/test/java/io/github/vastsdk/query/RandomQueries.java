package io.github.vastsdk.query;

import io.github.vastsdk.model.Offer;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Makes queries with the typed language. Their values come from random offers, so that some offers match. */
final class RandomQueries {
    private static final List<Field<Offer>> FIELDS = fields();
    private static final List<OfferType> TYPES = List.of(OfferType.values());

    private final Random random;
    private final RandomOffers offers;

    RandomQueries(Random random) {
        this.random = random;
        this.offers = new RandomOffers(random, 0);
    }

    @SuppressWarnings("unchecked") // the class has fields of offers only
    private static List<Field<Offer>> fields() {
        return Arrays.stream(OfferFields.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (Field<Offer>) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** Every field that programs can name. */
    static List<Field<Offer>> all() {
        return FIELDS;
    }

    OfferQuery next() {
        OfferQuery query =
                random.nextBoolean() ? OfferQuery.of() : OfferQuery.of().withoutDefaults();
        for (int i = random.nextInt(5); i > 0; i--) {
            Field<Offer> field = any();
            query = random.nextInt(8) == 0
                    ? query.without(field)
                    : query.without(field).where(condition(field));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            query = query.orderBy(random.nextBoolean() ? any().asc() : any().desc());
        }
        return query.storageGb(random.nextInt(100)).type(TYPES.get(random.nextInt(3)));
    }

    /** One condition on a field. */
    Condition<Offer> condition(Field<Offer> field) {
        if (field instanceof TextField<Offer> text) {
            return equality(text, text(text), text(text));
        } else if (field instanceof NumberField<Offer> number) {
            return range(number, (Number) value(field), (Number) value(field));
        } else if (field instanceof DurationField<Offer> duration) {
            return range(duration, (Duration) value(field), ((Duration) value(field)).plusNanos(random.nextInt()));
        } else if (field instanceof TimeField<Offer> time) {
            return range(time, (Instant) value(field), ((Instant) value(field)).plusNanos(random.nextInt()));
        } else if (field instanceof VersionField<Offer> version) {
            return range(version, "535.86." + random.nextInt(4), "535." + random.nextInt(100));
        } else if (field instanceof FlagField<Offer> flag) {
            return flag.eq(random.nextBoolean());
        }
        return size((SizeField<Offer>) field);
    }

    private String text(TextField<Offer> field) {
        return field == OfferFields.geolocation || random.nextInt(4) > 0
                ? (String) value(field)
                : odd(random.nextInt(12));
    }

    /** Texts that the grammar must take care of. */
    private String odd(int length) {
        StringBuilder text = new StringBuilder("x");
        for (int i = 0; i < length; i++) {
            text.append("ab_ \"',[]?*=<>!\\\t\né日\uD83D\uDE80any".charAt(random.nextInt(25)));
        }
        return text.reverse().toString();
    }

    private Condition<Offer> size(SizeField<Offer> field) {
        double mb = ((Number) value(field)).doubleValue();
        return switch (random.nextInt(8)) {
            case 0 -> field.gtMb(mb);
            case 1 -> field.gteMb(mb);
            case 2 -> field.ltMb(mb);
            case 3 -> field.lteMb(mb);
            case 4 -> field.gtGb(mb / 1000);
            case 5 -> field.gteGb(mb / 1000);
            case 6 -> field.ltGb(mb / 1000);
            default -> field.lteGb(random.nextDouble() * 50);
        };
    }

    private <V> Condition<Offer> range(RangeField<Offer, V> field, V value, V other) {
        return switch (random.nextInt(8)) {
            case 0 -> field.gt(value);
            case 1 -> field.gte(value);
            case 2 -> field.lt(value);
            case 3 -> field.lte(value);
            default -> equality(field, value, other);
        };
    }

    @SuppressWarnings("unchecked")
    private <V> Condition<Offer> equality(EqualityField<Offer, V> field, V value, V other) {
        return switch (random.nextInt(4)) {
            case 0 -> field.eq(value);
            case 1 -> field.neq(value);
            case 2 -> random.nextBoolean() ? field.in(value, other) : field.in(value);
            default -> random.nextBoolean() ? field.notIn(value, other) : field.notIn(value);
        };
    }

    /** A value that an offer has; numbers also a little off. */
    private Object value(Field<Offer> field) {
        Object value = Objects.requireNonNull(
                field.read(Offer.fromJson(offers.next().toString())), () -> field + " of a random offer");
        return value instanceof Number number && random.nextInt(6) == 0
                ? new BigDecimal(number.toString()).add(BigDecimal.valueOf(random.nextInt(), 12))
                : value;
    }

    private Field<Offer> any() {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }
}
