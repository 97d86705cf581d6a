package io.github.vastsdk.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** Public keys, and bodies with a member more or another one. */
final class ThunderBodies {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ThunderBodies() {}

    /** Gives a public key; another number gives another key. */
    static String line(int number) {
        byte[] blob = new byte[51];
        blob[50] = (byte) number;
        return "ssh-ed25519 " + Base64.getEncoder().encodeToString(blob) + " key-" + number;
    }

    static String with(String body, String member, String text) {
        return object(body).put(member, text).toString();
    }

    static String withJson(String body, String member, String json) {
        return object(body).set(member, tree(json)).toString();
    }

    private static ObjectNode object(String body) {
        return (ObjectNode) tree(body);
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
