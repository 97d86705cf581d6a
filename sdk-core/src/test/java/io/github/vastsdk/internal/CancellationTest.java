package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void cancel_whenAStepIsUnderWay_thenStopsThatOneOnly() {
        cancellation.set(() -> stopped.add("first"));
        cancellation.set(() -> stopped.add("second"));
        assertThat(cancellation.isCancelled()).isFalse();

        cancellation.cancel();
        cancellation.cancel();

        assertThat(stopped).containsExactly("second");
        assertThat(cancellation.isCancelled()).isTrue();
    }

    @Test
    void set_whenCancelledBefore_thenStopsTheStepAtOnce() {
        cancellation.cancel();

        cancellation.set(() -> stopped.add("late"));
        cancellation.set(() -> stopped.add("later"));

        assertThat(stopped).containsExactly("late", "later");
        assertThat(cancellation.isCancelled()).isTrue();
    }
}
