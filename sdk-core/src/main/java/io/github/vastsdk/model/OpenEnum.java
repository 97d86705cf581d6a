package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A choice that the service may extend: either one of the values known to this version, or an unknown text, which is
 * kept. Each implementation is a sealed interface with the enum {@code Known} and the record {@code Unknown}.
 */
public interface OpenEnum {
    /**
     * Gives the text that the API uses.
     *
     * @return the text, in the service's usual case if the value is known and as sent if it is not
     */
    @JsonValue
    String wire();
}
