/** Small programs on top of the library. */
@NullMarked
package io.github.vastsdk.examples;

import org.jspecify.annotations.NullMarked;
