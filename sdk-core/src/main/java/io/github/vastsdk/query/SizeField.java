package io.github.vastsdk.query;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column with an amount of memory, which the service counts in MB. One GB is 1000 MB here, as in the official client
 * and its query texts.
 *
 * <p>The service counts what is usable, which is less than what is printed on the box: an RTX 5090 with 32 GB has
 * 32607 MB, an L4 with 24 GB about 22500 MB. So leave some room: {@code gpuRam.gteGb(22)} for cards of 24 GB.
 *
 * @param <S> what the rows are
 */
public final class SizeField<S> extends Field<S> {
    private static final BigDecimal MB_PER_GB = BigDecimal.valueOf(1000);

    SizeField(String name, Function<S, @Nullable Object> reader) {
        super(name, reader);
    }

    /**
     * Requires more than this.
     *
     * @param gb the bound in GB of 1000 MB
     * @return the condition
     */
    public Condition<S> gtGb(double gb) {
        return new Condition<>(this, Op.GT, megabytes(gb, MB_PER_GB));
    }

    /**
     * Requires this or more.
     *
     * @param gb the bound in GB of 1000 MB
     * @return the condition
     */
    public Condition<S> gteGb(double gb) {
        return new Condition<>(this, Op.GTE, megabytes(gb, MB_PER_GB));
    }

    /**
     * Requires less than this.
     *
     * @param gb the bound in GB of 1000 MB
     * @return the condition
     */
    public Condition<S> ltGb(double gb) {
        return new Condition<>(this, Op.LT, megabytes(gb, MB_PER_GB));
    }

    /**
     * Requires this or less.
     *
     * @param gb the bound in GB of 1000 MB
     * @return the condition
     */
    public Condition<S> lteGb(double gb) {
        return new Condition<>(this, Op.LTE, megabytes(gb, MB_PER_GB));
    }

    /**
     * Requires more than this.
     *
     * @param mb the bound in MB
     * @return the condition
     */
    public Condition<S> gtMb(double mb) {
        return new Condition<>(this, Op.GT, megabytes(mb, BigDecimal.ONE));
    }

    /**
     * Requires this or more.
     *
     * @param mb the bound in MB
     * @return the condition
     */
    public Condition<S> gteMb(double mb) {
        return new Condition<>(this, Op.GTE, megabytes(mb, BigDecimal.ONE));
    }

    /**
     * Requires less than this.
     *
     * @param mb the bound in MB
     * @return the condition
     */
    public Condition<S> ltMb(double mb) {
        return new Condition<>(this, Op.LT, megabytes(mb, BigDecimal.ONE));
    }

    /**
     * Requires this or less.
     *
     * @param mb the bound in MB
     * @return the condition
     */
    public Condition<S> lteMb(double mb) {
        return new Condition<>(this, Op.LTE, megabytes(mb, BigDecimal.ONE));
    }

    private Number megabytes(double value, BigDecimal unit) {
        BigDecimal number = Numbers.of(value);
        if (number == null || number.signum() < 0) {
            throw new IllegalArgumentException(name() + " must be compared with a size of 0 or more: " + value);
        }
        return Numbers.toWire(Numbers.rounded(number.multiply(unit)));
    }

    @Override
    @Nullable
    Comparable<?> comparable(Object value) {
        return Numbers.of(value);
    }

    @Override
    Object fromLiteral(Literal literal) {
        BigDecimal number = Numbers.parse(literal.text());
        if (number == null) {
            throw new IllegalArgumentException(name() + " takes a number of GB, not " + literal.text());
        }
        return Numbers.toWire(Numbers.rounded(number.multiply(MB_PER_GB)));
    }

    @Override
    String toLiteral(Object value) {
        BigDecimal number = Numbers.of(value);
        return number == null ? value.toString() : Numbers.text(number.movePointLeft(3));
    }
}
