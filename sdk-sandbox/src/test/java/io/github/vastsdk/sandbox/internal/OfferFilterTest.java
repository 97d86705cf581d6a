package io.github.vastsdk.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferFilterTest {
    private static final JsonNode ROW = json(
            """
            {"id": 7, "ask_contract_id": 7, "gpu_name": "RTX 4090", "cpu_name": "Xeon ", "num_gpus": 2, "gpu_ram": 24564,
             "gpu_total_ram": 49128, "cpu_ram": 64000, "dph_total": 0.5, "reliability": 0.98, "reliability2": 0.98,
             "geolocation": "South Korea, KR", "verification": "verified", "hosting_type": 1, "duration": 86400.5,
             "driver_version": "535.86.05", "driver_vers": 535086005, "os_version": "22.04", "rentable": true,
             "external": null, "static_ip": false, "has_avx": 1, "disk_space": 100.5, "expected_reliability": 0.97}""");
    private static final JsonNode BARE = json(
            """
            {"geolocation": null, "verification": null, "hosting_type": null, "num_gpus": null}""");

    private static JsonNode json(String text) {
        return Objects.requireNonNull(Json.parse(text), text);
    }

    private static boolean matches(String filter, JsonNode row) {
        return OfferFilter.parse(json(filter), Set.of()).test(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}| true",
                "{\"num_gpus\":{\"eq\":2}}| true",
                "{\"num_gpus\":{\"eq\":\"2\"}}| true",
                "{\"num_gpus\":{\"eq\":2.0}}| true",
                "{\"num_gpus\":{\"eq\":\"two\"}}| false",
                "{\"num_gpus\":{\"neq\":2}}| false",
                "{\"num_gpus\":{\"neq\":\"two\"}}| true",
                "{\"num_gpus\":{\"gt\":1,\"lt\":3}}| true",
                "{\"num_gpus\":{\"gt\":2}}| false",
                "{\"num_gpus\":{\"gte\":2}}| true",
                "{\"num_gpus\":{\"lt\":2}}| false",
                "{\"num_gpus\":{\"lte\":\"2\"}}| true",
                "{\"num_gpus\":{\"gt\":\"two\"}}| false",
                "{\"num_gpus\":{\"in\":[1,\"2\"]}}| true",
                "{\"num_gpus\":{\"in\":[]}}| false",
                "{\"num_gpus\":{\"in\":2}}| true",
                "{\"num_gpus\":{\"notin\":[1,4]}}| true",
                "{\"num_gpus\":{\"notin\":[2]}}| false",
                "{\"num_gpus\":{\"eq\":[2]}}| false",
                "{\"dph_total\":{\"lte\":\"0.50\"}}| true",
                "{\"gpu_name\":{\"eq\":\"RTX 4090\"}}| true",
                "{\"gpu_name\":{\"eq\":\"RTX_4090\"}}| false",
                "{\"cpu_name\":{\"eq\":\"Xeon\"}}| true",
                "{\"gpu_name\":{\"eq\":\"rtx 4090\"}}| false",
                "{\"gpu_name\":{\"in\":[\"H100 SXM\",\"RTX 4090\"]}}| true",
                "{\"rentable\":{\"eq\":true}}| true",
                "{\"rentable\":{\"eq\":\"True\"}}| true",
                "{\"rentable\":{\"eq\":1}}| true",
                "{\"static_ip\":{\"eq\":true}}| false",
                "{\"static_ip\":{\"neq\":true}}| true",
                "{\"has_avx\":{\"eq\":true}}| true",
            })
    void test_comparesByValue(String filter, boolean expected) {
        assertThat(matches(filter, ROW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Not columns, though the command line has the names.
                "{\"dph\":{\"lt\":0.1}}",
                "{\"cuda_vers\":{\"gt\":99}}",
                "{\"gpu\":{\"eq\":\"H100\"}}",
                // Not operators.
                "{\"num_gpus\":{\"ge\":4}}",
                "{\"num_gpus\":{\"=\":4,\"eq\":2}}",
                // Not an object of operators.
                "{\"num_gpus\":4}",
                "{\"num_gpus\":[4]}",
                "{\"order\":[[\"score\",\"desc\"]],\"type\":\"bid\",\"limit\":1,\"allocated_storage\":5000}",
            })
    void test_whenTheServiceDoesNotKnowIt_passesItOver(String filter) {
        assertThat(matches(filter, ROW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"external\":{\"eq\":false}}",
                "{\"external\":{\"neq\":true}}",
                "{\"external\":{\"notin\":[true]}}",
                "{\"external\":{\"eq\":null}}",
                "{\"cluster_id\":{\"neq\":5}}",
                "{\"num_gpus\":{\"eq\":null}}",
                "{\"num_gpus\":{\"in\":[null]}}",
            })
    void test_whenThereIsANull_neverMatches(String filter) {
        assertThat(matches(filter, ROW)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"geolocation\":{\"eq\":\"KR\"}}| true",
                "{\"geolocation\":{\"in\":[\"SE\",\"KR\"]}}| true",
                "{\"geolocation\":{\"notin\":[\"KR\"]}}| false",
                "{\"geolocation\":{\"eq\":\"South Korea, KR\"}}| false",
                "{\"verified\":{\"eq\":true}}| true",
                "{\"verified\":{\"eq\":false}}| false",
                "{\"verification\":{\"eq\":\"verified\"}}| true",
                "{\"datacenter\":{\"eq\":true}}| true",
                "{\"datacenter\":{\"neq\":true}}| false",
                "{\"duration\":{\"gte\":86400.0}}| true",
                "{\"duration\":{\"gt\":\"86401\"}}| false",
                "{\"driver_version\":{\"gte\":535086005}}| true",
                "{\"driver_version\":{\"gt\":\"535.86\"}}| true",
                "{\"driver_version\":{\"in\":[\"535.86.05\"]}}| true",
                "{\"driver_version\":{\"gte\":\"550.54.14\"}}| false",
                "{\"reliability2\":{\"gt\":0.97}}| true",
                "{\"dphtotal\":{\"gt\":0.5}}| false",
                "{\"gpu_totalram\":{\"gt\":49000}}| true",
                "{\"gpu_ram_GB\":{\"gte\":24}}| true",
                "{\"gpu_ram_GB\":{\"gte\":\"25\"}}| false",
                "{\"gpu_totalram_GB\":{\"in\":[49.128]}}| true",
                "{\"cpu_ram_GB\":{\"lt\":64}}| false",
                "{\"ubuntu_version\":{\"eq\":\"22.04\"}}| true",
                "{\"ubuntu_version\":{\"gte\":20.04}}| true",
                "{\"target_reliability\":{\"gte\":0.98}}| false",
                "{\"allocated_storage\":{\"gte\":101}}| false",
                "{\"ask_contract_id\":{\"eq\":7}}| true",
                "{\"id\":{\"eq\":7}}| false",
                "{\"id\":{\"neq\":1}}| false",
            })
    void test_readsColumnsThatOnlyFiltersHave(String filter, boolean expected) {
        assertThat(matches(filter, ROW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"geolocation\":{\"neq\":\"KR\"}}",
                "{\"verified\":{\"eq\":false}}",
                "{\"datacenter\":{\"eq\":false}}",
                "{\"num_gpus\":{\"lt\":9}}",
                "{\"driver_version\":{\"gt\":0}}",
            })
    void test_whenWhatAColumnStandsOnIsNull_neverMatches(String filter) {
        assertThat(matches(filter, BARE)).isFalse();
    }
}
