/**
 * What a call can fail with: one sealed hierarchy of unchecked exceptions below
 * {@link io.github.vastsdk.error.SdkException}.
 *
 * <p>Wrong arguments are not part of it: they are refused with {@link java.lang.IllegalArgumentException} or
 * {@link java.lang.NullPointerException} when a call is built, before anything is sent.
 *
 * @serial exclude
 */
package io.github.vastsdk.error;
