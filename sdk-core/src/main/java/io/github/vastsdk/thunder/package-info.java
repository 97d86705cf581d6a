/**
 * The client of Thunder Compute: what its API returns, what callers fill in, and what they call.
 *
 * <p>Everything that the service may leave out is nullable, lists and maps are never null, and members that this
 * version does not know are kept in {@code extra()}. The canonical constructors of the records are not part of the API,
 * because records grow with the service: tests build values with the {@code fromJson} methods.
 */
package io.github.vastsdk.thunder;
