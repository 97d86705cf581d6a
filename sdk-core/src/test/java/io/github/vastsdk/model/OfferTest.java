package io.github.vastsdk.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Listing;
import io.github.vastsdk.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferTest {
    private static final String OFFER =
            """
            {"id":11,"ask_contract_id":11,"machine_id":22,"host_id":33,"bundle_id":44,"bundled_results":null,
            "num_gpus":2,"gpu_name":"RTX 4090","gpu_ids":[5,6],"gpu_arch":"nvidia","gpu_ram":24564,
            "gpu_total_ram":49128,"gpu_frac":0.5,"gpu_max_power":450.0,"gpu_max_temp":89.0,"gpu_display_active":false,
            "compute_cap":890,"cuda_max_good":12.4,"driver_version":"550.54.15","driver_vers":550054015,
            "cpu_name":"AMD EPYC 7B13 ","cpu_ghz":3.5,"cpu_ram":257654,"has_avx":1,"cpu_cores":null,
            "disk_space":812.5,"nw_disk_avg_bw":null,"inet_up":876.5,"inet_up_cost":0.002,
            "internet_up_cost_per_tb":2.048,"public_ipaddr":"192.0.2.7 ","static_ip":true,
            "dph_base":0.6,"dph_total":0.61,"dph_total_adj":0.612,"discounted_dph_total":0.55,"discount_rate":0.1,
            "min_bid":0.2,"storage_cost":0.15,"storage_total_cost":0.01,"platform_fee":0.25,
            "rentable":true,"rented":false,"external":null,"hosting_type":1,"hostname":null,
            "geolocation":"Sweden, SE","geolocode":42,"verification":"verified","vericode":1,
            "reliability":0.9987,"reliability2":0.9987,"expected_reliability":0.99,"vms_enabled":false,
            "start_date":1750000000.5,"end_date":1760000000,"duration":86400.0,"time_remaining":"",
            "cluster_id":null,"avail_vol_ask_id":55,"avail_vol_dph":0.001,"avail_vol_size":100.0,"rn":1,
            "search":{"totalHour":0.61},"instance":{"totalHour":0.01},"resource_type":"gpu","zz_future":[1]}
            """;

    static Stream<String> members() {
        String name = "offer-members.txt";
        try (InputStream in = Objects.requireNonNull(OfferTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void fromJson_whenDocumentedMember_thenItHasAComponent(String member) throws IOException {
        Offer offer = Offer.fromJson("{\"" + member + "\":null,\"zz_future\":null}");

        assertThat(offer.extra()).containsOnlyKeys("zz_future");
        JsonNode written = Json.tree(Json.write(offer));
        assertThat(written.has(member)).as("written flat, as it was read").isTrue();
        assertThat(offer).isEqualTo(Offer.fromJson("{\"zz_future\":null}"));
    }

    @Test
    void fromJson_whenRow_thenEveryShapeIsRead() {
        Offer offer = Offer.fromJson(OFFER);

        assertThat(offer.id()).isEqualTo(11).isEqualTo(offer.askContractId());
        assertThat(offer.machineId()).isEqualTo(22);
        assertThat(offer.hostId()).isEqualTo(33);
        assertThat(offer.rented()).isFalse();
        assertThat(offer.clusterId()).isNull();
        assertThat(offer.availableVolumeAskId()).isEqualTo(55);
        assertThat(offer.availableVolumeDph()).isEqualTo(0.001);
        assertThat(offer.availableVolumeGb()).isEqualTo(100);
        assertThat(offer.rank()).isEqualTo(1);
        assertThat(offer.resourceType()).isEqualTo("gpu");
        assertThat(offer.gpu().ids()).containsExactly(5L, 6L);
        assertThat(offer.gpu().ramMb()).isEqualTo(24564);
        assertThat(offer.gpu().totalRamMb()).isEqualTo(49128);
        assertThat(offer.gpu().maxPower()).isEqualTo(450);
        assertThat(offer.gpu().maxTemperature()).isEqualTo(89);
        assertThat(offer.gpu().displayActive()).isFalse();
        assertThat(offer.gpu().computeCapability()).hasValue(8.9);
        assertThat(offer.gpu().driverVersionCode()).isEqualTo("550054015");
        assertThat(offer.cpu().ghz()).isEqualTo(3.5);
        assertThat(offer.cpu().hasAvx()).isTrue();
        assertThat(offer.cpu().name()).isEqualTo("AMD EPYC 7B13");
        assertThat(offer.disk().spaceGb()).isEqualTo(812.5);
        assertThat(offer.network().publicIpaddr()).isEqualTo("192.0.2.7");
        assertThat(offer.price().uploadCostPerTb()).isEqualTo(2.048);
        assertThat(offer.price().dphTotalAdjusted()).isEqualTo(0.612);
        assertThat(offer.price().discountedDphTotal()).isEqualTo(0.55);
        assertThat(offer.price().discountRate()).isEqualTo(0.1);
        assertThat(offer.price().platformFee()).isEqualTo(0.25);
        assertThat(Objects.requireNonNull(offer.price().instance()).totalHour()).isEqualTo(0.01);
        assertThat(offer.host().reliability()).isEqualTo(0.9987);
        assertThat(offer.host().expectedReliability()).isEqualTo(0.99);
        assertThat(offer.host().isDatacenter()).isTrue();
        assertThat(offer.host().isVerified()).isTrue();
        assertThat(offer.host().vmsEnabled()).isFalse();
        assertThat(offer.host().geolocode()).isEqualTo("42");
        assertThat(offer.times().remaining()).isEqualTo(Duration.ofDays(1));
        assertThat(offer.times().endDate()).isEqualTo(Instant.ofEpochSecond(1_760_000_000));
        assertThat(offer.extra()).containsOnlyKeys("bundled_results", "zz_future");
        assertThat(offer).hasToString("Offer 11 2×RTX 4090 24 GB $0.61/h SE 99.9% verified datacenter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu_total_ram", "gpu_totalram"})
    void fromJson_whenEitherNameOfTotalRam_thenRead(String member) {
        assertThat(Offer.fromJson("{\"" + member + "\":48}").gpu().totalRamMb()).isEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reliability", "reliability2"})
    void fromJson_whenEitherNameOfReliability_thenRead(String member) {
        assertThat(Offer.fromJson("{\"" + member + "\":0.9}").host().reliability())
                .isEqualTo(0.9);
    }

    @Test
    void fromJson_whenEmpty_thenGroupsAreThereAndNothingIsKnown() {
        Offer offer = Offer.fromJson("{}");

        assertThat(offer.gpu().ids()).isEmpty();
        assertThat(offer.gpu().computeCapability()).isEmpty();
        assertThat(offer.host().country()).isNull();
        assertThat(offer.host().isVerified()).isFalse();
        assertThat(offer.host().isDatacenter()).isFalse();
        assertThat(offer).hasToString("Offer null");
    }

    @Test
    void fromJson_whenNotAnObject_thenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Offer.fromJson("[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> VolumeOffer.fromJson("null"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sweden, SE|SE",
                "' , CN '|CN",
                "US|US",
                "California, US|US",
                "Sweden|",
                "SWEDEN|",
                "Sweden, Se|",
                "''|"
            })
    void country_whenPlace_thenItsLastTwoLetters(String place, String country) {
        assertThat(Offer.fromJson("{\"geolocation\":\"" + place + "\"}").host().country())
                .isEqualTo(country);
    }

    @Test
    void country_whenCountryCode_thenThat() {
        assertThat(Instance.fromJson("{\"geolocation\":\"Sweden, SE\",\"country_code\":\"NO\"}")
                        .host()
                        .country())
                .isEqualTo("NO");
    }

    @Test
    void volumeOffer_whenRow_thenEveryShapeIsRead() {
        VolumeOffer offer = VolumeOffer.fromJson(
                """
                {"id":7,"ask_contract_id":7,"machine_id":22,"host_id":33,"cluster_id":"4","disk_space":500.4,
                "disk_name":"NVMe","disk_bw":2000,"nw_disk_min_bw":1,"nw_disk_max_bw":3,"nw_disk_avg_bw":2,
                "driver_vers":"deprecated","driver_version":"570.124.04","cuda_max_good":12.8,"cpu_ghz":2.5,
                "geolocation":"Sweden, SE","geolocode":"SE-1","vericode":"x","external":false,"reliability":0.5,
                "duration":3600,"inet_up":78.9,"storage_cost":0.15,"storage_total_cost":0.0005,
                "verification":"unverified","zz_future":1}
                """);

        assertThat(offer.id()).isEqualTo(7).isEqualTo(offer.askContractId());
        assertThat(offer.machineId()).isEqualTo(22);
        assertThat(offer.clusterId()).isEqualTo(4);
        assertThat(offer.disk().networkMinBandwidth()).isEqualTo(1);
        assertThat(offer.disk().networkMaxBandwidth()).isEqualTo(3);
        assertThat(offer.disk().networkAvgBandwidth()).isEqualTo(2);
        assertThat(offer.host().vericode()).isEqualTo("x");
        assertThat(offer.network().uploadMbps()).isEqualTo(78.9);
        assertThat(offer.times().remaining()).isEqualTo(Duration.ofHours(1));
        assertThat(offer.extra()).containsOnlyKeys("zz_future");
        assertThat(offer).hasToString("VolumeOffer 7 500 GB $0.15/GB/month SE 50.0% unverified");
        assertThat(VolumeOffer.fromJson("{\"id\":7}")).hasToString("VolumeOffer 7");
    }

    @Test
    void benchmark_whenShownInATable_thenTheResultIsInIt() {
        Benchmark row = Benchmark.fromJson(
                "{\"id\":441208,\"contract_id\":441222,\"machine_id\":18748,\"gpu_name\":\"RTX 4090\",\"num_gpus\":1,"
                        + "\"type\":\"llama\",\"model\":\"llama-3-8b\",\"name\":\"llama\",\"score\":123.5,"
                        + "\"image\":\"vastai/benchmark\"}");

        assertThat(Listing.of(List.of(row)).toString()).contains("RTX 4090", "123.5");
    }
}
