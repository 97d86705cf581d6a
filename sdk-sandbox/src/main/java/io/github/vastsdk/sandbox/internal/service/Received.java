package io.github.vastsdk.sandbox.internal.service;

import io.github.vastsdk.sandbox.internal.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request and what became of it.
 *
 * @param request the request
 * @param status the status it was answered with; 0 when it got none
 * @param keyId the id of the API key that it was made with; null when it had no valid one
 */
public record Received(Request request, int status, @Nullable Long keyId) {}
