package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import io.github.vastsdk.internal.checks.Limits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scheduled job does to an instance: one call of the API that the service makes in the owner's name. Immutable. */
public final class ScheduledAction {
    private final String method;
    private final String endpoint;
    private final long instanceId;
    private final Map<String, @Nullable Object> body;

    private ScheduledAction(String method, String endpoint, long instanceId, Map<String, @Nullable Object> body) {
        this.method = method;
        this.endpoint = endpoint;
        this.instanceId = Args.id(instanceId, "instanceId");
        this.body = Collections.unmodifiableMap(body);
    }

    private static Map<String, @Nullable Object> members() {
        return new LinkedHashMap<>();
    }

    private static ScheduledAction put(String verb, long instanceId, Map<String, @Nullable Object> body) {
        body.put("instance_id", instanceId);
        return new ScheduledAction("PUT", "/api/v0/instances/" + verb + "/" + instanceId + "/", instanceId, body);
    }

    /**
     * Restarts the container.
     *
     * @param instanceId the id of the instance
     * @return the action
     */
    public static ScheduledAction reboot(long instanceId) {
        return put("reboot", instanceId, members());
    }

    /**
     * Runs one of the few commands that the service allows: {@code ls}, {@code rm} or {@code du}.
     *
     * @param instanceId the id of the instance
     * @param command the command, at most 512 characters
     * @return the action
     * @throws IllegalArgumentException if the command is blank or too long
     */
    public static ScheduledAction executeConstrained(long instanceId, String command) {
        Map<String, @Nullable Object> body = members();
        body.put("command", Limits.command(command));
        return put("command", instanceId, body);
    }

    /**
     * Bids another price.
     *
     * @param instanceId the id of an interruptible instance
     * @param dollarsPerHour the bid in dollars per hour, 0.001 or more; the service accepts up to 32 for each GPU
     * @return the action
     * @throws IllegalArgumentException if the price is too low or no number
     */
    public static ScheduledAction changeBid(long instanceId, double dollarsPerHour) {
        return bid(instanceId, Limits.bid(dollarsPerHour));
    }

    /**
     * Bids whatever wins at that moment, <strong>without a limit</strong>.
     *
     * @param instanceId the id of an interruptible instance
     * @return the action
     */
    public static ScheduledAction bidToWin(long instanceId) {
        return bid(instanceId, null);
    }

    private static ScheduledAction bid(long instanceId, @Nullable Double dollarsPerHour) {
        Map<String, @Nullable Object> body = members();
        body.put("client_id", "me");
        body.put("price", dollarsPerHour);
        return put("bid_price", instanceId, body);
    }

    /**
     * Copies between an instance and a cloud storage.
     *
     * @param copy what to copy where
     * @return the action
     */
    public static ScheduledAction cloudCopy(CloudCopy copy) {
        Map<String, @Nullable Object> body = members();
        body.putAll(copy.body());
        return new ScheduledAction("POST", "/api/v0/commands/rclone/", copy.instanceId(), body);
    }

    /**
     * Returns the HTTP method.
     *
     * @return such as {@code PUT}
     */
    public String method() {
        return method;
    }

    /**
     * Returns the endpoint.
     *
     * @return the path from the root
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * Returns the instance.
     *
     * @return its id
     */
    public long instanceId() {
        return instanceId;
    }

    /**
     * Returns what is sent.
     *
     * @return the members of the body; a null among them means something
     */
    public Map<String, @Nullable Object> body() {
        return body;
    }

    /** Shows method and endpoint. */
    @Override
    public String toString() {
        return method + " " + endpoint;
    }
}
