package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param countryCode the country
 * @param verification whether the service has verified the machine
 * @param reliability the reliability, 0 to 1
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
        @JsonProperty("country_code") @Nullable String countryCode,
        @JsonProperty("verification") @Nullable Verification verification,
        @JsonProperty("reliability2") @Nullable Double reliability,
        @JsonProperty("rentable") @Nullable Boolean rentable,
        @JsonProperty("external") @Nullable Boolean external,
        @JsonProperty("logo") @Nullable String logo,
        @JsonProperty("webpage") @Nullable String webpage) {

    /**
     * Tells whether the machine stands in a data centre.
     *
     * @return true if the hosting type says so
     */
    public boolean isDatacenter() {
        return hostingType != null && hostingType == 1;
    }
}
