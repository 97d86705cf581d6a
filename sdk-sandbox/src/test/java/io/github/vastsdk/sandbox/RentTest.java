package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class RentTest {
    private static final String IMAGE = "{\"image\":\"i\"";

    private Renter renter = new Renter(Renter.builder());

    @AfterEach
    void close() {
        renter.close();
    }

    private void restart(SandboxBuilder builder) {
        renter.close();
        renter = new Renter(builder);
    }

    private static void assertRefused(Reply reply, int status, String code, long ask) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.error()).isEqualTo(code);
        assertThat(reply.json().path("success").asBoolean(true)).isFalse();
        assertThat(reply.json().path("ask_id").asLong()).isEqualTo(ask);
    }

    @Test
    void rent_makesAnInstanceOfTheOffer() throws IOException {
        Reply reply = renter.ask(
                7,
                """
                {"client_id":"me","image":"vastai/base-image:@vastai-automatic-tag","disk":32.5,"label":"train",
                 "env":{"TZ":"UTC","-p 9000:8000":"1","-p 53:53/udp":"1","-p 70000:70000":"1"},
                 "runtype":"jupyter_direc ssh_direc ssh_proxy","onstart":"echo hi","args":["-c","ls"],"price":null,
                 "cancel_unavail":false}""");
        assertThat(reply.json().path("success").asBoolean()).isTrue();
        assertThat(reply.json().path("ask_id").asLong()).isEqualTo(7);
        assertThat(reply.json().path("instance_api_key").asText()).hasSize(64);
        assertThat(reply.json().path("new_contract").isIntegralNumber()).isTrue();
        long id = reply.json().path("new_contract").asLong();
        assertThat(renter.sandbox.instanceIds()).containsExactly(id);
        renter.steps(3);
        JsonNode row = renter.show(id);
        assertThat(row.path("gpu_name").asText()).isEqualTo("RTX 4090");
        assertThat(row.path("num_gpus").asInt()).isEqualTo(2);
        assertThat(row.path("machine_id").asInt()).isEqualTo(4321);
        assertThat(row.path("geolocation").asText()).isEqualTo("Sweden, SE");
        assertThat(row.path("label").asText()).isEqualTo("train");
        assertThat(row.path("image_uuid").asText())
                .startsWith("vastai/base-image:")
                .doesNotContain("@");
        assertThat(row.path("image_runtype").asText()).isEqualTo("jupyter_direc ssh_direc ssh_proxy");
        assertThat(row.path("image_args")).hasToString("[\"-c\",\"ls\"]");
        assertThat(row.path("onstart").asText()).isEqualTo("echo hi");
        assertThat(row.path("template_hash_id").isNull()).isTrue();
        assertThat(row.path("extra_env").get(0)).hasToString("[\"TZ\",\"UTC\"]");
        assertThat(row.path("ports").fieldNames())
                .toIterable()
                .containsExactly("22/tcp", "8080/tcp", "8000/tcp", "53/udp", "70000/tcp");
        assertThat(row.path("is_bid").asBoolean()).isFalse();
        assertThat(row.path("disk_space").doubleValue()).isEqualTo(32.5);
        assertThat(row.path("storage_total_cost").doubleValue()).isCloseTo(0.0325, within(1e-12));
        assertThat(row.path("dph_total").doubleValue()).isCloseTo(1.0325, within(1e-12));
        assertThat(row.path("public_ipaddr").asText()).endsWith("\n");
        assertThat(row.size()).isGreaterThanOrEqualTo(90);
    }

    @Test
    void rent_takesTheOfferOffTheMarketUntilTheInstanceIsDestroyed() throws IOException {
        long id = renter.rent();
        assertThat(renter.offered(7)).isFalse();
        assertRefused(renter.ask(7, IMAGE + "}"), 410, "no_such_ask", 7);
        renter.destroy(id);
        assertThat(renter.offered(7)).isTrue();
        assertThat(renter.rent()).isNotEqualTo(id);
    }

    @Test
    void rent_whenThereIsNoSuchOffer_saysSoInTheTextOnly() throws IOException {
        Reply reply = renter.ask(99, IMAGE + "}");
        assertRefused(reply, 404, "invalid_args", 99);
        assertThat(reply.json().path("msg").asText()).contains("no_such_ask");
        assertThat(renter.client.put("/api/v0/asks/x/", IMAGE + "}").error()).isEqualTo("invalid_args");
    }

    @Test
    void rent_whenItLosesTheRace_findsTheOfferGone() throws IOException {
        renter.sandbox.loseRaceFor(7);
        assertThat(renter.offered(7)).isTrue();
        assertRefused(renter.ask(7, IMAGE + "}"), 410, "no_such_ask", 7);
        assertThat(renter.offered(7)).isFalse();
        assertThat(renter.sandbox.instanceIds()).isEmpty();
        renter.rent(8, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}| invalid_args",
                "{\"image\":\"\"}| invalid_args",
                "{\"image\":null,\"template_hash_id\":null}| invalid_args",
                "{\"image\":\"i\",\"template_hash_id\":\"661d\"}| invalid_args",
                "{\"image\":\"i\",\"price\":0.0009}| invalid_price",
                "{\"image\":\"i\",\"price\":128.5}| invalid_price",
                "{\"image\":\"i\",\"price\":\"cheap\"}| invalid_price",
                "{\"image\":\"i\",\"disk\":0}| invalid_args",
                "{\"image\":\"i\",\"disk\":\"big\"}| invalid_args",
                "{\"image\":\"i\",\"target_state\":\"frozen\"}| invalid_args",
            })
    void rent_whenTheRequestIsWrong_isRefused(String body, String code) throws IOException {
        assertRefused(renter.ask(7, body), 400, code, 7);
        assertThat(renter.offered(7)).isTrue();
    }

    @Test
    void rent_whenTextsAreTooLong_isRefused() throws IOException {
        for (String member : new String[] {
            "\"image\":\"" + "i".repeat(1025) + "\"",
            "\"image\":\"i\",\"label\":\"" + "l".repeat(257) + "\"",
            "\"image\":\"i\",\"onstart\":\"" + "o".repeat(4000) + "\",\"args\":[\"" + "a".repeat(97) + "\"]",
            "\"image\":\"i\",\"env\":{\"A\":\"" + "e".repeat(32_768) + "\"}"
        }) {
            assertRefused(renter.ask(7, "{" + member + "}"), 400, "invalid_args", 7);
        }
        assertThat(renter.ask(7, IMAGE + ",\"label\":\"" + "l".repeat(256) + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void rent_whenTheMachineHasLessDisk_grantsLessWithoutAWord() throws IOException {
        JsonNode row = renter.show(renter.rent(7, ",\"disk\":1000"));
        assertThat(row.path("disk_space").doubleValue()).isEqualTo(100);
        assertThat(row.path("storage_total_cost").doubleValue()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void rent_withABid_costsTheBid() throws IOException {
        JsonNode row = renter.show(renter.running(",\"price\":0.5"));
        assertThat(row.path("is_bid").asBoolean()).isTrue();
        assertThat(row.path("dph_base").doubleValue()).isEqualTo(0.5);
        assertThat(row.path("dph_total").doubleValue()).isCloseTo(0.51, within(1e-12));
    }

    @Test
    void rent_whenTheBidIsTooLow_refusesAndYetLeavesAStoppedInstance() throws IOException {
        Reply reply = renter.ask(7, IMAGE + ",\"price\":0.39}");
        assertRefused(reply, 400, "invalid_price", 7);
        long id = reply.json().path("new_contract").asLong();
        assertThat(renter.state(id)).isEqualTo("exited stopped stopped stopped");
        renter.steps(10);
        assertThat(renter.state(id)).isEqualTo("exited stopped stopped stopped");
        assertThat(renter.offered(7)).isTrue();
        Reply nothing = renter.ask(8, IMAGE + ",\"price\":0.39,\"cancel_unavail\":true}");
        assertRefused(nothing, 410, "no_such_ask", 8);
        assertThat(nothing.json().has("new_contract")).isFalse();
        assertThat(renter.sandbox.instanceIds()).containsExactly(id);
    }

    @Test
    void rent_whenToStayStopped_doesNotStart() throws IOException {
        long id = renter.rent(7, ",\"target_state\":\"stopped\"");
        renter.steps(5);
        assertThat(renter.state(id)).isEqualTo("exited stopped stopped stopped");
    }

    @Test
    void rent_withoutCredit_isRefused() throws IOException {
        restart(Renter.builder().credit(0));
        assertRefused(renter.ask(7, IMAGE + "}"), 400, "insufficient_credit", 7);
        assertThat(renter.offered(7)).isTrue();
    }

    @Test
    void rent_ofAVm_needsAnSshKey() throws IOException {
        for (JsonNode key : renter.client.get("/api/v0/ssh/").json()) {
            renter.client.delete("/api/v0/ssh/" + key.path("id").asLong() + "/");
        }
        assertRefused(renter.ask(7, IMAGE + ",\"vm\":true}"), 400, "no_ssh_key_for_vm", 7);
    }

    @Test
    void rent_putsTheKeysOfTheAccountOnTheInstance() throws IOException {
        String keys = renter.client
                .get("/api/v0/instances/" + renter.rent() + "/ssh/")
                .json()
                .path("ssh_keys")
                .asText();
        assertThat(keys).contains("dev@laptop", "ci@runner");
    }

    @Test
    void rent_cannotBeSeenBeforeTheLagIsOver() throws IOException {
        restart(Renter.builder().consistencyLag(Duration.ofSeconds(3)));
        long id = renter.rent();
        assertThat(renter.show(id).isNull()).isTrue();
        assertThat(renter.listed(id)).isFalse();
        renter.clock.advance(Duration.ofSeconds(3));
        assertThat(renter.show(id).isNull()).isFalse();
        assertThat(renter.listed(id)).isTrue();
    }

    @Test
    void rentAll_rentsWhatCanBeHad() throws IOException {
        String path = "/api/v0/asks/bulk/";
        JsonNode some = renter.client.post(path, IMAGE + ",\"ids\":[7,99,8]}").json();
        assertThat(some.path("success").asBoolean()).isTrue();
        assertThat(some.path("new_contracts")).hasSize(2);
        assertThat(some.at("/results/1/msg").asText()).contains("no_such_ask");
        assertThat(renter.sandbox.instanceIds()).hasSize(2);
        Reply none = renter.client.post(path, IMAGE + ",\"ids\":[7,8]}");
        assertThat(none.status()).isEqualTo(410);
        assertThat(none.error()).isEqualTo("no_such_ask");
        assertThat(renter.client.post(path, IMAGE + ",\"ids\":[]}").error()).isEqualTo("invalid_args");
    }

    @Test
    void launch_rentsTheFirstOfferThatItFinds() throws IOException {
        String path = "/api/v0/launch_instance/";
        String question = ",\"disk\":10,\"q\":{\"num_gpus\":{\"eq\":\"2\"},\"order\":[[\"id\",\"desc\"]]}}";
        JsonNode answer = renter.client.put(path, IMAGE + question).json();
        assertThat(answer.path("ask_id").asLong()).isEqualTo(8);
        assertThat(answer.path("new_contract").isTextual()).isTrue();
        assertThat(renter.sandbox.instanceIds())
                .containsExactly(Long.valueOf(answer.path("new_contract").asText()));
        Reply none = renter.client.put(path, IMAGE + ",\"q\":{\"num_gpus\":{\"gt\":8}}}");
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.error()).isEqualTo("no_such_ask");
        assertThat(renter.client.put(path, IMAGE + "}").error()).isEqualTo("invalid_query");
    }
}
