package io.github.vastsdk.examples;

import java.io.PrintStream;

/** Prints what an example does, step by step. */
final class Narrator {
    private static final int INDENT = 3;

    private final PrintStream out;
    private int steps;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void step(String title) {
        steps++;
        out.printf("%n%d. %s%n", steps, title);
    }

    void say(Object text) {
        out.print(text.toString().indent(INDENT));
    }

    void end(String text) {
        out.printf("%n%s%n", text);
    }
}
