package io.github.vastsdk.sandbox.internal.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an operation is: an HTTP method and a path, in which names in braces stand for arguments. */
public final class Endpoint {
    private final String method;
    private final String template;
    private final List<String> segments;

    /**
     * Makes an endpoint.
     *
     * @param method the HTTP method
     * @param template the path with names in braces
     */
    public Endpoint(String method, String template) {
        this.method = method;
        this.template = template;
        this.segments = segments(template);
    }

    /** Gives the HTTP method. */
    public String method() {
        return method;
    }

    /** Counts the arguments in the path. */
    int arguments() {
        return (int) segments.stream().filter(Endpoint::isArgument).count();
    }

    /** Gives the arguments in a path, or null when this is not the path of this endpoint. */
    @Nullable
    Map<String, String> match(List<String> path) {
        if (path.size() != segments.size()) {
            return null;
        }
        Map<String, String> arguments = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String want = segments.get(i);
            if (isArgument(want)) {
                arguments.put(want.substring(1, want.length() - 1), decoded(path.get(i)));
            } else if (!want.equals(path.get(i))) {
                return null;
            }
        }
        return arguments;
    }

    private static boolean isArgument(String segment) {
        return segment.startsWith("{");
    }

    /** Cuts a path at its slashes, the last one left aside. */
    static List<String> segments(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(trimmed.split("/", -1));
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Shows the method and the path with its names in braces. */
    @Override
    public String toString() {
        return method + " " + template;
    }
}
