package io.github.vastsdk.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of the renting operations that nobody documents. All that is known to work there is what the official client
 * sends, and it sends these members each time; so what the caller did not set goes out as that client's default. Where
 * the service documents what may be absent, absent it is.
 */
public final class RentalForm {
    private static final Map<String, @Nullable Object> LAUNCH = new LinkedHashMap<>();
    private static final Map<String, @Nullable Object> BULK = new LinkedHashMap<>();

    static {
        LAUNCH.put("image", null);
        LAUNCH.put("template_hash_id", null);
        LAUNCH.put("env", Map.of());
        LAUNCH.put("label", null);
        LAUNCH.put("onstart", null);
        LAUNCH.put("image_login", null);
        LAUNCH.put("extra", null);
        LAUNCH.put("python_utf8", false);
        LAUNCH.put("lang_utf8", false);
        LAUNCH.put("use_jupyter_lab", false);
        LAUNCH.put("jupyter_dir", null);
        LAUNCH.put("cancel_unavail", false);
        BULK.put("client_id", "me");
        BULK.putAll(LAUNCH);
        BULK.put("price", null);
        BULK.put("user", null);
        BULK.put("force", false);
    }

    private RentalForm() {}

    /** Completes the body of a search that rents what it finds. */
    public static Map<String, Object> launch(Map<String, Object> set) {
        return complete(LAUNCH, set);
    }

    /** Completes the body of a rental of many offers. */
    public static Map<String, Object> bulk(Map<String, Object> set) {
        return complete(BULK, set);
    }

    @SuppressWarnings("NullAway") // a null in a body is written as null, which is the point here
    private static Map<String, Object> complete(Map<String, @Nullable Object> form, Map<String, Object> set) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>(form);
        body.putAll(set);
        return Collections.unmodifiableMap(body);
    }
}
