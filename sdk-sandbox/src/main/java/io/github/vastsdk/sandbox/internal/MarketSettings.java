package io.github.vastsdk.sandbox.internal;

import java.time.Duration;
import java.util.List;

/**
 * What can be chosen about the market and about instances.
 *
 * @param offers how many offers are made up
 * @param customOffers further offers, as JSON objects of the members that count
 * @param offerCap how many offers a search answers with at most
 * @param phase how long an instance takes for each step of its life
 * @param destroyLag how long a destroyed instance is still listed
 * @param credit what the account has to spend, in dollars
 */
public record MarketSettings(
        int offers, List<String> customOffers, int offerCap, Duration phase, Duration destroyLag, double credit) {}
