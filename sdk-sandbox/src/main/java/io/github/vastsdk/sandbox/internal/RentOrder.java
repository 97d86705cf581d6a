package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to rent, checked.
 *
 * @param body the request
 * @param disk how much disk is asked for, in GB
 * @param price what is bid per hour; null for renting on demand
 * @param stopped whether it is not to run for now
 * @param orNothing whether an instance that cannot run at once is not wanted at all
 */
record RentOrder(JsonNode body, double disk, @Nullable Double price, boolean stopped, boolean orNothing) {
    private static final BigDecimal LOWEST_PRICE = new BigDecimal("0.001");
    private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(128);
    private static final int MAX_IMAGE = 1024;
    private static final int MAX_COMMANDS = 4096;
    private static final int MAX_LABEL = 256;
    private static final int MAX_ENV = 32_768;

    /**
     * Reads a request.
     *
     * @param body the request
     * @param ask the id of the offer, which refusals repeat; null when there is none yet
     * @return the order
     */
    static RentOrder of(JsonNode body, @Nullable Long ask) {
        String image = text(body, "image");
        if (image.isEmpty()) {
            throw invalid(ask, "'image' or 'template_hash_id' is required");
        }
        atMost(image.length(), MAX_IMAGE, "image", ask);
        atMost(text(body, "label").length(), MAX_LABEL, "label", ask);
        atMost(commands(body), MAX_COMMANDS, "args, args_str and onstart", ask);
        atMost(body.path("env").toString().length(), MAX_ENV, "env", ask);
        String state = text(body, "target_state");
        if (!state.isEmpty() && !state.equals("running") && !state.equals("stopped")) {
            throw invalid(ask, "'target_state' is running or stopped");
        }
        boolean stopped = state.equals("stopped");
        Double price = price(body.path("price"), ask);
        return new RentOrder(
                body,
                disk(body.path("disk"), ask),
                price,
                stopped,
                body.path("cancel_unavail").asBoolean(price == null && !stopped));
    }

    /** Gives a text of the request; empty when it is absent, null or no text. */
    String text(String name) {
        return text(body, name);
    }

    private static String text(JsonNode body, String name) {
        return body.path(name).isTextual() ? body.path(name).textValue() : "";
    }

    private static int commands(JsonNode body) {
        int length = text(body, "onstart").length() + text(body, "args_str").length();
        for (JsonNode argument : body.path("args")) {
            length += argument.asText().length();
        }
        return length;
    }

    private static double disk(JsonNode value, @Nullable Long ask) {
        if (value.isMissingNode() || value.isNull()) {
            return OfferSearch.DEFAULT_STORAGE;
        }
        BigDecimal disk = Scalars.number(value);
        if (disk == null || disk.signum() <= 0) {
            throw invalid(ask, "'disk' is a number of GB above 0");
        }
        return disk.doubleValue();
    }

    private static @Nullable Double price(JsonNode value, @Nullable Long ask) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        BigDecimal price = Scalars.number(value);
        if (price == null || price.compareTo(LOWEST_PRICE) < 0 || price.compareTo(HIGHEST_PRICE) > 0) {
            throw refusal(400, "invalid_price", "error 400: a price is 0.001 to 128 dollars per hour", ask);
        }
        return price.doubleValue();
    }

    private static void atMost(int length, int max, String name, @Nullable Long ask) {
        if (length > max) {
            throw invalid(ask, name + " has more than " + max + " characters");
        }
    }

    private static Refusal invalid(@Nullable Long ask, String why) {
        return refusal(400, "invalid_args", "error 400: Invalid args: " + why, ask);
    }

    static Refusal refusal(int status, String code, String msg, @Nullable Long ask) {
        return new Refusal(Answers.json(status, error(code, msg, ask)));
    }

    /** Makes the error envelope of renting, which names the offer. */
    static ObjectNode error(String code, String msg, @Nullable Long ask) {
        ObjectNode body = Json.object().put("success", false).put("error", code).put("msg", msg);
        return ask == null ? body : body.put("ask_id", ask);
    }
}
