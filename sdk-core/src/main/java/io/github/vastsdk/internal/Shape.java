package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.Listing;
import io.github.vastsdk.Page;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.Ack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the value of an operation is read from its answer. A shape throws when the answer is not what it expects; it never
 * makes up a value. Whoever calls it finds out whether such an answer is a refusal or nonsense.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface Shape<T> {
    /** Reads the value. */
    T read(Payload answer) throws IOException;

    /** Tells whether the answer is read while it arrives, and never held as a whole. It can then be read only once. */
    default boolean isLive() {
        return false;
    }

    /** Returns the shape for one execution, where the attempts of an execution must know of each other. */
    default Shape<T> begin() {
        return this;
    }

    /** Returns the shape that gives the JSON itself, and refuses what this one must never let pass. */
    default Shape<JsonNode> asJson() {
        return json();
    }

    /**
     * An answer that says which instance it is about.
     *
     * @param member where it says so; an answer without it is not taken for one about another instance
     * @param named the instance that the call is about
     */
    static <T> Shape<T> about(String member, String named, FromTree<T> reader) {
        FromTree<JsonNode> checked = json -> {
            String touched = json.path(member).asText("");
            if (!touched.isEmpty() && !touched.equalsIgnoreCase(named)) {
                throw new Refusals.OtherInstance(named, touched);
            }
            return json;
        };
        Shape<T> shape = tree(json -> reader.read(checked.read(json)));
        return new Shape<>() {
            @Override
            public T read(Payload answer) throws IOException {
                return shape.read(answer);
            }

            @Override
            public Shape<JsonNode> asJson() {
                return tree(checked);
            }
        };
    }

    /** Reads small answers from a tree. */
    @FunctionalInterface
    interface FromTree<T> {
        /** Reads the value. */
        T read(JsonNode json) throws IOException;
    }

    /** Answers that carry nothing of interest. */
    static Shape<Void> nothing() {
        return answer -> {
            throw new IOException("this operation has no shape");
        };
    }

    /** The JSON itself. */
    static Shape<JsonNode> json() {
        return tree(json -> json);
    }

    /** A small answer, checked for a refusal and handed over as a tree. */
    static <T> Shape<T> tree(FromTree<T> reader) {
        return answer -> {
            JsonNode json = Json.tree(answer.open());
            if (json.isMissingNode()) {
                throw new IOException("the answer is empty");
            }
            if (Refusals.isRefusal(json)) {
                throw new Refusals.Refused();
            }
            return reader.read(json);
        };
    }

    /** An object that is the answer itself. */
    static <T> Shape<T> object(Class<T> type) {
        return tree(json -> Json.convert(expectObject(json), type));
    }

    /** An object that is the answer itself, and that says nothing without one of its members. */
    static <T> Shape<T> objectWith(String member, Class<T> type) {
        return tree(json -> {
            if (!json.hasNonNull(member)) {
                throw new IOException("the answer has no member " + member);
            }
            return Json.convert(json, type);
        });
    }

    /**
     * An object that is the answer itself, and tells by one of its members whether something is as it should be.
     *
     * @param invalid what is thrown if the member is false
     * @param detail what to say then
     */
    static <T> Shape<T> objectIf(String member, Class<T> type, Refusals.Thrower invalid, String detail) {
        return tree(json -> {
            if (!json.path(member).isBoolean()) {
                throw new IOException("the answer has no member " + member);
            }
            if (!json.path(member).booleanValue()) {
                throw new Refusals.Absent(invalid, ErrorCode.NONE, detail);
            }
            return Json.convert(json, type);
        });
    }

    /** Whether it worked, and what the service says about it. */
    static Shape<Ack> ack() {
        return tree(json -> Json.convert(expectObject(json), Ack.class));
    }

    /** The same from operations that may answer with a bare text. */
    static Shape<Ack> ackOrText() {
        return tree(json -> Json.convert(json.isTextual() ? json : expectObject(json), Ack.class));
    }

    /** The same from operations that may answer with nothing at all, and that name an error only if there is one. */
    static Shape<Ack> ackOrEmpty() {
        Shape<JsonNode> json = answer -> {
            JsonNode said = Json.tree(answer.open());
            if (!said.path("error").asText("").isBlank()) {
                throw new Refusals.Refused();
            }
            return said.isMissingNode() ? said : json().read(answer);
        };
        return new Shape<>() {
            @Override
            public Ack read(Payload answer) throws IOException {
                return json.read(answer).isMissingNode()
                        ? Json.convert(Json.tree("{}"), Ack.class)
                        : ack().read(answer);
            }

            @Override
            public Shape<JsonNode> asJson() {
                return json;
            }
        };
    }

    /**
     * One object under a member of the answer, which the service empties when there is no such thing.
     *
     * @param missing what is thrown then
     * @param code the code that the service uses for it elsewhere
     */
    static <T> Shape<T> oneOf(String name, Class<T> type, Refusals.Thrower missing, ErrorCode code) {
        return tree(json -> {
            JsonNode value = json.path(name);
            JsonNode one = value.isArray() && value.size() == 1 ? value.get(0) : value;
            if (one.isNull() || (one.isContainerNode() && one.isEmpty())) {
                throw new Refusals.Absent(missing, code);
            }
            return Json.convert(expectObject(one), type);
        });
    }

    /** A list that is the answer itself, or stands under one of the named members of it. Read as a stream. */
    static <T> Shape<Listing<T>> list(Class<T> element, String... members) {
        return answer -> Listing.of(Rows.read(answer.open(), element, members).rows());
    }

    /** A list of texts under a member of the answer. */
    static Shape<Listing<String>> texts(String member) {
        return tree(json -> {
            List<String> texts = new ArrayList<>();
            JsonNode list = json.path(member);
            for (JsonNode each : list) {
                texts.add(each.textValue());
            }
            if (!list.isArray() || texts.contains(null)) {
                throw new IOException("the answer has no member " + member + " with a list of texts");
            }
            return Listing.of(texts);
        });
    }

    /** One page of a list, with {@code next_token} and {@code total_instances} beside it. Read as a stream. */
    static <T> Shape<Page<T>> page(Class<T> element, String member) {
        return answer -> {
            Rows<T> rows = Rows.read(answer.open(), element, member);
            if (rows.rows().isEmpty() && !rows.named() && rows.total() == null) {
                throw new IOException("the answer has no list " + member); // an absence that it does not state
            }
            return Page.of(rows.rows(), rows.nextToken(), rows.total());
        };
    }

    private static JsonNode expectObject(JsonNode json) throws IOException {
        if (!json.isObject()) {
            throw new IOException("an object was expected, not " + json.getNodeType());
        }
        return json;
    }
}
