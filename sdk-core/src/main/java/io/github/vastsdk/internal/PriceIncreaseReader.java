package io.github.vastsdk.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.PriceIncrease;
import io.github.vastsdk.model.PriceIncreases;
import java.io.IOException;

/** Reads the price increases that wait for an answer. */
public final class PriceIncreaseReader {
    private static final String MEMBER = "pending_price_increases";

    private PriceIncreaseReader() {}

    /** Reads all of them. */
    public static PriceIncreases read(JsonNode json) throws IOException {
        if (!json.path(MEMBER).isArray()) {
            throw new IOException("the answer has no list " + MEMBER);
        }
        return Json.convert(json, PriceIncreases.class);
    }

    /** Reads the one of an instance. */
    public static PriceIncrease readOf(JsonNode json, long instanceId) throws IOException {
        PriceIncreases all = read(json);
        return all.of(instanceId)
                .orElseThrow(() -> new Refusals.Absent(
                        NotFoundException::new,
                        ErrorCode.NO_PENDING_PRICE_INCREASE,
                        "none is pending for instance " + instanceId
                                + (Boolean.TRUE.equals(all.truncated()) ? ", as far as the list goes" : "")));
    }
}
