package io.github.vastsdk.internal.watch;

import io.github.vastsdk.model.InstancePhase;
import io.github.vastsdk.model.RentedInstance;
import java.util.function.Function;

/**
 * What is waited for, and what the states of an instance mean for it. Its text is the adjective, such as {@code running}.
 *
 * @param <I> what is read
 */
public interface Target<I extends RentedInstance> {
    /**
     * Begins to read the looks at one instance, which come in their order and one at a time.
     *
     * @param believing whether what the first look shows is known not to be of an earlier run
     */
    Function<I, Reading> reader(boolean believing);

    /** Tells whether it is that the instance is gone. */
    default boolean isAbsence() {
        return false;
    }

    /** That the instance is gone, which no state of it can show. */
    static <I extends RentedInstance> Target<I> gone() {
        return new Target<>() {
            @Override
            public Function<I, Reading> reader(boolean believing) {
                return seen -> new Reading(InstancePhase.DESTROYING, false, null);
            }

            @Override
            public boolean isAbsence() {
                return true;
            }

            @Override
            public String toString() {
                return "gone";
            }
        };
    }
}
