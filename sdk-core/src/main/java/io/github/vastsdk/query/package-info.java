/**
 * The query language for offers. Conditions are made from typed constants, or read from the text that the official
 * client takes:
 *
 * <pre>{@code
 * import static io.github.vastsdk.query.OfferFields.*;
 *
 * OfferQuery.of(gpuName.eq("RTX 4090"), gpuRam.gteGb(23), geolocation.in("SE", "NO"), dphTotal.asc());
 * OfferQuery.parse("gpu_name=RTX_4090 gpu_ram>=23 geolocation in [SE,NO]").orderBy("dph");
 * }</pre>
 *
 * <p>The service ignores conditions that it does not understand and answers with offers that nobody asked for. Here a
 * condition on another table's field does not compile, an unknown name in a text is refused, and
 * {@link io.github.vastsdk.query.SearchQuery#violations} checks an answer.
 */
package io.github.vastsdk.query;
