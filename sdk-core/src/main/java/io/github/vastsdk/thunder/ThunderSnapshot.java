package io.github.vastsdk.thunder;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.internal.json.BestEffort;
import io.github.vastsdk.internal.json.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of an instance's disk. Its name, given as the template of a new instance, restores it.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the snapshot
 * @param name the name, unique in the organization
 * @param status the status
 * @param minimumDiskSizeGb the size in GB that the disk of an instance needs to be restored from it
 * @param createdAt when it was taken
 * @param extra the members that this version does not know or cannot read, by name; printing the map hides what looks
 *     secret
 */
public record ThunderSnapshot(
        @JsonProperty("id") @Nullable String id,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("status") @Nullable ThunderSnapshotStatus status,
        @JsonProperty("minimumDiskSizeGb") @JsonDeserialize(using = BestEffort.OfInteger.class) @Nullable
                Integer minimumDiskSizeGb,
        @JsonProperty("createdAt") @JsonDeserialize(using = BestEffort.OfInstant.class) @Nullable Instant createdAt,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static ThunderSnapshot fromJson(String json) {
        return Json.read(json, ThunderSnapshot.class);
    }

    /**
     * Tells whether an instance can be restored from it.
     *
     * @return true if the status is ready
     */
    public boolean isReady() {
        return status == ThunderSnapshotStatus.Known.READY;
    }
}
