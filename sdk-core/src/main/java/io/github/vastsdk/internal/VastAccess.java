package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where Vast.ai is, and where its API key may stand. */
public final class VastAccess {
    private static final URI STANDARD = URI.create("https://console.vast.ai");

    private VastAccess() {}

    /**
     * Takes key and address from the first place that has them.
     *
     * @param allowInsecure whether plain http is accepted for hosts other than this one
     * @throws IllegalArgumentException if the given key or address is not acceptable
     * @throws IllegalStateException if there is no key, or one found elsewhere, or an address, is not acceptable
     */
    public static Access resolve(
            @Nullable Secret key, @Nullable String baseUrl, boolean allowInsecure, Environment environment) {
        Setting found = Credentials.resolve(
                ApiKeyFiles.KIND,
                key,
                List.of(Source.variable(environment, "VAST_API_KEY"), ApiKeyFiles.standard(environment)));
        URI base = BaseUrl.resolve(baseUrl, allowInsecure, List.of(Source.variable(environment, "VAST_URL")), STANDARD);
        return new Access(base, found);
    }
}
