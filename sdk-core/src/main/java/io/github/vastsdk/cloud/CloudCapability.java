package io.github.vastsdk.cloud;

/**
 * What one service can and another cannot, where a program has to decide differently without it. The operation itself is
 * on the service's own client.
 */
public enum CloudCapability {
    /**
     * An instance can be stopped, so that its GPUs cost nothing while its disk waits, and started again. Without it, the
     * only way to stop paying is to destroy the instance: copy the data elsewhere first.
     */
    STOP,
    /**
     * A key can be taken off an instance. Without it, who was let in once can log in until the instance is destroyed: use
     * a key of its own for each job.
     */
    DETACH_KEY
}
