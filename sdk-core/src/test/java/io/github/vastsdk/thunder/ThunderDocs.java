package io.github.vastsdk.thunder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page about Thunder Compute, whose tables the tests compare with what happens. */
final class ThunderDocs {
    private ThunderDocs() {}

    static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "thunder.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
