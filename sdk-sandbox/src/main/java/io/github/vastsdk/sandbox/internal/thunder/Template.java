package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance can be made from.
 *
 * @param key the name by which it is asked for
 * @param displayName the name for people
 * @param openPorts the HTTP ports that are open from the start
 * @param startupMinutes how long it takes to start
 */
record Template(String key, String displayName, List<Integer> openPorts, int startupMinutes) {
    private static final List<Template> ALL = List.of(
            new Template("base", "Base", List.of(), 0),
            new Template("ollama", "Ollama", List.of(11434), 3),
            new Template("comfy-ui", "ComfyUI", List.of(8188), 4),
            new Template("unsloth", "Unsloth", List.of(8000), 0));

    static List<Template> all() {
        return ALL;
    }

    static @Nullable Template find(String key) {
        return ALL.stream()
                .filter(template -> template.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    /** Gives it as the list of templates shows it. The simplest has a name and nothing else. */
    ObjectNode row() {
        ObjectNode row = Json.object().put("displayName", displayName);
        if (openPorts.isEmpty()) {
            return row.put("default", true);
        }
        row.put("extendedDescription", displayName + " is there when the instance has started")
                .put("startupMinutes", startupMinutes)
                .put("version", 2)
                .put("default", false)
                .put("sandboxUnlisted", true);
        openPorts.forEach(row.withArray("openPorts")::add);
        row.putArray("automountFolders").add("/mnt/" + key);
        row.putArray("cleanupCommands");
        row.putArray("startupCommands").add("start-" + key);
        row.putObject("defaultSpecs")
                .put("cores", 8)
                .put("gpu_type", "a6000")
                .put("num_gpus", 1)
                .put("storage", 100)
                .put("template", key);
        return row;
    }
}
