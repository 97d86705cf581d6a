package io.github.vastsdk.sandbox.internal.http;

/**
 * What a handler decided about a request.
 *
 * @param answer what to say
 * @param delivery how to say it
 */
public record Outcome(Answer answer, Delivery delivery) {}
