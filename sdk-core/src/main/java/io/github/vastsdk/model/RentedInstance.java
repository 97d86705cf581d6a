package io.github.vastsdk.model;

import io.github.vastsdk.ssh.SshEndpoint;
import java.util.List;

/** What can be said of every rented instance, whichever service it is rented from. */
public interface RentedInstance {
    /**
     * Gives the id that stays the same for the life of the instance, as text.
     *
     * @return the decimal id on Vast.ai, the uuid on Thunder Compute; empty if the answer does not hold it
     */
    String instanceId();

    /**
     * Tells whether the instance runs, as far as its service knows. SSH may still need a moment after that.
     *
     * @return true if it can be used
     */
    boolean isReady();

    /**
     * Gives the addresses for SSH, best first.
     *
     * @return the addresses; empty if there are none yet
     */
    List<SshEndpoint> sshEndpoints();

    /**
     * Says in a few words how the instance is.
     *
     * @return words for people, such as {@code running}
     */
    String statusSummary();
}
