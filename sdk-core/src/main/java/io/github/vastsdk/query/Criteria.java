package io.github.vastsdk.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the queries have in common. Immutable.
 *
 * @param columns the table
 * @param defaults conditions that hold unless dropped or replaced
 * @param dropped the columns of the dropped defaults
 * @param conditions the caller's conditions
 * @param order the order
 * @param limit how many rows at most; null to leave it to the service
 * @param storageGb the storage that prices include
 */
record Criteria<S>(
        Columns<S> columns,
        List<Condition<S>> defaults,
        Set<String> dropped,
        List<Condition<S>> conditions,
        List<Order<S>> order,
        @Nullable Integer limit,
        double storageGb) {

    static <S> Criteria<S> of(
            Columns<S> columns,
            List<Condition<S>> defaults,
            List<Order<S>> order,
            double storageGb,
            List<Term<S>> terms) {
        List<Condition<S>> conditions = new ArrayList<>();
        List<Order<S>> orders = new ArrayList<>();
        for (Term<S> term : terms) {
            if (term instanceof Condition<S> condition) {
                conditions.add(condition);
            } else if (term instanceof Order<S> each) {
                orders.add(each);
            }
        }
        return new Criteria<>(
                        columns,
                        defaults,
                        Set.of(),
                        List.of(),
                        orders.isEmpty() ? order : List.copyOf(orders),
                        null,
                        storageGb)
                .where(conditions);
    }

    /** Adds conditions, none of which may clash. */
    Criteria<S> where(List<Condition<S>> more) {
        Criteria<S> result = this;
        for (Condition<S> condition : more) {
            for (Condition<S> other : result.conditions) {
                if (other.clashesWith(condition) && !other.equals(condition)) {
                    throw new IllegalArgumentException(condition.field() + " has a condition with " + condition.op()
                            + " already; call without(" + condition.field() + ") to start anew");
                }
            }
            result = result.put(condition);
        }
        return result;
    }

    /** Adds a condition, in the place of one that it clashes with. */
    Criteria<S> put(Condition<S> condition) {
        List<Condition<S>> changed = new ArrayList<>(conditions);
        changed.removeIf(condition::clashesWith);
        changed.add(condition);
        Set<String> stillDropped = new LinkedHashSet<>(dropped);
        stillDropped.remove(condition.field());
        return with(stillDropped, changed);
    }

    /** Drops the conditions on a column. */
    Criteria<S> without(Field<S> field) {
        Set<String> more = new LinkedHashSet<>(dropped);
        defaults.stream().map(Condition::field).filter(field.name()::equals).forEach(more::add);
        return with(
                more,
                conditions.stream()
                        .filter(condition -> condition.column() != field)
                        .toList());
    }

    Criteria<S> withoutDefaults() {
        Set<String> replaced = conditions.stream().map(Condition::field).collect(Collectors.toSet());
        return with(
                defaults.stream()
                        .map(Condition::field)
                        .filter(field -> !replaced.contains(field))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                conditions);
    }

    private Criteria<S> with(Set<String> newDropped, List<Condition<S>> newConditions) {
        return new Criteria<>(
                columns, defaults, Set.copyOf(newDropped), List.copyOf(newConditions), order, limit, storageGb);
    }

    Criteria<S> orderBy(List<Order<S>> newOrder) {
        return new Criteria<>(columns, defaults, dropped, conditions, List.copyOf(newOrder), limit, storageGb);
    }

    Criteria<S> limit(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("limit must be positive: " + rows);
        }
        return new Criteria<>(columns, defaults, dropped, conditions, order, rows, storageGb);
    }

    Criteria<S> storageGb(double gb) {
        if (!(gb >= 0 && Double.isFinite(gb))) {
            throw new IllegalArgumentException("storageGb must be 0 or more: " + gb);
        }
        return new Criteria<>(columns, defaults, dropped, conditions, order, limit, gb);
    }

    /** What is sent: the defaults that are left, and the caller's conditions. */
    List<Condition<S>> effective() {
        Set<String> replaced = conditions.stream().map(Condition::field).collect(Collectors.toSet());
        return Stream.concat(
                        defaults.stream()
                                .filter(each -> !dropped.contains(each.field()) && !replaced.contains(each.field())),
                        conditions.stream())
                .toList();
    }

    Map<String, Object> toMap() {
        Map<String, Object> body = new LinkedHashMap<>(Condition.toMap(effective()));
        body.put("order", order.stream().map(Order::toJson).toList());
        if (limit != null) {
            body.put("limit", limit);
        }
        body.put("allocated_storage", storageGb);
        return body;
    }

    /** The conditions in the text grammar. */
    @Override
    public String toString() {
        return Stream.concat(
                        conditions.stream().map(Condition::toString),
                        defaults.stream()
                                .map(Condition::field)
                                .filter(dropped::contains)
                                .map(field -> field + "=any"))
                .collect(Collectors.joining(" "));
    }
}
