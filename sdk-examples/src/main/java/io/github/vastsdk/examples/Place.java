package io.github.vastsdk.examples;

import io.github.vastsdk.VastClient;
import io.github.vastsdk.sandbox.VastSandbox;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Where an example runs: on the embedded sandbox or, if the arguments ask for it, on the real service. */
final class Place {
    private Place() {}

    /**
     * Runs an example.
     *
     * @param live the arguments that together ask for the real service
     * @param args those arguments, or none of them, and behind them a query
     * @param example takes a client and the query; the query is empty if there is none
     */
    static void run(PrintStream out, List<String> live, String[] args, BiConsumer<VastClient, String> example) {
        List<String> rest = new ArrayList<>(Arrays.asList(args));
        boolean isLive = rest.containsAll(live);
        rest.removeAll(live);
        if (rest.stream().anyMatch(argument -> argument.startsWith("--"))) {
            throw new IllegalArgumentException(
                    "Usage: [" + String.join(" ", live) + "] [QUERY], such as gpu_ram>=24 dph<0.5");
        }
        String query = String.join(" ", rest);
        if (isLive) {
            try (VastClient vast = VastClient.create()) {
                out.println("On the real service, with your account.");
                example.accept(vast, query);
            }
        } else {
            onSandbox(out, query, example);
        }
    }

    private static void onSandbox(PrintStream out, String query, BiConsumer<VastClient, String> example) {
        try (VastSandbox sandbox = VastSandbox.start();
                VastClient vast = VastClient.builder()
                        .baseUrl(sandbox.url().toString())
                        .apiKey(sandbox.apiKey())
                        .build()) {
            out.println("On the embedded sandbox: no account, no cost, nothing leaves this machine.");
            example.accept(vast, query);
        }
    }
}
