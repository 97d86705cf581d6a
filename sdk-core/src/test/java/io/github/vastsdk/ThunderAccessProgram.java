package io.github.vastsdk;

import io.github.vastsdk.internal.Access;
import io.github.vastsdk.internal.Environment;
import io.github.vastsdk.internal.ThunderAccess;

/** Prints where this process would find Thunder Compute, and its token; run in a JVM of its own. */
final class ThunderAccessProgram {
    private ThunderAccessProgram() {}

    public static void main(String[] arguments) {
        try {
            Access access = ThunderAccess.resolve(null, null, false, Environment.system());
            System.out.println(access.base() + " " + access.source());
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
    }
}
