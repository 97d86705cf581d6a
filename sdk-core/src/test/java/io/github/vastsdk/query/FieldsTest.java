package io.github.vastsdk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    /** What the official client lets its users filter offers by, without its own aliases. */
    private static final String OFFERS = "bw_nvlink compute_cap cpu_arch cpu_cores cpu_cores_effective cpu_ghz cpu_ram"
            + " cuda_max_good datacenter direct_port_count driver_version disk_bw disk_space dlperf dlperf_per_dphtotal"
            + " dph_total duration external flops_per_dphtotal gpu_arch gpu_display_active gpu_frac gpu_mem_bw gpu_name"
            + " gpu_ram gpu_total_ram gpu_max_power gpu_max_temp has_avx host_id id inet_down inet_up inet_down_cost"
            + " inet_up_cost machine_id min_bid mobo_name num_gpus pci_gen pcie_bw reliability rentable rented"
            + " storage_cost static_ip total_flops ubuntu_version verification verified vms_enabled geolocation"
            + " cluster_id";

    /** What the official client's typed queries name besides. */
    private static final String MORE = "ask_contract_id bundle_id bundled_results credit_discount_max dph_base"
            + " driver_vers end_date expected_reliability geolocode gpu_ids gpu_lanes hosting_type hostname is_bid"
            + " is_vm_deverified logo os_version platform_fee public_ipaddr reliability_mult resource_type score"
            + " start_date storage_total_cost vericode vram_costperhour webpage";

    private static final String VOLUMES = "cpu_arch cuda_vers cluster_id nw_disk_min_bw nw_disk_avg_bw nw_disk_max_bw"
            + " datacenter disk_bw disk_space driver_version duration geolocation gpu_arch has_avx host_id id inet_down"
            + " inet_up machine_id pci_gen pcie_bw reliability storage_cost static_ip total_flops ubuntu_version"
            + " verified";

    private static final String TEMPLATES = "creator_id created_at count_created default_tag docker_login_repo id image"
            + " jup_direct hash_id private name recent_create_date recommended_disk_space recommended ssh_direct tag"
            + " use_ssh";

    private static final String BENCHMARKS = "contract_id gpu_name id image last_update launch_args machine_id num_gpus"
            + " template_hash template_id type value";

    static Stream<String> offers() {
        return Stream.of(OFFERS.split(" "));
    }

    @Test
    void get_whenTheOfficialClientKnowsIt_thenKnown() {
        assertThat(offers()).hasSize(53).allSatisfy(OfferFields.COLUMNS::get);
        assertThat(MORE.split(" ")).allSatisfy(OfferFields.COLUMNS::get);
        assertThat(VOLUMES.split(" ")).allSatisfy(VolumeOfferFields.COLUMNS::get);
        assertThat(TEMPLATES.split(" ")).allSatisfy(TemplateFields.COLUMNS::get);
        assertThat(BENCHMARKS.split(" ")).allSatisfy(BenchmarkFields.COLUMNS::get);
    }

    @ParameterizedTest
    @ValueSource(classes = {OfferFields.class, VolumeOfferFields.class, TemplateFields.class, BenchmarkFields.class})
    void constants_whenListed_thenFinalFieldsOfDistinctColumns(Class<?> constants) {
        var fields = Arrays.stream(constants.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .toList();
        Set<String> names = fields.stream()
                .map(field -> {
                    try {
                        return ((Field<?>) field.get(null)).name();
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toSet());

        assertThat(names).hasSameSizeAs(fields).hasSizeGreaterThan(10);
        assertThat(fields).allMatch(field -> Modifier.isFinal(field.getModifiers()));
    }

    @ParameterizedTest
    @CsvSource({
        "gpu_nme,gpu_name",
        "gpuram,gpu_ram",
        "dph_totl,dph_total",
        "reliabilty,reliability",
        "num-gpus,num_gpus",
        "verifed,verified",
        "Num_GPUs,num_gpus",
        "DPH,dph",
        "geo_location,geolocation"
    })
    void get_whenMisspelt_thenTheNearestIsNamed(String wrong, String right) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfferFields.COLUMNS.get(wrong))
                .withMessage("unknown field " + wrong + "; did you mean " + right + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "gpu,'gpu_name, num_gpus or gpu_ram'",
        "cuda,'cuda_max_good or cuda_vers'",
        "Cost,'inet_up_cost, inet_down_cost or storage_cost'",
        "geo,'geolocation or geolocode'",
        "flags,"
    })
    void get_whenPartOfAName_thenNamesThatHaveItAreNamed(String part, @Nullable String names) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfferFields.COLUMNS.get(part))
                .withMessage("unknown field " + part + (names == null ? "" : "; did you mean " + names + "?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "sandwich", "something_else_entirely"})
    void get_whenNothingIsNear_thenNoneIsNamed(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfferFields.COLUMNS.get(wrong))
                .withMessage("unknown field " + wrong);
    }
}
