package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills in what an order leaves to its template. What the order says goes before what the template says. */
final class TemplateOrders {
    private static final Pattern FLAG = Pattern.compile("(-[epvnh])\\s+((?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+)");
    private static final List<String> SAME =
            List.of("onstart", "args_str", "use_jupyter_lab", "jupyter_dir", "volume_info");

    private final TemplateStore templates;

    TemplateOrders(TemplateStore templates) {
        this.templates = templates;
    }

    /**
     * Gives the whole order.
     *
     * @param body the request
     * @param ask the id of the offer, which a refusal repeats; null when there is none yet
     * @return the request itself when it names no template
     */
    JsonNode filled(JsonNode body, @Nullable Long ask) {
        ObjectNode filled = body.deepCopy();
        filled.remove("template_name");
        for (String reference : List.of("template_id", "template_hash_id")) {
            JsonNode value = body.path(reference);
            if (!value.asText("").isEmpty()) {
                ObjectNode template = templates.find(value);
                if (template == null) {
                    throw RentOrder.refusal(
                            400, "invalid_args", "error 400: Invalid args: there is no such template", ask);
                }
                fill(filled, template);
            }
        }
        return filled;
    }

    private static void fill(ObjectNode order, ObjectNode template) {
        List.of("id", "hash_id", "name").forEach(name -> order.set("template_" + name, template.get(name)));
        absent(order, "image", TextNode.valueOf(image(template)));
        absent(order, "runtype", TextNode.valueOf(runtype(template)));
        absent(order, "disk", template.path("recommended_disk_space"));
        SAME.forEach(name -> absent(order, name, template.path(name)));
        ObjectNode env = environment(template.path("env").asText(""));
        if (order.path("env").isObject()) {
            env.setAll((ObjectNode) order.path("env"));
        }
        order.set("env", env);
    }

    private static void absent(ObjectNode order, String name, JsonNode value) {
        JsonNode own = order.path(name);
        if (own.isMissingNode() || own.isNull() || own.asText("-").isEmpty()) {
            order.set(name, value);
        }
    }

    private static String image(ObjectNode template) {
        String tag = template.path("tag").asText("");
        return template.path("image").asText("") + (tag.isEmpty() ? "" : ":" + tag);
    }

    private static String runtype(ObjectNode template) {
        return switch (template.path("runtype").asText("")) {
            case "ssh" -> template.path("ssh_direct").asBoolean() ? "ssh_direc ssh_proxy" : "ssh_proxy";
            case "jupyter" ->
                template.path("jup_direct").asBoolean()
                        ? "jupyter_direc ssh_direc ssh_proxy"
                        : "jupyter_proxy ssh_proxy";
            default -> "args";
        };
    }

    /** Reads docker flags, in which a template has its variables and ports. */
    private static ObjectNode environment(String flags) {
        ObjectNode env = Json.object();
        Matcher flag = FLAG.matcher(flags);
        while (flag.find()) {
            String value = flag.group(2).replaceAll("[\"']", "");
            int equals = value.indexOf('=');
            switch (flag.group(1)) {
                case "-e" ->
                    env.put(
                            equals < 0 ? value : value.substring(0, equals),
                            equals < 0 ? "" : value.substring(equals + 1));
                case "-h" -> env.put("-h", value);
                default -> env.put(flag.group(1) + " " + value, "1");
            }
        }
        return env;
    }
}
