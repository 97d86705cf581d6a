package io.github.vastsdk.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.internal.json.EmbeddedJson;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.InstanceSshKey;
import io.github.vastsdk.model.SshKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers about SSH keys whose shape varies. */
public final class SshKeyReader {
    private static final List<String> KEY_MEMBERS = List.of("id", "public_key", "key", "ssh_key");

    private SshKeyReader() {}

    /**
     * Reads the answer to creating or updating a key: {@code {"success", "key": …}}, where the key is an object, or
     * JSON text of one (encoded twice, or with junk behind, too), or {@code {"success", "msg", "id"}} alone.
     *
     * @param body the answer
     * @param id the key's id if the caller knows it, for answers that leave it out
     * @return the key
     * @throws JsonProcessingException if the answer has no such shape
     */
    public static SshKey read(JsonNode body, @Nullable Long id) throws JsonProcessingException {
        JsonNode key = EmbeddedJson.unwrap(body.path("key"));
        ObjectNode merged;
        if (key.isObject() && !key.isEmpty()) {
            merged = key.deepCopy();
        } else if (body.isObject()) {
            merged = body.deepCopy();
            merged.remove(List.of("success", "msg"));
            if (!key.isTextual()) {
                merged.remove("key");
            }
        } else {
            throw mismatch("the answer about an SSH key is " + kind(body));
        }
        if (id != null && merged.path("id").isEmpty() && !merged.hasNonNull("id")) {
            merged.put("id", id);
        }
        return Json.convert(merged, SshKey.class);
    }

    /**
     * Reads the keys on an instance: {@code {"success", "ssh_keys": …}}, where the keys are an array, JSON text of
     * one (encoded twice, or with junk behind, too), one object, or null.
     *
     * @param body the answer
     * @return the keys in the order sent
     * @throws JsonProcessingException if the answer has no such shape
     */
    public static List<InstanceSshKey> readList(JsonNode body) throws JsonProcessingException {
        JsonNode sent = body.isArray() ? body : body.path("ssh_keys");
        if (sent.isMissingNode()) {
            throw mismatch("the answer has no member ssh_keys");
        }
        JsonNode keys = EmbeddedJson.unwrap(sent);
        List<InstanceSshKey> result = new ArrayList<>();
        if (keys.isArray() || isMapOfKeys(keys)) {
            for (JsonNode key : keys) {
                if (!key.isNull()) {
                    result.add(Json.convert(EmbeddedJson.unwrap(key), InstanceSshKey.class));
                }
            }
        } else if (keys.isObject()) {
            result.add(Json.convert(keys, InstanceSshKey.class));
        } else if (!keys.isNull() && !keys.isMissingNode()) {
            throw mismatch("ssh_keys is " + kind(keys));
        }
        return List.copyOf(result);
    }

    /** Tells an object of keys by id from one key; an empty object is no key at all. */
    private static boolean isMapOfKeys(JsonNode node) {
        return node.isObject() && KEY_MEMBERS.stream().noneMatch(node::has);
    }

    private static String kind(JsonNode node) {
        return "of the wrong kind: " + node.getNodeType();
    }

    private static JsonMappingException mismatch(String message) {
        return JsonMappingException.from((JsonParser) null, message);
    }
}
