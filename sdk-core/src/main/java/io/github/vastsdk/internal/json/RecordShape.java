package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The members of a record and of its groups, found once by reflection. Row 0 of the values is the record itself. */
final class RecordShape {
    private final List<Constructor<? extends Record>> constructors = new ArrayList<>();

    /** The values of an empty object, one row for the record and one for each group. */
    private final List<@Nullable Object[]> absentValues = new ArrayList<>();

    /** Where group {@code i + 1} goes in row 0. */
    private final List<Integer> groupComponents = new ArrayList<>();

    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Slot> byName = new HashMap<>();
    private final @Nullable Method textFactory;
    private int extraComponent = -1;

    /** One member: where its value goes and how it is read. */
    record Slot(int index, int group, int component, Type type, @Nullable JsonDeserializer<?> using, Finish finish) {}

    /** What is done to a value after reading it. */
    enum Finish {
        NONE,
        STRIP,
        LIST,
        MAP;

        @Nullable
        Object apply(@Nullable Object value) {
            return switch (this) {
                case NONE -> value;
                case STRIP -> value == null ? null : ((String) value).strip();
                case LIST -> Copies.list((List<?>) value);
                case MAP -> Copies.map((Map<?, ?>) value);
            };
        }

        static Finish of(Class<?> type, boolean inGroup) {
            if (type == List.class) {
                return LIST;
            }
            if (type == Map.class) {
                return MAP;
            }
            return type == String.class && inGroup ? STRIP : NONE;
        }
    }

    private RecordShape(Class<? extends Record> type) {
        add(type, 0);
        textFactory = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class)
                        && Modifier.isStatic(method.getModifiers())
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst()
                .orElse(null);
        if (textFactory != null) {
            textFactory.setAccessible(true);
        }
    }

    static RecordShape of(Class<? extends Record> type) {
        return new RecordShape(type);
    }

    private void add(Class<? extends Record> type, int group) {
        RecordComponent[] components = type.getRecordComponents();
        constructors.add(canonicalConstructor(type, components));
        @Nullable Object[] absent = new @Nullable Object[components.length];
        absentValues.add(absent);
        for (int i = 0; i < components.length; i++) {
            Field field = field(type, components[i]);
            if (components[i].getType().isPrimitive()) {
                throw new IllegalArgumentException(field + " is primitive and cannot be absent");
            }
            if (field.isAnnotationPresent(JsonAnySetter.class) && group == 0) {
                extraComponent = i;
            } else if (field.isAnnotationPresent(JsonUnwrapped.class) && group == 0) {
                groupComponents.add(i);
                add(components[i].getType().asSubclass(Record.class), groupComponents.size());
            } else {
                Finish finish = Finish.of(components[i].getType(), group > 0);
                absent[i] = finish.apply(null);
                addSlot(field, new Slot(slots.size(), group, i, components[i].getGenericType(), using(field), finish));
            }
        }
    }

    private void addSlot(Field field, Slot slot) {
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        if (property == null) {
            throw new IllegalArgumentException(field + " has no @JsonProperty");
        }
        slots.add(slot);
        addName(property.value(), slot, field);
        JsonAlias alias = field.getAnnotation(JsonAlias.class);
        for (String name : alias == null ? new String[0] : alias.value()) {
            addName(name, slot, field);
        }
    }

    private void addName(String name, Slot slot, Field field) {
        if (byName.putIfAbsent(name, slot) != null) {
            throw new IllegalArgumentException(field + " claims the member " + name + ", which another one reads");
        }
    }

    List<Slot> slots() {
        return slots;
    }

    @Nullable
    Slot find(String name) {
        return byName.get(name);
    }

    boolean keepsExtra() {
        return extraComponent >= 0;
    }

    boolean readsText() {
        return textFactory != null;
    }

    /** Values for one object, to be filled: lists and maps are empty, the rest is null. */
    @Nullable
    Object[][] newValues() {
        @Nullable Object[][] values = new @Nullable Object[absentValues.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = absentValues.get(i).clone();
        }
        return values;
    }

    Record create(@Nullable Object[][] values, @Nullable Map<String, JsonNode> extra, JsonParser in)
            throws JsonMappingException {
        for (int group = 1; group < values.length; group++) {
            values[0][groupComponents.get(group - 1)] = construct(constructors.get(group), values[group], in);
        }
        if (extraComponent >= 0) {
            values[0][extraComponent] = Extra.of(extra);
        }
        return construct(constructors.get(0), values[0], in);
    }

    Record fromText(String text, JsonParser in) throws JsonMappingException {
        Method factory = Objects.requireNonNull(textFactory);
        return invoke(() -> (Record) factory.invoke(null, text), factory.getDeclaringClass(), in);
    }

    private static Record construct(Constructor<? extends Record> constructor, @Nullable Object[] values, JsonParser in)
            throws JsonMappingException {
        return invoke(() -> constructor.newInstance(values), constructor.getDeclaringClass(), in);
    }

    private interface Invocation<T> {
        T run() throws ReflectiveOperationException;
    }

    private static <T> T invoke(Invocation<T> invocation, Class<?> type, JsonParser in) throws JsonMappingException {
        try {
            return invocation.run();
        } catch (InvocationTargetException e) {
            throw JsonMappingException.from(in, type.getSimpleName() + " refused: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Constructor<? extends Record> canonicalConstructor(
            Class<? extends Record> type, RecordComponent[] components) {
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    /** Annotations are read from the field: an accessor that is written out does not inherit the component's. */
    private static Field field(Class<?> type, RecordComponent component) {
        try {
            return type.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(type + " has no field for " + component, e);
        }
    }

    private static @Nullable JsonDeserializer<?> using(Field field) {
        JsonDeserialize annotation = field.getAnnotation(JsonDeserialize.class);
        if (annotation == null) {
            return null;
        }
        try {
            Constructor<?> maker = annotation.using().getDeclaredConstructor();
            maker.setAccessible(true); // a reader beside its model need not be public
            return (JsonDeserializer<?>) maker.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " names a reader that cannot be made", e);
        }
    }
}
