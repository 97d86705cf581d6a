package io.github.vastsdk.examples;

import io.github.vastsdk.VastClient;
import io.github.vastsdk.sandbox.VastSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * The first program to run: shows the library at work, on the embedded sandbox unless {@code --live} asks for the real
 * service. It rents nothing, and removes what it creates.
 */
public final class Quickstart {
    /** A fifth of the service's minimum intervals: enough to see the pacing at work without waiting for it. */
    private static final double RATE_SCALE = 0.2;

    private static final String USAGE =
            """
            Usage: Quickstart [--live]
              without arguments  on the embedded sandbox, without an account
              --live             on the real service, with your API key (VAST_API_KEY or a key file)""";

    private Quickstart() {}

    /**
     * Runs the example.
     *
     * @param args nothing, or {@code --live}
     * @throws IOException if the temporary folder for the key pair cannot be used
     */
    public static void main(String[] args) throws IOException {
        if (!run(System.out, args)) {
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    /** Runs the example, and returns false instead if the arguments make no sense. */
    static boolean run(PrintStream out, String... args) throws IOException {
        switch (String.join(" ", args)) {
            case "" -> onSandbox(out);
            case "--live" -> onService(out);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void onSandbox(PrintStream out) throws IOException {
        try (VastSandbox sandbox = VastSandbox.builder().rateScale(RATE_SCALE).start()) {
            out.println("On the embedded sandbox: no account, no cost, nothing leaves this machine.");
            showAll(
                    () -> VastClient.builder().baseUrl(sandbox.url().toString()).apiKey(sandbox.apiKey()),
                    new Narrator(out));
        }
    }

    private static void onService(PrintStream out) throws IOException {
        out.println("On the real service, with your account. Nothing is rented, and what is created is removed.");
        showAll(VastClient::builder, new Narrator(out));
    }

    /** Takes settings instead of a client, since one step needs a second client with another API key. */
    static void showAll(Supplier<VastClient.Builder> settings, Narrator narrator) throws IOException {
        PaceCounter counter = new PaceCounter(PacingStep.OPERATION);
        try (VastClient vast = settings.get().observer(counter).build()) {
            new SshKeySteps(vast, narrator).show();
            new ApiKeyStep(vast, settings, narrator).show();
            new EnvVarStep(vast, narrator).show();
            new PacingStep(vast, counter, narrator).show();
        }
        narrator.end("Quickstart finished");
    }
}
