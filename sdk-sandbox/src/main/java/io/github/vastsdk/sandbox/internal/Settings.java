package io.github.vastsdk.sandbox.internal;

import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about a simulation.
 *
 * @param seed decides ids, keys and instances
 * @param instances how many instances the account starts with
 * @param clock gives the time for intervals, lags and time stamps
 * @param rateScale multiplies the documented minimum intervals; 0 switches them off
 * @param rateForm the form of every 429; null for the one that is documented for the operation
 * @param lag how long an attached key or a new instance takes to show
 * @param taskDelay how long the work takes that a call only sets off
 * @param showSecretValues whether the values of environment variables are listed as they are
 * @param listDeletedSshKeys whether deleted SSH keys stay in the list
 * @param newSshKeysJoinInstances whether a new SSH key is put on the instances that exist
 * @param market what was chosen about the market and about instances
 */
public record Settings(
        long seed,
        int instances,
        InstantSource clock,
        double rateScale,
        @Nullable RateForm rateForm,
        Duration lag,
        Duration taskDelay,
        boolean showSecretValues,
        boolean listDeletedSshKeys,
        boolean newSshKeysJoinInstances,
        MarketSettings market) {}
