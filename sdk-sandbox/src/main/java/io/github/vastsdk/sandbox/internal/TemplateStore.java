package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The templates that the account can use: some public ones from the start, and its own. */
final class TemplateStore {
    /** What a template says, with the value of what was not said. The other members are facts about it. */
    private static final String CONTENT =
            """
            {"name": null, "image": null, "tag": "latest", "href": null, "repo": null, "env": "", "onstart": null,
             "args_str": "", "runtype": "args", "use_ssh": false, "ssh_direct": false, "jup_direct": false,
             "use_jupyter_lab": false, "jupyter_dir": null, "docker_login_repo": null, "docker_login_user": null,
             "docker_login_pass": null, "extra_filters": "{}", "recommended_disk_space": 8.0, "volume_info": null,
             "desc": null, "readme": null, "readme_visible": true, "private": true}
            """;

    private static final long PUBLISHER = 62_897;

    private final World world;
    private final Ids ids;
    private final Map<Long, ObjectNode> templates = new TreeMap<>();

    TemplateStore(World world) {
        this.world = world;
        this.ids = world.ids("templates");
        publish(2048, "PyTorch (cuDNN)", "pytorch/pytorch", "2.4.0-cuda12.4-cudnn9-runtime", 51_204);
        publish(ids.id(), "NVIDIA CUDA", "vastai/base-image", "@vastai-automatic-tag", 20_671);
        publish(ids.id(), "Open WebUI (Ollama)", "vastai/openwebui", "latest", 7_302);
        publish(ids.id(), "Ubuntu 22.04 VM", "docker.io/vastai/kvm", "ubuntu_terminal", 1_184);
    }

    private void publish(long id, String name, String image, String tag, int used) {
        ObjectNode content = defaults()
                .put("name", name)
                .put("image", image)
                .put("tag", tag)
                .put("href", "https://hub.docker.com/r/" + image + "/")
                .put("repo", image)
                .put("env", "-p 1111:1111 -p 72299:72299 -e DATA_DIRECTORY=/workspace/")
                .put("onstart", "touch ~/.no_auto_tmux")
                .put("runtype", "ssh")
                .put("use_ssh", true)
                .put("ssh_direct", true)
                .put("extra_filters", "{\"cuda_max_good\": {\"gte\": 12.1}}")
                .put("recommended_disk_space", 32.0)
                .put("desc", name + ", ready to use")
                .put("private", false);
        Instant created = world.now().minus(Duration.ofDays(200));
        add(id, PUBLISHER, content, created).put("count_created", used).put("recommended", true);
    }

    /** Gives the content of a template that says nothing. */
    static ObjectNode defaults() {
        return (ObjectNode) Objects.requireNonNull(Json.parse(CONTENT));
    }

    Collection<ObjectNode> all() {
        return Collections.unmodifiableCollection(templates.values());
    }

    /** Gives a template by its number or its hash; null when there is none. */
    @Nullable
    ObjectNode find(JsonNode reference) {
        String text = reference.asText();
        return templates.values().stream()
                .filter(row -> row.path("id").asText().equals(text)
                        || row.path("hash_id").asText().equals(text))
                .findFirst()
                .orElse(null);
    }

    boolean isOwn(ObjectNode template) {
        return template.path("creator_id").longValue() == world.userId();
    }

    /** Adds a template of the account, or gives the one that says the same. */
    ObjectNode add(ObjectNode content) {
        ObjectNode same = templates.values().stream()
                .filter(row -> row.path("hash_id").asText().equals(hash(world.userId(), content)))
                .findFirst()
                .orElse(null);
        return same == null ? add(ids.id(), world.userId(), content, world.now()) : same;
    }

    private ObjectNode add(long id, long creator, ObjectNode content, Instant created) {
        ObjectNode row = content.deepCopy()
                .put("id", id)
                .put("creator_id", creator)
                .put("hash_id", hash(creator, content))
                .put("created_at", World.seconds(created))
                .put("recent_create_date", World.seconds(created))
                .put("count_created", 0)
                .put("recommended", false)
                .put("sandbox_unlisted", true)
                .put("default_tag", content.path("tag").asText());
        templates.put(id, row);
        return row;
    }

    /** Writes other content into a template. Its number stays; its hash follows what it says. */
    void edit(ObjectNode template, ObjectNode content) {
        template.setAll(content);
        template.put("hash_id", hash(template.path("creator_id").longValue(), content));
    }

    void delete(ObjectNode template) {
        templates.remove(template.path("id").longValue());
    }

    private static String hash(long creator, ObjectNode content) {
        String text = creator + content.toString();
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
