/** The simulated API of Thunder Compute: its state, its operations and the rules that all of them share. */
@NullMarked
package io.github.vastsdk.sandbox.internal.thunder;

import org.jspecify.annotations.NullMarked;
