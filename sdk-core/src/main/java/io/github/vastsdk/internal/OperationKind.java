package io.github.vastsdk.internal;

/** What the meaning of an error depends on: the same status or code says different things of different operations. */
public enum OperationKind {
    /** Nothing special. */
    PLAIN,
    /** Rents an offer: a 404 or 410 is about the offer, not about an instance. */
    RENTS_OFFER,
    /** Changes or deletes an account's SSH key: {@code no_ssh_key} means that the key does not exist. */
    NAMES_SSH_KEY,
    /** Creates a scheduled job: a 422 that names a job is about that job, which does the same already. */
    SCHEDULES_JOB
}
