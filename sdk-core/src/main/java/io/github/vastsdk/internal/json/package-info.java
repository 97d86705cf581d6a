/** Reading and writing JSON leniently. */
package io.github.vastsdk.internal.json;
