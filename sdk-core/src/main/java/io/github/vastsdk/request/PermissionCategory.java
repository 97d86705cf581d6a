package io.github.vastsdk.request;

import java.util.Locale;

/** A group of operations that an API key may be allowed to use. */
public enum PermissionCategory {
    /** Read instances, their logs and SSH keys, volumes, and deposits. */
    INSTANCE_READ,
    /** Rent, change and destroy instances and volumes. */
    INSTANCE_WRITE,
    /** Read the account, its API keys, SSH keys, environment variables and templates. */
    USER_READ,
    /** Change the account, its API keys, SSH keys, environment variables and templates. */
    USER_WRITE,
    /** Read invoices, charges and earnings. */
    BILLING_READ,
    /** Transfer credit. */
    BILLING_WRITE,
    /** Read the machines of a host. */
    MACHINE_READ,
    /** Change the machines of a host. */
    MACHINE_WRITE,
    /** Search offers, launch instances, use serverless endpoints and network volumes. */
    MISC,
    /** Read the members and roles of a team. */
    TEAM_READ,
    /** Change the members and roles of a team. */
    TEAM_WRITE;

    /**
     * Gives the text that the API uses.
     *
     * @return the name in lower case
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells whether the category only reads.
     *
     * @return true for the categories whose name ends in {@code _READ}
     */
    public boolean isReadOnly() {
        return name().endsWith("_READ");
    }
}
