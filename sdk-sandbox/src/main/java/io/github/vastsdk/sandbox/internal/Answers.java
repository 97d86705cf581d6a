package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;

/** The shapes of answers that several operations share. */
final class Answers {
    private Answers() {}

    static Answer json(int status, JsonNode body) {
        return Json.answer(status, body);
    }

    static Answer ok(JsonNode body) {
        return json(200, body);
    }

    /** Starts a success envelope; it carries a member that no document mentions, as answers of the service do. */
    static ObjectNode success() {
        return Json.object().put("success", true).put("sandbox_unlisted", "clients ignore members they do not know");
    }

    static Answer success(String msg) {
        return ok(success().put("msg", msg));
    }

    /** The usual error envelope. */
    static Answer error(int status, String code, String msg) {
        return json(
                status, Json.object().put("success", false).put("error", code).put("msg", msg));
    }

    /** The envelope of operations that leave {@code success} out. */
    static Answer bareError(int status, String code, String msg) {
        return json(status, Json.object().put("error", code).put("msg", msg));
    }

    /** The envelope of operations that name no code. */
    static Answer message(int status, String msg) {
        return json(status, Json.object().put("msg", msg));
    }

    static Answer unknownRoute() {
        return Answer.of(
                404,
                "text/html; charset=utf-8",
                "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>");
    }

    static Answer wrongMethod(String allowed) {
        return json(405, Json.object().put("detail", "Method Not Allowed")).with("Allow", allowed);
    }
}
