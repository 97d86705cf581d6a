package io.github.vastsdk.internal;

import io.github.vastsdk.Secret;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The API key to use, and where it was found.
 *
 * @param apiKey the key
 * @param source the place in words, for people: "the file …"
 */
public record Credentials(Secret apiKey, String source) {
    private static final String VARIABLE = "VAST_API_KEY";
    private static final String BUILDER = "the builder";
    private static final String VARIABLE_SOURCE = "the environment variable " + VARIABLE;

    /**
     * Takes the first key that there is: the given one, the environment's, the files'.
     *
     * @throws IllegalArgumentException if the given key cannot be right
     * @throws IllegalStateException if there is no key, or the first one found cannot be right
     */
    public static Credentials resolve(@Nullable Secret explicit, Environment environment) {
        if (explicit != null) {
            ApiKeyFiles.check(explicit);
            return new Credentials(explicit, BUILDER);
        }
        String variable = environment.variable(VARIABLE);
        if (variable != null) {
            return ofVariable(variable);
        }
        ApiKeyFiles files = ApiKeyFiles.standard(environment);
        return files.find()
                .map(found -> new Credentials(found.key(), "the file " + found.file()))
                .orElseThrow(() -> new IllegalStateException("No API key. Looked, in this order, at: " + BUILDER + ", "
                        + VARIABLE_SOURCE + ", the files "
                        + files.paths().map(Object::toString).collect(Collectors.joining(" and "))));
    }

    private static Credentials ofVariable(String key) {
        String flaw = ApiKeyFiles.flaw(key);
        if (flaw != null) {
            throw new IllegalStateException("No usable API key in " + VARIABLE_SOURCE + ": " + flaw);
        }
        return new Credentials(Secret.of(key), VARIABLE_SOURCE);
    }
}
