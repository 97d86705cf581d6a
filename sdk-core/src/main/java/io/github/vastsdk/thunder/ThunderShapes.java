package io.github.vastsdk.thunder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.Listing;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.Ack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the answers of Thunder Compute are read. An answer that lacks what it is about is never taken for a success. */
final class ThunderShapes {
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,18}");

    private ThunderShapes() {}

    /** The instances: a map by index, read in the order of the indexes; {@code {}} is an empty list. */
    static Shape<Listing<ThunderInstance>> instances() {
        return Shape.tree(json -> {
            List<Map.Entry<String, ObjectNode>> rows = rows(json, "answer");
            rows.sort(Comparator.comparingLong(row -> index(row.getKey())));
            for (Map.Entry<String, ObjectNode> row : rows) {
                if (!row.getValue().hasNonNull("uuid")) {
                    row.getValue().put("uuid", ""); // it cannot be found, and must not hide the others
                }
            }
            return listing(rows, "id", ThunderInstance.class);
        });
    }

    /** The same, to look for one uuid: that it is not there is not believed of a list with a row that has none. */
    static Shape<Listing<ThunderInstance>> instancesWith(String uuid) {
        Shape<Listing<ThunderInstance>> all = instances();
        return answer -> {
            Listing<ThunderInstance> list = all.read(answer);
            boolean found = list.stream().anyMatch(row -> row.isCalled(uuid));
            if (!found && list.stream().anyMatch(row -> row.uuid().isBlank())) {
                throw new IOException("a row has no uuid");
            }
            return list;
        };
    }

    /** What is no index comes last, in the order sent. */
    private static long index(String key) {
        return INDEX.matcher(key).matches() ? Long.parseLong(key) : Long.MAX_VALUE;
    }

    /** A new instance, which must have a uuid: nothing else leads to it. */
    static Shape<CreatedThunderInstance> created() {
        return Shape.tree(json -> {
            if (json.path("uuid").asText("").isBlank()) {
                throw new IOException("the answer has no uuid");
            }
            return Json.convert(json, CreatedThunderInstance.class);
        });
    }

    /** A changed instance. */
    static ModifiedThunderInstance modified(JsonNode json) throws IOException {
        return withAny(json, ModifiedThunderInstance.class, "instance_name", "identifier");
    }

    /** A public key on an instance. */
    static ThunderKeyAdded keyAdded(JsonNode json) throws IOException {
        return withAny(json, ThunderKeyAdded.class, "success", "uuid");
    }

    /** A private key, which must be there: there is no second answer with it. */
    static ThunderGeneratedKey generatedKey(JsonNode json) throws IOException {
        if (json.path("key").asText("").isBlank()) {
            throw new IOException("the answer does not hold the private key");
        }
        return Json.convert(json, ThunderGeneratedKey.class);
    }

    /** What was deleted. Nothing at all says that it worked, too. */
    static Shape<Ack> deleted() {
        return Shape.ackOrEmpty();
    }

    /** The keys of the organization. */
    static Shape<Listing<ThunderSshKey>> sshKeys() {
        return Shape.list(ThunderSshKey.class);
    }

    /** A new key of the organization. */
    static Shape<ThunderSshKey> sshKeyAdded() {
        return Shape.tree(json -> Json.convert(object(json.path("key"), "member key"), ThunderSshKey.class));
    }

    /** The snapshots. */
    static Shape<Listing<ThunderSnapshot>> snapshots() {
        return Shape.list(ThunderSnapshot.class);
    }

    /** A snapshot that is being taken. */
    static Shape<CreatedThunderSnapshot> snapshotCreated() {
        return Shape.tree(json -> withAny(json, CreatedThunderSnapshot.class, "message", "id"));
    }

    /** The configurations: a map under {@code specs}. */
    static Shape<Listing<ThunderGpuSpec>> specs() {
        return Shape.tree(json -> listing(rows(json.path("specs"), "member specs"), "key", ThunderGpuSpec.class));
    }

    /** The prices. */
    static Shape<ThunderPricing> pricing() {
        return Shape.objectWith("pricing", ThunderPricing.class);
    }

    /** What can be had. */
    static Shape<ThunderAvailability> availability() {
        return Shape.tree(json -> withAny(json, ThunderAvailability.class, "specs", "gpu_type"));
    }

    /** The templates: a map that is the answer itself. */
    static Shape<Listing<ThunderTemplate>> templates() {
        return Shape.tree(json -> listing(rows(json, "answer"), "key", ThunderTemplate.class));
    }

    /** The token, which is good: one that is not is answered with 200, too. */
    static Shape<ThunderToken> token() {
        String detail = "the service says that the token is not valid";
        return Shape.objectIf("valid", ThunderToken.class, AuthenticationException::new, detail);
    }

    /** The members of a map, each of which must be an object: an error that stands there is no row. */
    private static List<Map.Entry<String, ObjectNode>> rows(JsonNode map, String what) throws IOException {
        List<Map.Entry<String, ObjectNode>> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object(map, what).properties()) {
            rows.add(Map.entry(member.getKey(), object(member.getValue(), "row " + member.getKey())));
        }
        return rows;
    }

    private static <T> Listing<T> listing(List<Map.Entry<String, ObjectNode>> rows, String keyMember, Class<T> type)
            throws IOException {
        List<T> read = new ArrayList<>();
        for (Map.Entry<String, ObjectNode> row : rows) {
            read.add(Json.convert(row.getValue().put(keyMember, row.getKey()), type));
        }
        return Listing.of(read);
    }

    private static ObjectNode object(JsonNode json, String what) throws IOException {
        if (json instanceof ObjectNode object) {
            return object;
        }
        String found = json.isMissingNode() ? " is missing" : " is no object: " + json.getNodeType();
        throw new IOException("the " + what + found);
    }

    /** An answer that says nothing without one of these members, and that may have a message beside an error. */
    private static <T> T withAny(JsonNode json, Class<T> type, String... members) throws IOException {
        if (!json.path("error").asText("").isBlank()) {
            throw new IOException("the answer names an error");
        }
        for (String member : members) {
            if (json.hasNonNull(member)) {
                return Json.convert(json, type);
            }
        }
        throw new IOException("the answer has no member " + String.join(" or ", members));
    }
}
