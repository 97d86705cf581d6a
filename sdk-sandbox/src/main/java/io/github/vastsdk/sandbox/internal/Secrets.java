package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The account's environment variables, which the service calls secrets. */
final class Secrets implements Resource {
    static final int MAX_SECRETS = 100;
    static final int MAX_KEY = 256;
    static final int MAX_VALUE = 4096;

    private static final String MASK = "****";
    private static final Pattern KEY = Pattern.compile("[A-Z_][A-Z0-9_]*");
    private static final Pattern VALUE = Pattern.compile("[a-zA-Z0-9_.-]+");

    private final World world;
    private final Map<String, String> secrets = new TreeMap<>();

    Secrets(World world) {
        this.world = world;
        secrets.put("HF_TOKEN", "hf_" + world.ids().hex(34));
        secrets.put("WANDB_MODE", "offline");
    }

    @Override
    public List<Route> routes() {
        String path = "/api/v0/secrets/";
        return List.of(
                Route.of("GET", path, "user_read", "api.secrets.list", this::list)
                        .every(5),
                Route.of("POST", path, "user_write", "api.secrets.create", this::create)
                        .every(3),
                Route.of("PUT", path, "user_write", "api.secrets.update", this::update)
                        .every(3),
                Route.of("DELETE", path, "user_write", "api.secrets.delete", this::delete)
                        .every(3));
    }

    private Answer list(Call call) {
        ObjectNode values = Json.object();
        boolean show = world.settings().showSecretValues();
        secrets.forEach((key, value) -> values.put(key, show ? value : MASK));
        return Answers.ok(Answers.success().set("secrets", values));
    }

    private Answer create(Call call) {
        String key = key(call);
        String value = value(call);
        if (secrets.containsKey(key)) {
            throw Refusal.of(400, "existing_key", "There is a variable " + key + " already");
        }
        if (secrets.size() >= MAX_SECRETS) {
            throw Refusal.of(400, "max_secrets", "There are " + MAX_SECRETS + " variables, more are not allowed");
        }
        secrets.put(key, value);
        return Answers.success("The variable is added");
    }

    private Answer update(Call call) {
        String key = existing(call);
        secrets.put(key, value(call));
        return Answers.success("The variable is updated");
    }

    private Answer delete(Call call) {
        secrets.remove(existing(call));
        return Answers.success("The variable is deleted");
    }

    private String existing(Call call) {
        String key = key(call);
        if (!secrets.containsKey(key)) {
            throw Refusal.of(400, "nonexistent_key", "There is no variable " + key);
        }
        return key;
    }

    private static String key(Call call) {
        String key = input(call, "key", MAX_KEY).toUpperCase(Locale.ROOT);
        return checked(KEY, key, "key");
    }

    private static String value(Call call) {
        return checked(VALUE, input(call, "value", MAX_VALUE), "value");
    }

    private static String input(Call call, String member, int max) {
        String text = call.text(member);
        if (text == null) {
            throw Refusal.of(400, "missing_input", "The " + member + " is required");
        }
        if (text.isEmpty()) {
            throw Refusal.of(400, "empty_input", "The " + member + " is empty");
        }
        if (text.length() > max) {
            throw Refusal.of(400, "input_too_long", "The " + member + " has more than " + max + " characters");
        }
        return text;
    }

    private static String checked(Pattern pattern, String text, String member) {
        if (!pattern.matcher(text).matches()) {
            throw Refusal.of(400, "invalid_characters", "The " + member + " has characters that are not allowed");
        }
        return text;
    }
}
