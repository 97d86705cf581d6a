package io.github.vastsdk.sandbox.internal.thunder;

import java.util.List;

/** A part of the service that brings its operations along. */
interface Area {
    /** Gives the operations, one line each. */
    List<Operation> operations();
}
