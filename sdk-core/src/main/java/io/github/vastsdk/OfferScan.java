package io.github.vastsdk;

/**
 * What became of the rows of {@link OfferSearch#scan}.
 *
 * @param offers how many offers were handed over, each of them once
 * @param dropped how many offers were left out because they violate the query
 * @param truncated whether the service says that it left offers out; false also if it says nothing
 */
public record OfferScan(int offers, int dropped, boolean truncated) {}
