/**
 * What the API returns: records and open enumerations.
 *
 * <p>Everything that the service may leave out is nullable, lists and maps are never null, and members that this
 * version does not know are kept in {@code extra()}. The canonical constructors are not part of the API, because
 * records grow with the service: tests build values with the {@code fromJson} methods.
 */
package io.github.vastsdk.model;
