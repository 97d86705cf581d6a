package io.github.vastsdk.sandbox.internal;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Ids;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Texts that calls have asked for and that are fetched from an address of their own, as from a file store. */
final class Results implements Resource {
    private static final String PATH = "/results/";
    private static final String XML = "application/xml";

    private final World world;
    private final Ids ids;
    private final Map<String, Result> results = new HashMap<>();

    /**
     * A text to fetch.
     *
     * @param text the text
     * @param readyAt when it can be fetched
     */
    private record Result(String text, Instant readyAt) {}

    Results(World world) {
        this.world = world;
        this.ids = world.ids("results");
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("GET", PATH + "{name}", this::fetch));
    }

    /**
     * Keeps a text for fetching once the work on it is done.
     *
     * @param call the call that asked for it
     * @param text the text
     * @return the address of the text, on the host that the call was made to
     */
    String publish(Call call, String text) {
        String name = ids.hex(32) + ".log";
        results.put(name, new Result(text, world.now().plus(world.settings().taskDelay())));
        String host = Objects.requireNonNullElse(call.header("Host"), "127.0.0.1");
        return "http://" + host + PATH + name;
    }

    private Answer fetch(Call call) {
        // The address is the permission. A file store refuses a second one, so a key that leaks here shows.
        if (call.header("Authorization") != null) {
            return refused(400, "InvalidArgument");
        }
        Result result = results.get(call.argument("name"));
        if (result == null || result.readyAt().isAfter(world.now())) {
            return refused(404, "NoSuchKey");
        }
        return Answer.of(200, "text/plain; charset=utf-8", result.text());
    }

    private static Answer refused(int status, String code) {
        return Answer.of(status, XML, "<Error><Code>" + code + "</Code></Error>");
    }
}
