package io.github.vastsdk.internal;

/**
 * A service that this library speaks to: what differs between services in every call.
 *
 * @param keyVariable the environment variable that stands for the key where a call is shown
 * @param plain how errors are read of operations that do not state their kind
 */
public record Service(String keyVariable, OperationKind plain) {
    /** Vast.ai. */
    public static final Service VAST = new Service("VAST_API_KEY", VastKind.PLAIN);

    /** Thunder Compute. */
    public static final Service THUNDER = new Service("TNR_API_TOKEN", ThunderKind.PLAIN);
}
