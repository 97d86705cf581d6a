package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Input;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The account's own SSH keys: they are kept, and put on no instance. */
final class AccountKeys implements Area {
    private final Timeline timeline;
    private final Ids ids;
    private final List<AccountKey> keys = new ArrayList<>();

    private record AccountKey(String id, String name, PublicKey key, Instant createdAt) {
        ObjectNode row() {
            return Json.object()
                    .put("id", id)
                    .put("name", name)
                    .put("public_key", key.line())
                    .put("fingerprint", key.fingerprint())
                    .put("key_type", key.type())
                    .put("created_at", createdAt.getEpochSecond())
                    .put("sandbox_unlisted", true);
        }
    }

    AccountKeys(Timeline timeline, Ids ids) {
        this.timeline = timeline;
        this.ids = ids;
        for (String name : List.of("laptop", "workstation")) {
            add(name, PublicKey.require(ids.sshPublicKey(name)));
        }
    }

    private AccountKey add(String name, PublicKey key) {
        AccountKey added = new AccountKey(ids.uuid(), name, key, timeline.now());
        keys.add(added);
        return added;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/v1/keys/list", this::list),
                Operation.of("POST", "/v1/keys/add", this::add),
                Operation.of("DELETE", "/v1/keys/{id}", this::delete));
    }

    private Answer list(Input input) {
        ArrayNode rows = Json.array();
        keys.forEach(key -> rows.add(key.row()));
        return Json.answer(200, rows);
    }

    private Answer add(Input input) {
        String name = Body.requireText(input, "name");
        PublicKey key = PublicKey.require(Body.requireText(input, "public_key"));
        if (keys.stream()
                .anyMatch(each ->
                        each.name().equals(name) || key.isSame(each.key().line()))) {
            throw Refusal.conflict("A key of that name or with that public_key exists");
        }
        return Json.answer(
                200,
                Json.object()
                        .put("message", "The key was added")
                        .put("sandbox_unlisted", true)
                        .set("key", add(name, key).row()));
    }

    private Answer delete(Input input) {
        String id = input.argument("id");
        if (!keys.removeIf(key -> key.id().equals(id))) {
            throw Refusal.notFound("Key");
        }
        return Json.answer(200, Json.object().put("message", "The key was deleted"));
    }
}
