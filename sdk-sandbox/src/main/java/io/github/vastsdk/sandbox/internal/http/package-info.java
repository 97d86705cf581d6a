/**
 * A small HTTP/1.1 server that can also misbehave on purpose.
 *
 * <p>The JDK's own server is not enough here: it cannot reset a connection, and without a system property it leaves
 * Nagle's algorithm on, which costs 40 ms per call on a kept-alive connection on JDK 17.
 */
@NullMarked
package io.github.vastsdk.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
