package io.github.vastsdk.internal;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from beside the program itself.
 *
 * @param variables looks up an environment variable; null if it is not set
 * @param home the user's home folder
 */
public record Environment(Function<String, @Nullable String> variables, Path home) {

    /** The environment of this process. */
    public static Environment system() {
        return of(System::getenv, Path.of(System.getProperty("user.home")));
    }

    /** Prefers {@code HOME}, as the official command line does; the JDK's own idea of the home folder may differ. */
    static Environment of(Function<String, @Nullable String> variables, Path defaultHome) {
        Environment base = new Environment(variables, defaultHome);
        Path home = base.absolutePath("HOME");
        return home == null ? base : new Environment(variables, home);
    }

    /** The value of a variable without surrounding white space, or null if nothing is left. */
    public @Nullable String variable(String name) {
        String value = variables.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    @Nullable
    Path absolutePath(String name) {
        String value = variable(name);
        if (value == null) {
            return null;
        }
        Path path = Path.of(value);
        return path.isAbsolute() ? path : null;
    }
}
