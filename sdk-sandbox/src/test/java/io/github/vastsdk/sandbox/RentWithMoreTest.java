package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Renting from a template, and with a volume. */
@Timeout(30)
class RentWithMoreTest {
    private final Renter renter = new Renter(Renter.builder());

    @AfterEach
    void close() {
        renter.close();
    }

    private JsonNode template(String more) throws IOException {
        return renter.client
                .post(
                        "/api/v0/template/",
                        """
                        {"name":"mine","image":"me/it","tag":"2","runtype":"ssh","ssh_direct":true,"onstart":"date",
                         "recommended_disk_space":24,"env":"-p 9000:9000 -e A=1 -e B='two words'\""""
                                + more + "}")
                .json()
                .path("template");
    }

    @Test
    void rent_withATemplate_takesFromItWhatTheOrderDoesNotSay() throws IOException {
        JsonNode template = template("");

        for (String reference : new String[] {
            "\"template_hash_id\":" + template.path("hash_id"), "\"template_id\":" + template.path("id")
        }) {
            long id = renter.ask(reference.contains("hash") ? 7 : 8, "{" + reference + "}")
                    .json()
                    .path("new_contract")
                    .asLong();
            renter.steps(3);
            JsonNode row = renter.show(id);
            assertThat(row.path("image_uuid").asText()).isEqualTo("me/it:2");
            assertThat(row.path("image_runtype").asText()).isEqualTo("ssh_direc ssh_proxy");
            assertThat(row.path("onstart").asText()).isEqualTo("date");
            assertThat(row.path("disk_space").asInt()).isEqualTo(24);
            assertThat(row.path("extra_env"))
                    .hasToString("[[\"-p 9000:9000\",\"1\"],[\"A\",\"1\"],[\"B\",\"two words\"]]");
            assertThat(row.path("ports").properties()).hasSize(2);
            assertThat(row.path("template_hash_id")).isEqualTo(template.path("hash_id"));
            assertThat(row.path("template_id").asLong())
                    .isEqualTo(template.path("id").asLong());
            assertThat(row.path("template_name").asText()).isEqualTo("mine");
        }
    }

    @Test
    void rent_withATemplate_prefersWhatTheOrderSays() throws IOException {
        JsonNode template = template("");

        long id = renter.rent(
                7,
                ",\"runtype\":\"args\",\"onstart\":\"ls\",\"env\":{\"B\":\"3\",\"C\":\"4\"},\"template_hash_id\":"
                        + template.path("hash_id"));

        JsonNode row = renter.show(id);
        assertThat(row.path("image_uuid").asText()).isEqualTo("pytorch/pytorch");
        assertThat(row.path("image_runtype").asText()).isEqualTo("args");
        assertThat(row.path("onstart").asText()).isEqualTo("ls");
        assertThat(row.path("disk_space").asInt()).isEqualTo(10);
        assertThat(row.path("extra_env"))
                .hasToString("[[\"-p 9000:9000\",\"1\"],[\"A\",\"1\"],[\"B\",\"3\"],[\"C\",\"4\"]]");
    }

    private JsonNode volumes() throws IOException {
        return renter.client
                .get("/api/v0/volumes/?owner=me&type=local_volume")
                .json()
                .path("volumes");
    }

    private static String mount(boolean create, long id) {
        return ",\"volume_info\":{\"mount_path\":\"/data\",\"size\":10,\"name\":\"data\",\"create_new\":" + create
                + ",\"volume_id\":" + id + "}";
    }

    private JsonNode listed(long id) throws IOException {
        for (JsonNode row : renter.client.get("/api/v1/instances/").json().path("instances")) {
            if (row.path("id").asLong() == id) {
                return row;
            }
        }
        throw new AssertionError("not listed");
    }

    @Test
    void rent_withAVolume_makesOrMountsIt() throws IOException {
        long ask = renter.client
                .post("/api/v0/volumes/search/", "{\"machine_id\":{\"eq\":4321}}")
                .json()
                .at("/offers/0/id")
                .asLong();

        long first = renter.rent(7, mount(true, ask));

        JsonNode volume = volumes().path(0);
        assertThat(volume.path("label").asText()).isEqualTo("data");
        assertThat(volume.at("/instances/0/id").asLong()).isEqualTo(first);
        assertThat(listed(first).at("/volume_info/0/id")).isEqualTo(volume.path("id"));
        assertThat(listed(first).at("/volume_info/0/total_space").asDouble()).isEqualTo(10);

        renter.destroy(first);
        long second = renter.rent(7, mount(false, volume.path("id").asLong()));
        assertThat(volumes()).hasSize(1);
        assertThat(volumes().at("/0/instances/0/id").asLong()).isEqualTo(second);
    }

    @Test
    void rent_withAVolumeThatCannotBeHad_rentsNothing() throws IOException {
        Reply missing = renter.ask(7, "{\"image\":\"i\"" + mount(false, 1) + "}");
        assertThat(missing.error()).isEqualTo("no_such_volume");
        assertThat(renter.ask(7, "{\"image\":\"i\"" + mount(true, 1) + "}").error())
                .isEqualTo("no_such_ask");
        assertThat(renter.ask(7, "{\"image\":\"i\",\"volume_info\":{\"mount_path\":\"/data\"}}")
                        .error())
                .isEqualTo("invalid_args");
        assertThat(renter.sandbox.instanceIds()).isEmpty();
        assertThat(renter.offered(7)).isTrue();
        assertThat(volumes()).isEmpty();
    }
}
