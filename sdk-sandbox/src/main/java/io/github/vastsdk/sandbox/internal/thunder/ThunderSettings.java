package io.github.vastsdk.sandbox.internal.thunder;

import java.time.Duration;
import java.time.InstantSource;

/**
 * What can be chosen about a simulation.
 *
 * @param seed decides ids, keys and addresses
 * @param instances how many instances the account starts with
 * @param clock gives the time for all that takes some, and for time stamps
 * @param lag how long the list of instances takes to show a new instance or a changed one
 * @param step how long an instance takes for each step of its life, and a snapshot to be ready
 * @param deleteLag how long a deleted instance is still there
 * @param looseTypes whether some rows hold numbers in place of texts, or nothing
 * @param minimumInterval the time that must pass between two calls of one operation; zero for none
 */
public record ThunderSettings(
        long seed,
        int instances,
        InstantSource clock,
        Duration lag,
        Duration step,
        Duration deleteLag,
        boolean looseTypes,
        Duration minimumInterval) {}
