/** Files that only their owner may read. */
package io.github.vastsdk.internal.files;
