package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class VolumesTest {
    private static final String PATH = "/api/v0/volumes/";

    private final SandboxClock clock = SandboxClock.manual();
    private final VastSandbox sandbox =
            VastSandbox.builder().clock(clock).taskDelay(Duration.ofSeconds(5)).start();
    private final TestClient client = new TestClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private JsonNode search(String question) throws IOException {
        return client.post(PATH + "search/", question).json().path("offers");
    }

    private JsonNode offer() throws IOException {
        return search("{\"disk_space\":{\"gte\":100},\"order\":[[\"storage_cost\",\"asc\"]]}")
                .path(0);
    }

    private JsonNode listed() throws IOException {
        return client.get(PATH + "?owner=me&type=all_volume").json().path("volumes");
    }

    private Reply rent(long offer, int size) throws IOException {
        return client.put(PATH, "{\"id\":" + offer + ",\"size\":" + size + ",\"name\":\"data_1\"}");
    }

    private long rented() throws IOException {
        String name =
                rent(offer().path("id").asLong(), 20).json().path("volume_name").asText();
        return Long.parseLong(name.substring(2));
    }

    @Test
    void search_givesOffersOnMachinesOfTheMarket() throws IOException {
        Reply reply = client.post(PATH + "search/", "{}");
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "truncated", "offers", "sandbox_unlisted");
        JsonNode offers = reply.json().path("offers");
        assertThat(offers).hasSizeBetween(2, 64);
        JsonNode row = offers.path(0);
        // Texts here, numbers among the offers of GPUs.
        for (String text : new String[] {"geolocode", "vericode", "driver_vers"}) {
            assertThat(row.path(text).isTextual()).as(text).isTrue();
        }
        assertThat(row.path("ask_contract_id")).isEqualTo(row.path("id"));
        assertThat(row.path("duration").doubleValue()).isPositive();
        assertThat(row.path("storage_total_cost").doubleValue()).isPositive();
        JsonNode gpus = client.post(
                        "/api/v0/bundles/", "{\"machine_id\":{\"eq\":" + row.path("machine_id") + "},\"type\":\"bid\"}")
                .json()
                .path("offers");
        assertThat(gpus).isNotEmpty().allMatch(gpu -> gpu.path("host_id").equals(row.path("host_id")));
    }

    @Test
    void search_filtersOrdersAndLimits() throws IOException {
        JsonNode cheap =
                search("{\"verified\":{\"eq\":true},\"external\":{\"eq\":false},\"disk_space\":{\"gt\":\"50\"},"
                        + "\"order\":[[\"storage_cost\",\"asc\"]],\"limit\":4,\"allocated_storage\":100.0}");
        assertThat(cheap).hasSize(4);
        double last = 0;
        for (JsonNode row : cheap) {
            assertThat(row.path("verification").asText()).isEqualTo("verified");
            assertThat(row.path("disk_space").doubleValue()).isGreaterThan(50);
            assertThat(row.path("storage_cost").doubleValue()).isGreaterThanOrEqualTo(last);
            last = row.path("storage_cost").doubleValue();
            assertThat(row.path("storage_total_cost").doubleValue()).isEqualTo(last * 100 / 720);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"order\":\"score\"}", "{\"limit\":\"many\"}"})
    void search_whenTheQuestionIsNone_isRefused(String question) throws IOException {
        Reply reply = client.post(PATH + "search/", question);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("success").asBoolean(true)).isFalse();
        assertThat(reply.error()).isEqualTo(question.equals("[]") ? "invalid_args" : "invalid_request");
    }

    @Test
    void rent_namesTheVolumeAndMakesItAvailableLater() throws IOException {
        assertThat(listed()).isEmpty();
        JsonNode offer = offer();
        Reply reply = rent(offer.path("id").asLong(), 20);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "volume_name", "sandbox_unlisted");
        JsonNode volume = listed().path(0);
        assertThat(reply.json().path("volume_name").asText())
                .isEqualTo("V." + volume.path("id").asText());
        assertThat(volume.path("status").asText()).isEqualTo("creating");
        assertThat(volume.path("disk_space").doubleValue()).isEqualTo(20);
        assertThat(volume.path("label").asText()).isEqualTo("data_1");
        assertThat(volume.path("machine_id")).isEqualTo(offer.path("machine_id"));
        assertThat(volume.path("instances")).isEmpty();
        assertThat(volume.path("storage_total_cost").doubleValue())
                .isEqualTo(offer.path("storage_cost").doubleValue() * 20 / 720);
        assertThat(volume.fieldNames())
                .toIterable()
                .contains(
                        "driver_version",
                        "cuda_max_good",
                        "public_ipaddr",
                        "reliability2",
                        "host_id",
                        "cpu_name",
                        "mobo_name",
                        "disk_name",
                        "inet_up",
                        "inet_down",
                        "os_version",
                        "verification",
                        "static_ip",
                        "cpu_arch",
                        "start_date");
        clock.advance(Duration.ofSeconds(5));
        assertThat(listed().path(0).path("status").asText()).isEqualTo("available");
    }

    @Test
    void rent_takesRoomFromTheOffer() throws IOException {
        JsonNode offer = offer();
        int room = offer.path("disk_space").intValue();
        long id = offer.path("id").asLong();
        assertThat(rent(id, room - 5).status()).isEqualTo(200);
        Reply tooMuch = rent(id, 6);
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.error()).isEqualTo("invalid_args");
        assertThat(rent(id, 5).status()).isEqualTo(200);
    }

    @Test
    void rent_whenTheSizeIsNotSaid_takesFifteen() throws IOException {
        client.put(PATH, "{\"id\":" + offer().path("id") + "}");
        assertThat(listed().path(0).path("disk_space").doubleValue()).isEqualTo(15);
        assertThat(listed().path(0).path("label").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\":20}| 400| invalid_args",
                "{\"id\":1,\"size\":20}| 404| no_such_ask",
                "{\"id\":OFFER,\"size\":0}| 400| invalid_args",
                "{\"id\":OFFER,\"size\":1.5}| 400| invalid_args",
                "{\"id\":OFFER,\"name\":\"a-b\"}| 400| invalid_args",
                "{\"id\":OFFER,\"name\":\"\"}| 400| invalid_args",
            })
    void rent_whenWrong_isRefused(String body, int status, String code) throws IOException {
        Reply reply = client.put(PATH, body.replace("OFFER", offer().path("id").asText()));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.error()).isEqualTo(code);
        assertThat(listed()).isEmpty();
    }

    @Test
    void list_canBeOfOneType() throws IOException {
        rented();
        assertThat(client.get(PATH + "?type=local_volume").json().path("volumes"))
                .hasSize(1);
        assertThat(client.get(PATH + "?type=network_volume").json().path("volumes"))
                .isEmpty();
        assertThat(client.get(PATH).json().path("volumes")).hasSize(1);
    }

    @Test
    void delete_takesTheIdFromQueryOrBody() throws IOException {
        long first = rented();
        long second = rented();
        Reply byQuery = client.delete(PATH + "?id=" + first);
        assertThat(byQuery.json().fieldNames()).toIterable().containsExactlyInAnyOrder("success", "sandbox_unlisted");
        assertThat(listed()).hasSize(1);
        assertThat(client.send("DELETE", PATH, "{\"id\":" + second + "}").status())
                .isEqualTo(200);
        assertThat(listed()).isEmpty();
        Reply again = client.delete(PATH + "?id=" + first);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.error()).isEqualTo("no_such_volume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?id=abc", "?id=%22V.1%22"})
    void delete_whenTheIdIsNoNumber_isRefused(String query) throws IOException {
        Reply reply = client.delete(PATH + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_args");
    }

    @Test
    void delete_whenAnInstanceHasTheVolume_isRefused() throws IOException {
        long volume = rented();
        long instance = sandbox.instanceIds().get(0);
        client.put(
                "/api/v0/instances/update_template/" + instance + "/",
                "{\"env\":{\"-v V." + volume + ":/mnt\":\"1\"}}");
        assertThat(listed().path(0).path("instances").path(0).path("id").asLong())
                .isEqualTo(instance);
        Reply reply = client.delete(PATH + "?id=" + volume);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_args");
        client.delete("/api/v0/instances/" + instance + "/");
        assertThat(client.delete(PATH + "?id=" + volume).status()).isEqualTo(200);
    }

    @Test
    void copy_isAVolumeOnTheOtherOffer() throws IOException {
        long source = rented();
        JsonNode target = search("{\"disk_space\":{\"gte\":100},\"order\":[[\"storage_cost\",\"desc\"]]}")
                .path(0);
        String body = "{\"src_id\":" + source + ",\"dst_id\":" + target.path("id")
                + ",\"size\":33.5,\"disable_compression\":true}";
        Reply reply = client.post(PATH + "copy/", body);
        assertThat(reply.json().path("volume_name").asText()).startsWith("V.");
        JsonNode copy = listed().path(1);
        assertThat(copy.path("machine_id")).isEqualTo(target.path("machine_id"));
        assertThat(copy.path("disk_space").doubleValue()).isEqualTo(33.5);
        assertThat(client.post(PATH + "copy/", body.replace("33.5", "19")).error())
                .isEqualTo("invalid_args");
        assertThat(client.post(PATH + "copy/", body.replace("\"src_id\":", "\"src_id\":9"))
                        .error())
                .isEqualTo("no_such_volume");
        assertThat(client.post(PATH + "copy/", body.replace("\"dst_id\":", "\"dst_id\":9"))
                        .error())
                .isEqualTo("no_such_ask");
    }

    @Test
    void list_ofHosts_putsOffersOnTheMarketAndTakesThemOff() throws IOException {
        Reply reply =
                client.post(PATH, "{\"size\":100,\"machine\":[55,56],\"price_disk\":0.2,\"end_date\":1798761600}");
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "msg", "sandbox_unlisted");
        JsonNode offers = search("{\"machine_id\":{\"in\":[55,56]}}");
        assertThat(offers).hasSize(2).allSatisfy(row -> {
            assertThat(row.path("disk_space").doubleValue()).isEqualTo(100);
            assertThat(row.path("storage_cost").doubleValue()).isEqualTo(0.2);
            assertThat(row.path("end_date").doubleValue()).isEqualTo(1_798_761_600);
        });
        long rented = offers.path(0).path("id").asLong();
        long free = offers.path(1).path("id").asLong();
        rent(rented, 10);
        Reply active = client.post(PATH + "unlist", "{\"id\":" + rented + "}");
        assertThat(active.status()).isEqualTo(400);
        assertThat(active.json().fieldNames()).toIterable().containsExactlyInAnyOrder("success", "msg");
        assertThat(client.post(PATH + "unlist", "{\"id\":" + free + "}").status())
                .isEqualTo(200);
        assertThat(search("{\"machine_id\":{\"in\":[55,56]}}")).hasSize(1);
        assertThat(client.post(PATH + "unlist", "{\"id\":" + free + "}").status())
                .isEqualTo(400);
    }

    @Test
    void unlist_whenItIsSomebodyElsesOrNone_isRefused() throws IOException {
        assertThat(client.post(PATH + "unlist", "{}").status()).isEqualTo(400);
        assertThat(client.post(PATH + "unlist", "{\"id\":" + offer().path("id") + "}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"machine\":\"x\"}", "{\"machine\":[]}", "{\"machine\":5,\"size\":0}"})
    void list_ofHosts_whenWrong_isRefused(String body) throws IOException {
        assertThat(client.post(PATH, body).error()).isEqualTo("invalid_args");
    }
}
