/** The simulated service: its state, its operations and the rules that all of them share. */
@NullMarked
package io.github.vastsdk.sandbox.internal;

import org.jspecify.annotations.NullMarked;
