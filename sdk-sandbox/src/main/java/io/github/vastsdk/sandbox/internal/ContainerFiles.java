package io.github.vastsdk.sandbox.internal;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The files of one container, as far as the three commands go that the service runs on them. */
final class ContainerFiles {
    private static final int MAX_COMMAND = 512;
    private static final Pattern ALLOWED = Pattern.compile("(ls|rm|du)( +[A-Za-z0-9_./*=-]+)*");

    /** The size in KB of each file by its path. */
    private final SortedMap<String, Integer> sizes = new TreeMap<>(Map.of(
            "/opt/onstart.sh", 4,
            "/workspace/data/train.csv", 1_200,
            "/workspace/data/test.csv", 300,
            "/workspace/model.pt", 98_304));

    private final String root;

    /**
     * Makes the files that every container starts with.
     *
     * @param root where the host keeps them; the output of commands shows it before each path
     */
    ContainerFiles(String root) {
        this.root = root;
    }

    /** Says whether the service runs a command at all. */
    static boolean allows(String command) {
        return command.length() <= MAX_COMMAND
                && ALLOWED.matcher(command.strip()).matches();
    }

    String root() {
        return root;
    }

    /** Runs a command and gives what it prints. */
    String run(String command) {
        List<String> words = List.of(command.strip().split(" +"));
        List<String> operands = words.stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .map(ContainerFiles::absolute)
                .toList();
        Function<String, String> one =
                switch (words.get(0)) {
                    case "ls" -> this::list;
                    case "du" -> this::usage;
                    default ->
                        words.stream().anyMatch(word -> word.matches("-\\w*[rR]\\w*")) ? this::removeAll : this::remove;
                };
        StringBuilder output = new StringBuilder();
        for (String path : operands.isEmpty() ? List.of("/") : operands) {
            output.append(
                    below(path).isEmpty()
                            ? words.get(0) + ": cannot access '" + root + path + "': No such file or directory\n"
                            : one.apply(path));
        }
        return output.toString();
    }

    private String list(String path) {
        if (sizes.containsKey(path)) {
            return root + path + "\n";
        }
        TreeSet<String> names = new TreeSet<>();
        for (String file : below(path).keySet()) {
            names.add(file.substring(path.equals("/") ? 1 : path.length() + 1).split("/", 2)[0]);
        }
        return String.join("\n", names) + "\n";
    }

    private String usage(String path) {
        int kilobytes =
                below(path).values().stream().mapToInt(Integer::intValue).sum();
        return kilobytes + "\t" + root + path + "\n";
    }

    private String remove(String path) {
        if (!sizes.containsKey(path)) {
            return "rm: cannot remove '" + root + path + "': Is a directory\n";
        }
        return removeAll(path);
    }

    private String removeAll(String path) {
        below(path).clear();
        return "";
    }

    /** Gives a live view of the file at a path or the files below it. */
    private Map<String, Integer> below(String path) {
        if (sizes.containsKey(path)) {
            return sizes.subMap(path, path + "\0");
        }
        String folder = path.equals("/") ? "/" : path + "/";
        return sizes.subMap(folder, folder + Character.MAX_VALUE);
    }

    private static String absolute(String path) {
        String rooted = path.startsWith("/") ? path : "/" + path;
        return rooted.length() > 1 && rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
    }
}
