/** What every simulated service stands on, whichever provider it is: requests come in, are counted, and go wrong. */
@NullMarked
package io.github.vastsdk.sandbox.internal.service;

import org.jspecify.annotations.NullMarked;
