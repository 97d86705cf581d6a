package io.github.vastsdk.error;

/** Whether a request can have reached the service. */
public enum Sent {
    /** It was not sent: nothing happened, and sending it again is safe. */
    NO,
    /** It may have been sent, so that the service may have acted on it. */
    MAYBE
}
