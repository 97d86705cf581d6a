package io.github.vastsdk.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The text grammar of conditions and orders: {@code field op value}, with blanks between conditions. What the scanner
 * splits is given its meaning here.
 */
final class Grammar<S> {
    private final Columns<S> columns;
    private final Scanner in;

    private Grammar(Columns<S> columns, String text) {
        this.columns = columns;
        this.in = new Scanner(text);
    }

    /** Adds the conditions of a text. A later one replaces an earlier one of the same field and operator. */
    static <S> Criteria<S> conditions(Criteria<S> start, String text) {
        Grammar<S> grammar = new Grammar<>(start.columns(), text);
        Criteria<S> result = start;
        while (grammar.in.hasMore()) {
            result = grammar.comparison(result);
        }
        return result;
    }

    private Criteria<S> comparison(Criteria<S> before) {
        int start = in.position();
        String name = in.name();
        Field<S> field = at(start, () -> column(name));
        int operator = in.position();
        Op op = in.operator(name);
        at(operator, () -> {
            field.check(op);
            return op;
        });
        int value = in.position();
        List<Literal> literals = in.literals(op.takesList());
        if (literals.isEmpty()) {
            throw in.error(value, name + " has no value");
        }
        if (!op.takesList() && literals.size() > 1) {
            throw in.error(value, "several values go with in and notin only");
        }
        boolean wildcard = literals.stream().anyMatch(Literal::isWildcard);
        if (wildcard && op != Op.EQ) {
            throw in.error(value, "any value at all goes with = only");
        }
        return wildcard ? before.without(field) : before.put(at(value, () -> condition(field, op, literals)));
    }

    private Field<S> column(String name) {
        try {
            return columns.get(name);
        } catch (IllegalArgumentException e) {
            // Most likely it is no name at all, but the rest of a value.
            throw in.isAtOperator()
                    ? e
                    : new IllegalArgumentException(
                            "unknown field " + name + "; a value with blanks needs underscores or double quotes", e);
        }
    }

    private Condition<S> condition(Field<S> field, Op op, List<Literal> literals) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Literal literal : literals) {
            if (literal.isNull() && op.isOrdering()) {
                throw new IllegalArgumentException("nothing is less or greater than " + literal.text());
            }
            values.add(literal.isNull() ? null : field.fromLiteral(literal));
        }
        return new Condition<>(field, op, op.takesList() ? Collections.unmodifiableList(values) : values.get(0));
    }

    /** Says where the mistake is. */
    private <T> T at(int position, Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw in.error(position, String.valueOf(e.getMessage()));
        }
    }

    /** Reads an order. */
    static <S> List<Order<S>> order(Columns<S> columns, String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> oneOrder(columns, part))
                .toList();
    }

    private static <S> Order<S> oneOrder(Columns<S> columns, String part) {
        int length = part.length();
        boolean before = isSign(part.charAt(0));
        boolean after = !before && isSign(part.charAt(length - 1));
        char sign = before ? part.charAt(0) : part.charAt(length - 1);
        String name =
                part.substring(before ? 1 : 0, after ? length - 1 : length).strip();
        return new Order<>(columns.get(name), (before || after) && sign == '-');
    }

    private static boolean isSign(char letter) {
        return letter == '-' || letter == '+';
    }
}
