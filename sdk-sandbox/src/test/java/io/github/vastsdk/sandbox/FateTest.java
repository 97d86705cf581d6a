package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class FateTest {
    private static final String RUNNING = "running running running running";
    private static final String STOPPED = "exited stopped stopped stopped";
    private static final String WAITING = "exited stopped running running";

    private final Renter renter = new Renter(Renter.builder());

    @AfterEach
    void close() {
        renter.close();
    }

    @ParameterizedTest
    @CsvSource({"STUCK_PROVISIONING,null,3", "STUCK_CREATED,created,2", "STUCK_LOADING,loading,1"})
    void stuck_staysUntilTheFateEnds(Fate fate, String status, int stepsLeft) throws IOException {
        renter.sandbox.nextFate(fate);
        long id = renter.rent();
        renter.steps(100);
        assertThat(renter.state(id)).isEqualTo(status + " running running running");
        renter.sandbox.fate(id, Fate.NORMAL);
        renter.steps(stepsLeft - 1);
        assertThat(renter.state(id)).isNotEqualTo(RUNNING);
        renter.steps(1);
        assertThat(renter.state(id)).isEqualTo(RUNNING);
    }

    @Test
    void stuck_whenItIsThereAlready_goesNoFurther() throws IOException {
        long id = renter.rent();
        renter.steps(2);
        renter.sandbox.fate(id, Fate.STUCK_LOADING);
        renter.steps(100);
        assertThat(renter.state(id)).isEqualTo("loading running running running");
    }

    @Test
    void fates_goToTheNextInstancesInOrder() throws IOException {
        renter.sandbox.nextFate(Fate.NORMAL, Fate.STUCK_CREATED);
        long one = renter.rent(7, "");
        long two = renter.rent(8, "");
        renter.steps(9);
        assertThat(renter.state(one)).isEqualTo(RUNNING);
        assertThat(renter.state(two)).startsWith("created");
    }

    @Test
    void imagePull_whenItFails_saysSoWhileLoading() throws IOException {
        renter.sandbox.nextFate(Fate.IMAGE_PULL_FAILS);
        long id = renter.rent();
        renter.steps(9);
        assertThat(renter.state(id)).isEqualTo("loading running running running");
        assertThat(renter.show(id).path("status_msg").asText()).contains("manifest unknown: pytorch/pytorch");
    }

    @Test
    void container_whenItFails_exitsThoughItIsToRun() throws IOException {
        renter.sandbox.nextFate(Fate.CONTAINER_FAILS);
        long id = renter.rent();
        renter.steps(3);
        assertThat(renter.state(id)).isEqualTo("exited running running running");
        JsonNode row = renter.show(id);
        assertThat(row.path("status_msg").asText()).contains(": OCI runtime create failed:");
        assertThat(row.has("ports")).isFalse();
        renter.sandbox.fate(id, Fate.NORMAL);
        renter.set(id, "{\"state\":\"running\"}");
        renter.steps(2);
        assertThat(renter.state(id)).isEqualTo(RUNNING);
    }

    @Test
    void interruption_hitsARunningInstanceAtOnceAndOneOnItsWayInPlaceOfRunning() throws IOException {
        long id = renter.running(",\"price\":0.5");
        renter.sandbox.fate(id, Fate.INTERRUPTED);
        assertThat(renter.state(id)).isEqualTo(STOPPED);
        renter.sandbox.nextFate(Fate.INTERRUPTED);
        long other = renter.rent(8, ",\"price\":0.5");
        renter.steps(2);
        assertThat(renter.state(other)).isEqualTo("loading running running running");
        renter.steps(1);
        assertThat(renter.state(other)).isEqualTo(STOPPED);
        renter.set(other, "{\"state\":\"running\"}");
        renter.steps(2);
        assertThat(renter.state(other)).isEqualTo(RUNNING);
    }

    @Test
    void host_whenItGoesOffline_comesBackWithTheEndOfTheFate() throws IOException {
        long id = renter.running("");
        renter.sandbox.fate(id, Fate.HOST_OFFLINE);
        assertThat(renter.state(id)).isEqualTo("offline running running running");
        renter.steps(50);
        assertThat(renter.state(id)).isEqualTo("offline running running running");
        renter.sandbox.fate(id, Fate.NORMAL);
        assertThat(renter.state(id)).isEqualTo(RUNNING);
    }

    @Test
    void start_whenQueued_saysSoWith200AndHappensLater() throws IOException {
        long id = renter.running("");
        renter.set(id, "{\"state\":\"stopped\"}");
        renter.steps(1);
        renter.sandbox.fate(id, Fate.START_QUEUED);
        Reply reply = renter.set(id, "{\"state\":\"running\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("success").asBoolean(true)).isFalse();
        assertThat(reply.error()).isEqualTo("resources_unavailable");
        assertThat(reply.json().path("msg").asText()).contains("state change queued");
        renter.steps(50);
        assertThat(renter.state(id)).isEqualTo(WAITING);
        renter.sandbox.fate(id, Fate.NORMAL);
        renter.steps(1);
        assertThat(renter.state(id)).isEqualTo(RUNNING);
    }

    @Test
    void start_whenQueued_isTakenBackByStopping() throws IOException {
        renter.sandbox.nextFate(Fate.START_QUEUED);
        long id = renter.rent(7, ",\"cancel_unavail\":false");
        assertThat(renter.state(id)).isEqualTo(WAITING);
        renter.set(id, "{\"state\":\"stopped\"}");
        renter.sandbox.fate(id, Fate.NORMAL);
        renter.steps(50);
        assertThat(renter.state(id)).isEqualTo(STOPPED);
    }

    @Test
    void rent_whenQueuedAndNotWantedThen_makesNothing() throws IOException {
        renter.sandbox.nextFate(Fate.START_QUEUED);
        Reply reply = renter.ask(7, "{\"image\":\"i\",\"cancel_unavail\":true}");
        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.error()).isEqualTo("no_such_ask");
        assertThat(renter.sandbox.instanceIds()).isEmpty();
    }

    @Test
    void destroyed_comesBackOnce() throws IOException {
        long id = renter.running("");
        renter.sandbox.fate(id, Fate.COMES_BACK);
        assertThat(renter.destroy(id).status()).isEqualTo(200);
        assertThat(renter.show(id).isNull()).isTrue();
        assertThat(renter.offered(7)).isTrue();
        renter.steps(1);
        assertThat(renter.state(id)).isEqualTo(RUNNING);
        assertThat(renter.listed(id)).isTrue();
        assertThat(renter.offered(7)).isFalse();
        renter.destroy(id);
        renter.steps(50);
        assertThat(renter.show(id).isNull()).isTrue();
    }

    @Test
    void fate_whenThereIsNoSuchInstance_throws() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> renter.sandbox.fate(1, Fate.NORMAL))
                .withMessageContaining("1");
    }
}
