package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Thunder Compute is, and where its API token may stand: with the builder, in the environment, in the
 * configuration file of the official command line.
 *
 * <p>Token and address are looked for separately, as the official programs do, so a token from one place may be sent
 * to an address from another. Whoever can set the variables of this process or write the user's own file can thus
 * redirect it. Whoever can only put files into the working folder, such as the author of a repository, cannot: nothing
 * is ever read from there.
 */
public final class ThunderAccess {
    private static final URI STANDARD = URI.create("https://api.thundercompute.com:8443");

    /** The paths of operations begin with their version, but many people's addresses end with one. */
    private static final Pattern VERSION = Pattern.compile("/+v[12]$");

    private ThunderAccess() {}

    /**
     * Takes token and address from the first place that has them.
     *
     * @param allowInsecure whether plain http is accepted for hosts other than this one
     * @throws IllegalArgumentException if the given token or address is not acceptable
     * @throws IllegalStateException if there is no token; if one found elsewhere, or an address, is not acceptable; or if
     *     the file is needed and cannot be read
     */
    public static Access resolve(
            @Nullable Secret token, @Nullable String baseUrl, boolean allowInsecure, Environment environment) {
        ThunderConfigFile file = new ThunderConfigFile(environment);
        Setting found = Credentials.resolve(
                "API token", token, List.of(Source.variable(environment, "TNR_API_TOKEN"), file.member("token")));
        URI base = BaseUrl.resolve(
                baseUrl,
                allowInsecure,
                List.of(Source.variable(environment, "TNR_API_URL"), file.member("api_url")),
                STANDARD);
        return new Access(withoutVersion(base), found);
    }

    /** Looks at the path alone, for {@code https://v1} is a host. */
    private static URI withoutVersion(URI base) {
        Matcher version = VERSION.matcher(base.getRawPath());
        if (!version.find()) {
            return base;
        }
        String text = base.toString();
        return URI.create(text.substring(0, text.length() - version.group().length()));
    }
}
