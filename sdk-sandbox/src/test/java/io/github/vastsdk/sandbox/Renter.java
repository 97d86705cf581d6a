package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A sandbox with offers that are known, a clock that stands, and the calls of renting. */
final class Renter implements AutoCloseable {
    /** How long a step of an instance's life takes. */
    static final Duration STEP = Duration.ofSeconds(10);
    /** An offer of two GPUs at a dollar per hour, with 100 GB of disk at 0.72 dollars per GB and month. */
    static final long ASK = 7;

    static final String OFFER = "{\"id\":7,\"gpu_name\":\"RTX 4090\",\"num_gpus\":2,\"dph_base\":1.0,\"min_bid\":0.4,"
            + "\"storage_cost\":0.72,\"disk_space\":100,\"geolocation\":\"Sweden, SE\",\"machine_id\":4321}";

    final SandboxClock clock = SandboxClock.manual();
    final VastSandbox sandbox;
    final TestClient client;

    Renter(SandboxBuilder builder) {
        this.sandbox = builder.clock(clock).lifecycle(STEP).start();
        this.client = new TestClient(sandbox);
    }

    static SandboxBuilder builder() {
        return VastSandbox.builder()
                .instances(0)
                .offers(0)
                .offersFromJson(List.of(OFFER, OFFER.replace("\"id\":7", "\"id\":8")));
    }

    Reply ask(long offer, String body) throws IOException {
        return client.put("/api/v0/asks/" + offer + "/", body);
    }

    /** Rents, and gives the id of the instance. */
    long rent(long offer, String more) throws IOException {
        Reply reply = ask(offer, "{\"image\":\"pytorch/pytorch\",\"disk\":10" + more + "}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("new_contract").asLong();
    }

    long rent() throws IOException {
        return rent(ASK, "");
    }

    JsonNode show(long id) throws IOException {
        return client.get("/api/v0/instances/" + id + "/").json().path("instances");
    }

    /** Gives actual_status, cur_state, intended_status and next_state. */
    String state(long id) throws IOException {
        JsonNode row = show(id);
        return row.path("actual_status").asText() + " " + row.path("cur_state").asText() + " "
                + row.path("intended_status").asText() + " "
                + row.path("next_state").asText();
    }

    Reply set(long id, String body) throws IOException {
        return client.put("/api/v0/instances/" + id + "/", body);
    }

    Reply destroy(long id) throws IOException {
        return client.delete("/api/v0/instances/" + id + "/");
    }

    double credit() throws IOException {
        return client.get("/api/v0/users/current/").json().path("credit").doubleValue();
    }

    boolean listed(long id) throws IOException {
        for (JsonNode row : client.get("/api/v1/instances/").json().path("instances")) {
            if (row.path("id").asLong() == id) {
                return true;
            }
        }
        return false;
    }

    boolean offered(long offer) throws IOException {
        String question = "{\"ask_contract_id\":{\"eq\":" + offer + "}}";
        return client.post("/api/v0/bundles/", question).json().path("offers").size() == 1;
    }

    /** Lets time pass. */
    void steps(int count) {
        clock.advance(STEP.multipliedBy(count));
    }

    /** Rents, and waits until it runs. */
    long running(String more) throws IOException {
        long id = rent(ASK, more);
        steps(3);
        assertThat(state(id)).isEqualTo("running running running running");
        return id;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
