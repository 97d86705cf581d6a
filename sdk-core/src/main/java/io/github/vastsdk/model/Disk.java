package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.internal.json.UnknownReaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The storage of an instance or offer.
 *
 * @param name the model
 * @param spaceGb the size in GB
 * @param bandwidth the bandwidth in MB/s
 * @param networkMinBandwidth the least bandwidth of a network disk in MB/s
 * @param networkMaxBandwidth the greatest bandwidth of a network disk in MB/s
 * @param networkAvgBandwidth the average bandwidth of a network disk in MB/s
 * @param utilization the load; null if unknown, which the service writes as -1
 * @param usage the space in use; null if unknown, which the service writes as -1
 */
public record Disk(
        @JsonProperty("disk_name") @Nullable String name,
        @JsonProperty("disk_space") @Nullable Double spaceGb,
        @JsonProperty("disk_bw") @Nullable Double bandwidth,
        @JsonProperty("nw_disk_min_bw") @Nullable Double networkMinBandwidth,
        @JsonProperty("nw_disk_max_bw") @Nullable Double networkMaxBandwidth,
        @JsonProperty("nw_disk_avg_bw") @Nullable Double networkAvgBandwidth,
        @JsonProperty("disk_util") @JsonDeserialize(using = UnknownReaders.OfDouble.class) @Nullable Double utilization,
        @JsonProperty("disk_usage") @JsonDeserialize(using = UnknownReaders.OfDouble.class) @Nullable Double usage) {
    /** Shows the size, such as {@code 500 GB}. */
    @Override
    public String toString() {
        return spaceGb == null ? "" : String.format(Locale.ROOT, "%.0f GB", spaceGb);
    }
}
