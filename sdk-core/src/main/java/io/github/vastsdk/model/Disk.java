package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.internal.json.UnknownReaders;
import org.jspecify.annotations.Nullable;

/**
 * The storage of an instance or offer.
 *
 * @param name the model
 * @param spaceGb the size in GB
 * @param bandwidth the bandwidth in MB/s
 * @param utilization the load; null if unknown, which the service writes as -1
 * @param usage the space in use; null if unknown, which the service writes as -1
 */
public record Disk(
        @JsonProperty("disk_name") @Nullable String name,
        @JsonProperty("disk_space") @Nullable Double spaceGb,
        @JsonProperty("disk_bw") @Nullable Double bandwidth,
        @JsonProperty("disk_util") @JsonDeserialize(using = UnknownReaders.OfDouble.class) @Nullable Double utilization,
        @JsonProperty("disk_usage") @JsonDeserialize(using = UnknownReaders.OfDouble.class) @Nullable Double usage) {}
