/**
 * Waiting for instances: {@link io.github.vastsdk.launch.InstanceWaiter} says for what and how long, and
 * {@link io.github.vastsdk.launch.Wait} does it.
 */
package io.github.vastsdk.launch;
