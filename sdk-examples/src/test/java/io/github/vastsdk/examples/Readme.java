package io.github.vastsdk.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the fenced blocks of README.md, and the places of source files that they show. */
final class Readme {
    private static final Path FILE = Path.of("..", "README.md");
    private static final Pattern FENCE = Pattern.compile("(?:^<!-- ([^\n]*) -->\n)?^```(\\w+)\n(.*?)^```$", flags());
    private static final Pattern SNIPPET = Pattern.compile("^ *// snippet: (\\w+)\n(.*?)^ *// end$", flags());

    private Readme() {}

    /** Returns the one block that stands below {@code <!-- mark -->}. */
    static String block(String mark) {
        List<String> found = fences().stream()
                .filter(fence -> mark.equals(fence.group(1)))
                .map(fence -> fence.group(3))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " blocks below <!-- " + mark + " -->");
        }
        return found.get(0);
    }

    /** Returns the Java blocks by the marks above them. */
    static Map<String, String> javaBlocks() {
        Map<String, String> blocks = new TreeMap<>();
        for (MatchResult fence : fences()) {
            if (fence.group(2).equals("java")) {
                blocks.put(
                        fence.group(1) == null ? "no mark above: " + fence.group(3) : fence.group(1), fence.group(3));
            }
        }
        return blocks;
    }

    /** Returns the marked places of source files, by the mark that a block with the same text carries. */
    static Map<String, String> snippets(Path... sources) {
        Map<String, String> snippets = new TreeMap<>();
        for (Path source : sources) {
            SNIPPET.matcher(read(source))
                    .results()
                    .forEach(found -> snippets.put(
                            "snippet: " + found.group(1),
                            found.group(2).stripTrailing().stripIndent() + "\n"));
        }
        return snippets;
    }

    private static List<MatchResult> fences() {
        return FENCE.matcher(read(FILE)).results().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int flags() {
        return Pattern.MULTILINE | Pattern.DOTALL;
    }
}
