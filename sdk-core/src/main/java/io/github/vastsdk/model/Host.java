package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The machine that an instance or offer lives on.
 *
 * @param bundleId the id of the hardware bundle
 * @param hostingType 1 for a data centre
 * @param hostname the name of the machine
 * @param osVersion the version of the operating system
 * @param moboName the model of the mainboard
 * @param pciGeneration the PCIe generation
 * @param pcieBandwidth the PCIe bandwidth in GB/s
 * @param geolocation the place, such as {@code California, US}
 * @param geolocode the service's code of the place, a number
 * @param countryCode the country, on instances; see {@link #country()}
 * @param verification whether the service has verified the machine
 * @param vericode the service's code of the verification, a number
 * @param reliability the reliability, 0 to 1
 * @param expectedReliability the reliability that the service expects, 0 to 1
 * @param reliabilityMultiplier the factor that the reliability puts on the ranking
 * @param vmsEnabled whether virtual machines can be rented
 * @param vmDeverified whether the machine lost its verification for virtual machines
 * @param rentable whether more of the machine can be rented
 * @param external whether another provider runs the machine
 * @param logo the path of the host's logo
 * @param webpage the page of the host
 */
public record Host(
        @JsonProperty("bundle_id") @Nullable Long bundleId,
        @JsonProperty("hosting_type") @Nullable Integer hostingType,
        @JsonProperty("hostname") @Nullable String hostname,
        @JsonProperty("os_version") @Nullable String osVersion,
        @JsonProperty("mobo_name") @Nullable String moboName,
        @JsonProperty("pci_gen") @Nullable Double pciGeneration,
        @JsonProperty("pcie_bw") @Nullable Double pcieBandwidth,
        @JsonProperty("geolocation") @Nullable String geolocation,
        @JsonProperty("geolocode") @Nullable String geolocode,
        @JsonProperty("country_code") @Nullable String countryCode,
        @JsonProperty("verification") @Nullable Verification verification,
        @JsonProperty("vericode") @Nullable String vericode,
        @JsonProperty("reliability2") @JsonAlias("reliability") @Nullable Double reliability,
        @JsonProperty("expected_reliability") @Nullable Double expectedReliability,
        @JsonProperty("reliability_mult") @Nullable Double reliabilityMultiplier,
        @JsonProperty("vms_enabled") @Nullable Boolean vmsEnabled,
        @JsonProperty("is_vm_deverified") @Nullable Boolean vmDeverified,
        @JsonProperty("rentable") @Nullable Boolean rentable,
        @JsonProperty("external") @Nullable Boolean external,
        @JsonProperty("logo") @Nullable String logo,
        @JsonProperty("webpage") @Nullable String webpage) {
    private static final Pattern COUNTRY = Pattern.compile("(?:^|[^A-Za-z])([A-Z]{2})$");

    /**
     * Gives the country: the country code if the answer has it, else the last two letters of the place.
     *
     * @return two capital letters; null if unknown
     */
    public @Nullable String country() {
        if (countryCode != null || geolocation == null) {
            return countryCode;
        }
        Matcher matcher = COUNTRY.matcher(geolocation);
        return matcher.find() ? matcher.group(1) : null;
    }

    /**
     * Tells whether the service has verified the machine.
     *
     * @return true if the verification says so
     */
    public boolean isVerified() {
        return verification == Verification.Known.VERIFIED;
    }

    /**
     * Tells whether the machine stands in a data centre.
     *
     * @return true if the hosting type says so
     */
    public boolean isDatacenter() {
        return hostingType != null && hostingType == 1;
    }

    /** What a line about an offer says of the machine, such as {@code SE 99.9% verified datacenter}. */
    String summary() {
        return Stream.of(
                        country(),
                        reliability == null ? null : String.format(Locale.ROOT, "%.1f%%", reliability * 100),
                        verification == null ? null : verification.wire(),
                        isDatacenter() ? "datacenter" : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Shows the place, the reliability and the verification, such as {@code SE 99.9% verified}. */
    @Override
    public String toString() {
        return summary();
    }
}
