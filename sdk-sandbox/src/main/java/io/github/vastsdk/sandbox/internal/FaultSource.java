package io.github.vastsdk.sandbox.internal;

import org.jspecify.annotations.Nullable;

/** Says what is to go wrong. */
@FunctionalInterface
public interface FaultSource {
    /**
     * Takes the fault that is meant for a request.
     *
     * @param method the method of the request
     * @param path its path
     * @return the fault, or null when nothing is to go wrong
     */
    @Nullable
    FaultPlan take(String method, String path);
}
