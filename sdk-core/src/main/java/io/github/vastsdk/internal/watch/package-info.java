/** The poll behind the waiters. Not exported. */
package io.github.vastsdk.internal.watch;
