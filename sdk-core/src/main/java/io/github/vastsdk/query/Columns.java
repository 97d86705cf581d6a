package io.github.vastsdk.query;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a table by name. Filled by the class of constants when it is initialised, and read from then on. */
final class Columns<S> {
    private static final int SHORTEST_PART = 3;
    private static final int MOST_NAMED = 3;

    private final Map<String, Field<S>> byName = new LinkedHashMap<>();

    NumberField<S> number(String name, Function<S, @Nullable Object> reader) {
        return add(new NumberField<>(name, reader));
    }

    TextField<S> text(String name, Function<S, @Nullable Object> reader) {
        return add(new TextField<>(name, reader, TextField.Kind.CODE));
    }

    TextField<S> names(String name, Function<S, @Nullable Object> reader) {
        return add(new TextField<>(name, reader, TextField.Kind.NAME));
    }

    TextField<S> gpuNames(String name, Function<S, @Nullable Object> reader) {
        return add(new TextField<>(name, reader, TextField.Kind.GPU_NAME));
    }

    TextField<S> countries(String name, Function<S, @Nullable Object> reader) {
        return add(new TextField<>(name, reader, TextField.Kind.COUNTRY));
    }

    FlagField<S> flag(String name, Function<S, @Nullable Object> reader) {
        return add(new FlagField<>(name, reader));
    }

    SizeField<S> size(String name, Function<S, @Nullable Object> reader) {
        return add(new SizeField<>(name, reader));
    }

    DurationField<S> duration(String name, Function<S, @Nullable Object> reader) {
        return add(new DurationField<>(name, reader));
    }

    TimeField<S> time(String name, Function<S, @Nullable Object> reader) {
        return add(new TimeField<>(name, reader));
    }

    VersionField<S> version(String name, Function<S, @Nullable Object> reader) {
        return add(new VersionField<>(name, reader));
    }

    private <F extends Field<S>> F add(F field) {
        alias(field.name(), field);
        return field;
    }

    /** Another name that texts may use. */
    void alias(String name, Field<S> field) {
        if (byName.putIfAbsent(name, field) != null) {
            throw new IllegalStateException(name + " names two columns");
        }
    }

    /**
     * Finds a column.
     *
     * @throws IllegalArgumentException if there is none of this name; the service would ignore the condition
     */
    Field<S> get(String name) {
        Field<S> field = byName.get(name);
        if (field == null) {
            String near = likely(name.toLowerCase(Locale.ROOT));
            throw new IllegalArgumentException(
                    "unknown field " + name + (near.isEmpty() ? "" : "; did you mean " + near + "?"));
        }
        return field;
    }

    /** Names the column that is spelled nearest or, if none is near, some that the name is a part of. */
    private String likely(String name) {
        int tolerated = Math.max(1, name.length() / 3);
        return byName.keySet().stream()
                .filter(known -> distance(name, known) <= tolerated)
                .min(Comparator.comparingInt(known -> distance(name, known)))
                .orElseGet(() -> name.length() < SHORTEST_PART ? "" : with(name));
    }

    private String with(String part) {
        List<String> names = byName.keySet().stream()
                .filter(known -> known.contains(part))
                .limit(MOST_NAMED)
                .toList();
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /** How many letters must be added, removed or changed to turn one name into the other. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
