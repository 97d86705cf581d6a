/** The workings of the library. Not exported: nothing here is API. */
package io.github.vastsdk.internal;
