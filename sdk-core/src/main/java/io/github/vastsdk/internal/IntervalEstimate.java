package io.github.vastsdk.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one lane believes about the interval that the service enforces on it. Pure arithmetic: it is told which distances
 * between two calls were accepted and which refused, and says which distance to keep next.
 *
 * <p>The number in a 429 is a first guess, since nobody promises that its unit holds for every endpoint. So the guess is
 * checked once with a call well below it. If that call is refused too, the guess stands, and stands for good. If it is
 * accepted, the number does not describe the limit, and the distance shrinks until a second call is refused, first in
 * coarse steps, then in fine ones. Finding an unknown interval thus costs at most three refused calls: the one that
 * started it, and two.
 */
final class IntervalEstimate {
    /** The share of the stated interval that the check tries. */
    private static final double CHECK = 0.12;

    private static final double COARSE = 0.5;
    private static final double FINE = 0.95;
    /** Kept on top of an interval, for calls whose way to the service takes unequal times. */
    private static final double MARGIN = 1.03;
    /** Kept above the largest refused distance when the search ends. */
    private static final double SETTLED = 1.035;
    /** No further search once the accepted distance is this close to the refused one. */
    private static final double NARROW = 1.05;
    /** A distance below this is no limit worth keeping. */
    private static final double NOTHING = 1e6;

    private static final int FIRST_REVIEW = 256;

    private enum Phase {
        /** A call well below the stated interval is due. */
        CHECKING,
        /** The stated interval is being tried. */
        CONFIRMING,
        /** Every distance so far was accepted: coarse steps down. */
        NARROWING,
        /** The interval lies in a known bracket: fine steps down from its upper end. */
        SETTLING,
        /** Found. */
        STEADY
    }

    private Phase phase;
    private double stated;
    private double refused;
    private double accepted = Double.MAX_VALUE;
    private double steady;
    private int calls;
    private int review = FIRST_REVIEW;

    private IntervalEstimate(Phase phase, Duration stated) {
        this.phase = phase;
        this.stated = stated.toNanos();
        this.steady = this.stated * MARGIN;
    }

    /** Starts from a refusal that stated an interval, to be checked. */
    static IntervalEstimate guess(Duration stated) {
        return new IntervalEstimate(Phase.CHECKING, stated);
    }

    /** Starts from an interval that is taken as given, until calls at that distance are refused. */
    static IntervalEstimate trusted(Duration stated) {
        return new IntervalEstimate(Phase.STEADY, stated);
    }

    /** Returns the distance, in nanoseconds, to keep to the call before. */
    long gap() {
        return (long)
                switch (phase) {
                    case CHECKING -> stated * CHECK;
                    case CONFIRMING -> stated * MARGIN;
                    case NARROWING -> accepted * COARSE;
                    case SETTLING -> accepted * FINE;
                    case STEADY -> steady;
                };
    }

    /** Returns a distance that is not expected to be refused, for calls that must not be. */
    long safeGap() {
        return (long) (phase == Phase.STEADY ? steady : Math.max(stated, refused) * MARGIN);
    }

    /** Tells whether the next call depends on how the one before it went. */
    boolean isSearching() {
        return phase != Phase.STEADY;
    }

    /** Learns that a call at this distance was accepted. */
    void accepted(long gap) {
        if (gap < accepted && gap > refused) {
            accepted = (double) gap;
        }
        switch (phase) {
            case CHECKING -> {
                if (gap < stated * (CHECK + 1) / 2) {
                    phase = Phase.NARROWING;
                }
            }
            case CONFIRMING -> settle(stated * MARGIN);
            case NARROWING -> {
                if (accepted * COARSE < NOTHING) {
                    settle(accepted);
                }
            }
            case SETTLING -> settleIfNarrow();
            case STEADY -> {
                if (++calls >= review) {
                    // The service may have become more generous. One refusal now and then is the price of noticing.
                    review *= 2;
                    accepted = steady;
                    refused = 0;
                    phase = Phase.SETTLING;
                }
            }
        }
    }

    /** Learns that a call at this distance was refused. */
    void refused(long gap, @Nullable Duration newlyStated) {
        if (newlyStated != null && newlyStated.toNanos() > stated * 1.2) {
            // The service became stricter, as it does after a penalty: what was learned no longer holds.
            stated = newlyStated.toNanos();
            refused = (double) gap;
            accepted = Double.MAX_VALUE;
            phase = Phase.CONFIRMING;
            return;
        }
        if (gap < gap() * 0.9) {
            return; // sent before the distance was known
        }
        refused = Math.max(refused, (double) gap);
        if (accepted <= refused) {
            accepted = Double.MAX_VALUE;
        }
        switch (phase) {
            case CHECKING -> phase = Phase.CONFIRMING;
            case CONFIRMING -> stated *= 2;
            case NARROWING -> {
                phase = accepted < Double.MAX_VALUE ? Phase.SETTLING : Phase.CONFIRMING;
                settleIfNarrow();
            }
            case SETTLING -> settle(Math.max(accepted, refused * SETTLED));
            case STEADY -> settle(Math.max(steady, (double) gap) * (1 + (MARGIN - 1) * 2));
        }
    }

    private void settleIfNarrow() {
        if (accepted < refused * NARROW) {
            settle(Math.max(accepted, refused * SETTLED));
        }
    }

    private void settle(double interval) {
        phase = Phase.STEADY;
        steady = Math.min(interval, Math.max(stated, refused) * 2);
        calls = 0;
    }
}
