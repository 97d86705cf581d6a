package io.github.vastsdk.sandbox.internal.service;

import org.jspecify.annotations.Nullable;

/** Says what is to go wrong. */
@FunctionalInterface
public interface FaultSource {
    /**
     * Lets happen what is to happen before a request, and takes the fault that is meant for it.
     *
     * @param method the method of the request
     * @param path its path
     * @return the fault, or null when nothing is to go wrong
     */
    @Nullable
    FaultPlan take(String method, String path);
}
