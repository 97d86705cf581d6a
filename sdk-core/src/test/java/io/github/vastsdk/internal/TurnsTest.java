package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.internal.Turns.Use;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnsTest {
    private final Turns turns = new Turns();

    @ParameterizedTest
    @CsvSource({
        "NAMES, NAMES, true",
        "ADDS, ADDS, true",
        "REMOVES, REMOVES, false",
        "NAMES, ADDS, false",
        "NAMES, REMOVES, false",
        "ADDS, NAMES, false",
        "ADDS, REMOVES, false",
        "REMOVES, NAMES, false",
        "REMOVES, ADDS, false"
    })
    void take_whenAnotherHasItsTurn_thenOnlyWhatLeavesItAloneGoesToo(Use first, Use second, boolean together) {
        turns.take(first).join();

        CompletableFuture<Use> next = turns.take(second);

        assertThat(next.isDone()).isEqualTo(together);
        turns.over();
        assertThat(next).isCompletedWithValue(second);
    }

    @Test
    void take_whenAnotherKindWaits_thenNobodyOvertakesIt() {
        turns.take(Use.NAMES).join();
        CompletableFuture<Use> waiting = turns.take(Use.REMOVES);
        CompletableFuture<Use> behind = turns.take(Use.NAMES);

        assertThat(behind).isNotDone();
        turns.over();
        assertThat(waiting).isDone();
        assertThat(behind).isNotDone();
        turns.over();
        assertThat(behind).isDone();
    }

    @Test
    void take_whenGivenUpWhileWaiting_thenTheNextTakesItsPlace() {
        turns.take(Use.REMOVES).join();
        CompletableFuture<Use> givenUp = turns.take(Use.REMOVES);
        CompletableFuture<Use> next = turns.take(Use.REMOVES);

        givenUp.cancel(false);
        turns.over();

        assertThat(next).isDone();
        turns.over();
        assertThat(turns.take(Use.ADDS)).isDone();
    }
}
