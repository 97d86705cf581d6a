package io.github.vastsdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstancePhase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users' own tests can build, and what comes back from a file. */
class WaitExceptionTest {
    private static final CallContext CALL =
            new CallContext("wait until instance 7 is running", 3, Duration.ofSeconds(20));
    private static final Instance SEEN =
            Instance.fromJson("{\"id\":7,\"actual_status\":\"loading\",\"intended_status\":\"running\"}");
    private static final WaitContext WAIT = new WaitContext(CALL, "7", InstancePhase.LOADING, SEEN);

    @Test
    void exception_whenMadeByAUser_thenItTellsWhatItWasGiven() {
        WaitException late = new WaitTimedOutException(WAIT, Duration.ofSeconds(20), "the whole wait", null);

        assertThat(late.instanceId()).isEqualTo("7");
        assertThat(late.phase()).isEqualTo(InstancePhase.LOADING);
        assertThat(late.lastSeen()).isSameAs(SEEN);
        assertThat(late.attempts()).isEqualTo(3);
        assertThat(late)
                .hasMessage("wait until instance 7 is running failed: the limit of 20 s for the whole wait passed;"
                        + " instance 7 was last seen loading → running (3 attempts, 20000 ms)");
    }

    @Test
    void exception_whenSerialized_thenOnlyTheInstanceIsLost() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new DestroyUnverifiedException(WAIT, List.of("7", "8"), "why", null));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            DestroyUnverifiedException back = (DestroyUnverifiedException) in.readObject();

            assertThat(back.mayStillExist()).containsExactly("7", "8");
            assertThat(back.phase()).isEqualTo(InstancePhase.LOADING);
            assertThat(back.lastSeen()).isNull();
        }
    }
}
