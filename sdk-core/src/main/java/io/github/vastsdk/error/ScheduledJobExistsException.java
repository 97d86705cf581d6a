package io.github.vastsdk.error;

import java.io.Serial;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scheduled job was not created, because one that does the same exists. It was left as it is. */
public final class ScheduledJobExistsException extends ConflictException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern JOB = Pattern.compile("\"scheduled_job_id\"\\s*:\\s*\"?([1-9]\\d{0,17})(?!\\d)");

    /**
     * Makes the exception.
     *
     * @param call the call that failed
     * @param response the service's answer
     */
    public ScheduledJobExistsException(CallContext call, ErrorResponse response) {
        super(call, response);
    }

    /**
     * Gives the id of the job that exists.
     *
     * @return the id, if the answer names it
     */
    public OptionalLong scheduledJobId() {
        Matcher id = JOB.matcher(body());
        return id.find() ? OptionalLong.of(Long.parseLong(id.group(1))) : OptionalLong.empty();
    }
}
