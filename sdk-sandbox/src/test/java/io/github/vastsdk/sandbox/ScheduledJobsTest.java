package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ScheduledJobsTest {
    private static final String PATH = "/api/v0/commands/schedule_job/";

    private final VastSandbox sandbox = VastSandbox.start();
    private final TestClient client = new TestClient(sandbox);
    private final long id = sandbox.instanceIds().get(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String job(String changes) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode job = (ObjectNode) mapper.readTree(
                """
                {"start_time":1767225600.0,"end_time":1767830400.0,"api_endpoint":"/api/v0/instances/reboot/%d/",
                 "request_method":"PUT","request_body":{"instance_id":%d},"day_of_the_week":null,"hour_of_the_day":3,
                 "frequency":"DAILY","instance_id":%d}"""
                        .formatted(id, id, id));
        return job.setAll((ObjectNode) mapper.readTree(changes)).toString();
    }

    private JsonNode listed() throws IOException {
        return client.get(PATH).json();
    }

    @Test
    void create_thenList_givesABareArray() throws IOException {
        assertThat(client.get(PATH).text()).isEqualTo("[]");
        Reply created = client.post(PATH, job("{}"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json().path("success").asBoolean()).isTrue();
        JsonNode jobs = listed();
        assertThat(jobs.isArray()).isTrue();
        JsonNode job = jobs.path(0);
        assertThat(job.path("id")).isEqualTo(created.json().path("id"));
        assertThat(job.path("instance_id").asLong()).isEqualTo(id);
        assertThat(job.path("start_time").isNumber()).isTrue();
        assertThat(job.path("day_of_the_week").isNull()).isTrue();
        assertThat(job.path("hour_of_the_day").asInt()).isEqualTo(3);
        assertThat(job.path("min_of_the_hour").isNull()).isTrue();
        assertThat(job.path("frequency").asText()).isEqualTo("DAILY");
    }

    @Test
    void create_whenThereIsSuchAJob_namesIt() throws IOException {
        long first = client.post(PATH, job("{}")).json().path("id").asLong();
        Reply again = client.post(PATH, job("{\"hour_of_the_day\":5}"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().path("success").asBoolean(true)).isFalse();
        assertThat(again.json().path("scheduled_job_id").asLong()).isEqualTo(first);
        assertThat(client.post(PATH, job("{\"api_endpoint\":\"/api/v0/instances/bid_price/7/\"}"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void update_changesWhatIsGiven() throws IOException {
        long job = client.post(PATH, job("{}")).json().path("id").asLong();
        Reply reply = client.put(PATH + job + "/", "{\"request_body\":{\"a\":1},\"hour_of_the_day\":7}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(listed()).hasSize(1);
        assertThat(listed().path(0).path("request_body").path("a").asInt()).isEqualTo(1);
        assertThat(listed().path(0).path("hour_of_the_day").asInt()).isEqualTo(7);
        assertThat(listed().path(0).path("frequency").asText()).isEqualTo("DAILY");
    }

    @Test
    void update_whenWrong_changesNothing() throws IOException {
        long job = client.post(PATH, job("{}")).json().path("id").asLong();
        JsonNode before = listed();
        for (String body : new String[] {"{\"hour_of_the_day\":7}", "{\"request_body\":{},\"hour_of_the_day\":24}"}) {
            Reply reply = client.put(PATH + job + "/", body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.error()).isEqualTo("invalid_args");
        }
        assertThat(listed()).isEqualTo(before);
    }

    @Test
    void delete_removesTheJobOnce() throws IOException {
        long job = client.post(PATH, job("{}")).json().path("id").asLong();
        assertThat(client.delete(PATH + job + "/").json().path("success").asBoolean())
                .isTrue();
        assertThat(listed()).isEmpty();
        assertThat(client.delete(PATH + job + "/").error()).isEqualTo("not_found");
        assertThat(client.put(PATH + job + "/", "{\"request_body\":{}}").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"frequency\":\"MONTHLY\"}| 400| invalid_args",
                "{\"frequency\":\"HOURLY\"}| 400| invalid_args",
                "{\"day_of_the_week\":1}| 400| invalid_args",
                "{\"hour_of_the_day\":24}| 400| invalid_args",
                "{\"frequency\":\"WEEKLY\"}| 400| invalid_args",
                "{\"frequency\":\"WEEKLY\",\"day_of_the_week\":7}| 400| invalid_args",
                "{\"api_endpoint\":\"https://vast.example/\"}| 400| invalid_args",
                "{\"request_body\":null}| 400| invalid_args",
                "{\"request_method\":null}| 400| invalid_args",
                "{\"start_time\":\"tomorrow\"}| 400| invalid_args",
                "{\"end_time\":1767225600.0}| 400| invalid_args",
                "{\"instance_id\":1}| 404| no_such_instance",
            })
    void create_whenWrong_isRefused(String changes, int status, String code) throws IOException {
        Reply reply = client.post(PATH, job(changes));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.error()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"frequency\":\"HOURLY\",\"hour_of_the_day\":null}",
                "{\"frequency\":\"WEEKLY\",\"day_of_the_week\":0,\"hour_of_the_day\":0}",
            })
    void create_takesTheOtherFrequencies(String changes) throws IOException {
        assertThat(client.post(PATH, job(changes)).status()).isEqualTo(200);
    }
}
