package io.github.vastsdk.internal.checks;

/** Limits that several operations share. */
public final class Limits {
    private static final int COMMAND_CHARS = 512;
    private static final double LEAST_BID = 0.001;

    private Limits() {}

    /** Refuses a command that the service would not take. */
    public static String command(String command) {
        return Args.atMost(COMMAND_CHARS, Args.notBlank(command, "command"), "command");
    }

    /** Refuses a bid that the service would not take. What is too high depends on how many GPUs there are. */
    public static double bid(double dollarsPerHour) {
        if (!(dollarsPerHour >= LEAST_BID && dollarsPerHour < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a bid must be at least " + LEAST_BID + " dollars per hour: " + dollarsPerHour);
        }
        return dollarsPerHour;
    }
}
