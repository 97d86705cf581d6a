/**
 * Waiting for instances: {@link io.github.vastsdk.launch.InstanceWaiter} and
 * {@link io.github.vastsdk.thunder.ThunderWaiter} say for what,
 * {@link io.github.vastsdk.launch.WaitOptions} how long, and {@link io.github.vastsdk.launch.Wait} does it.
 */
package io.github.vastsdk.launch;
