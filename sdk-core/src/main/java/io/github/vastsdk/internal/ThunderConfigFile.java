package io.github.vastsdk.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.files.SecretFiles;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file of Thunder Compute's command line: {@code $TNR_HOME/cli_config.json}, or
 * {@code ~/.thunder/cli_config.json}. Two of its members count here. It is read when the first of them is needed, and
 * once.
 */
final class ThunderConfigFile {
    private static final String HOME = "TNR_HOME";
    private static final String NAME = "cli_config.json";

    private final Environment environment;
    private @Nullable JsonNode content;

    ThunderConfigFile(Environment environment) {
        this.environment = environment;
    }

    /** A member that holds a text; it counts as absent if it is null or blank. */
    Source member(String name) {
        return new Source() {
            @Override
            public String places() {
                return "the member " + name + " of the file " + path();
            }

            @Override
            public Optional<Setting> find() {
                JsonNode value = content().path(name);
                if (value.isMissingNode() || value.isNull()) {
                    return Optional.empty();
                }
                if (!value.isTextual()) {
                    throw new IllegalStateException("The member " + name + " of the file " + path() + " is not a text");
                }
                String text = value.textValue().strip();
                return text.isEmpty() ? Optional.empty() : Optional.of(new Setting(Secret.of(text), places()));
            }
        };
    }

    /**
     * Refuses a relative folder. The command line looks for it in the working folder, from which nothing is read here;
     * and the user's own file may hold the token of an account that is not meant.
     */
    private Path path() {
        String folder = environment.variable(HOME);
        if (folder == null) {
            return environment.home().resolve(".thunder").resolve(NAME);
        }
        if (!isAbsolute(folder)) {
            throw new IllegalStateException("The environment variable " + HOME + " is not an absolute path");
        }
        return Path.of(folder).resolve(NAME);
    }

    private static boolean isAbsolute(String folder) {
        try {
            return Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private JsonNode content() {
        JsonNode known = content;
        if (known == null) {
            known = read(path());
            content = known;
        }
        return known;
    }

    private static JsonNode read(Path file) {
        if (!file.isAbsolute()) {
            // The JDK knows no home folder, and calls it "?".
            return MissingNode.getInstance();
        }
        try {
            return parse(SecretFiles.readNoLink(file), file);
        } catch (NoSuchFileException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the configuration file: " + e, e);
        }
    }

    private static JsonNode parse(String text, Path file) {
        JsonNode content;
        try {
            // What the command line refuses, such as two objects in a row, is refused.
            content = Json.reader(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
        } catch (JsonProcessingException e) {
            // Not kept as the cause: its message quotes the file.
            throw notAnObject(file);
        }
        if (!content.isObject()) {
            throw notAnObject(file);
        }
        return content;
    }

    private static IllegalStateException notAnObject(Path file) {
        return new IllegalStateException("The file " + file + " does not hold a JSON object");
    }
}
