/**
 * What the services have in common, for programs that use several:
 * {@link io.github.vastsdk.cloud.GpuCloud} is a view of a client. For all else there are the clients themselves.
 */
package io.github.vastsdk.cloud;
