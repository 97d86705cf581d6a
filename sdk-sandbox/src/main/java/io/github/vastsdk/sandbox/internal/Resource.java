package io.github.vastsdk.sandbox.internal;

import java.util.List;

/** A part of the service that brings its operations along. */
interface Resource {
    /** Gives the operations, one line each. */
    List<Route> routes();
}
