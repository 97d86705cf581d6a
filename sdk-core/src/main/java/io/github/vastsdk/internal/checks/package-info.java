/** Checks of arguments, made when a call is built. */
package io.github.vastsdk.internal.checks;
