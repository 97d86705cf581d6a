/** What the poll needs to know of Vast.ai. Not exported. */
package io.github.vastsdk.internal.watch.vast;
