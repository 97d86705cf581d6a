package io.github.vastsdk.thunder;

import io.github.vastsdk.ErrorCode;

/** The short names that Thunder Compute is known to give to errors. The set is open: others may come. */
public final class ThunderErrorCode {
    /** The request is malformed, or asks for what cannot be. */
    public static final ErrorCode INVALID_REQUEST = ErrorCode.of("invalid_request");

    /** The service has switched the operation off for a time. */
    public static final ErrorCode TEMPORARILY_DISABLED = ErrorCode.of("temporarily_disabled");

    /**
     * The instance is of an older kind that does not have the operation. Taking a snapshot and creating a new instance
     * from it is the way on.
     */
    public static final ErrorCode UNSUPPORTED_INSTANCE_VERSION = ErrorCode.of("unsupported_instance_version");

    /** The thing that the path names does not exist. */
    public static final ErrorCode NOT_FOUND = ErrorCode.NOT_FOUND;

    private ThunderErrorCode() {}
}
