package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.request.CopyLocation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a copy that was asked for. Between remote places it runs from then on by itself, and its progress shows
 * in the status message of the instance, about 30 seconds late. With this machine on one side nothing has moved yet:
 * {@link #rsync} describes the command that moves it.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param success whether it worked; null if the answer does not say
 * @param msg what the service says about it
 * @param sourceAddress the host that sends, when this machine receives
 * @param sourcePort its SSH port for the transfer
 * @param destinationAddress the host that receives, when this machine sends
 * @param destinationPort its SSH port for the transfer
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record CopyStart(
        @JsonProperty("success") @Nullable Boolean success,
        @JsonProperty("msg") @Nullable String msg,
        @JsonProperty("src_addr") @Nullable String sourceAddress,
        @JsonProperty("src_port") @Nullable Integer sourcePort,
        @JsonProperty("dst_addr") @Nullable String destinationAddress,
        @JsonProperty("dst_port") @Nullable Integer destinationPort,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static CopyStart fromJson(String json) {
        return Json.read(json, CopyStart.class);
    }

    /**
     * Describes the command that moves the data between this machine and the instance. It is not run.
     *
     * @param source where the copy starts, as it was asked for
     * @param destination where the copy ends, as it was asked for
     * @return the command
     * @throws IllegalArgumentException if not exactly one of the places is on this machine
     * @throws IllegalStateException if the answer names no usable host and port for it
     */
    public RsyncCommand rsync(CopyLocation source, CopyLocation destination) {
        if (source.isLocal() == destination.isLocal()) {
            throw new IllegalArgumentException(
                    "rsync moves data between this machine and an instance, not from " + source + " to " + destination);
        }
        return source.isLocal()
                ? RsyncCommand.sending(source, destination, destinationAddress, destinationPort)
                : RsyncCommand.receiving(source, sourceAddress, sourcePort, destination);
    }
}
