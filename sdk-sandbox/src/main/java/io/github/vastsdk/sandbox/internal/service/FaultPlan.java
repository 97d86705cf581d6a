package io.github.vastsdk.sandbox.internal.service;

import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.http.Delivery;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one request.
 *
 * @param executes whether the operation is done all the same
 * @param answer what is said in place of the operation's own answer; null to keep that
 * @param headers headers to add to the answer, whichever it is
 * @param delivery how the answer travels
 */
public record FaultPlan(boolean executes, @Nullable Answer answer, Map<String, String> headers, Delivery delivery) {}
