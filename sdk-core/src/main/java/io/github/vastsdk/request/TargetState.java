package io.github.vastsdk.request;

import java.util.Locale;

/** What a new instance shall do once it is there. */
public enum TargetState {
    /** Run, the usual thing. */
    RUNNING,
    /** Stay stopped until it is started; only its storage is billed then. */
    STOPPED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
