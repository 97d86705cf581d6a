/** What callers fill in: immutable requests, made with builders. */
package io.github.vastsdk.request;
