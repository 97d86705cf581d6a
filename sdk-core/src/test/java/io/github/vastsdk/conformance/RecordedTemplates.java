package io.github.vastsdk.conformance;

import static io.github.vastsdk.conformance.Recorded.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.Secret;
import io.github.vastsdk.request.RegistryLogin;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.TemplateSettings;
import java.util.Map;
import java.util.function.BiConsumer;

/** Turns recorded arguments into settings of templates. */
final class RecordedTemplates {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedTemplates() {}

    /**
     * The recorded functions mean a run type, a visible text and a private template where they are not told otherwise.
     * The library leaves all that to the service or to the template, so it is said here.
     */
    static void settings(JsonNode args, TemplateSettings.Builder settings) {
        texts(args, settings);
        settings.runType(runType(args));
        boolean sshDirect = (args.has("runtype") || args.has("ssh_direct"))
                ? args.path("ssh_direct").asBoolean()
                : (args.path("ssh").asBoolean() && args.path("direct").asBoolean());
        settings.sshDirect(sshDirect);
        if (args.hasNonNull("use_jupyter_lab") || args.hasNonNull("jupyter_lab")) {
            settings.jupyterLab(args.path("use_jupyter_lab").asBoolean()
                    || args.path("jupyter_lab").asBoolean());
        }
        if (args.hasNonNull("disk_space")) {
            settings.recommendedDiskGb(args.get("disk_space").asDouble());
        }
        if (args.path("extra_filters").isObject()) {
            settings.offerFilters(
                    JSON.convertValue(args.get("extra_filters"), new TypeReference<Map<String, Object>>() {}));
        }
        settings.readmeVisible(args.path("readme_visible").asBoolean(true)
                && !args.path("hide_readme").asBoolean());
        settings.published(
                !args.path("private").asBoolean(true) || args.path("public").asBoolean());
    }

    private static void texts(JsonNode args, TemplateSettings.Builder settings) {
        Map<String, BiConsumer<TemplateSettings.Builder, String>> setters = Map.ofEntries(
                Map.entry("name", TemplateSettings.Builder::name),
                Map.entry("image", TemplateSettings.Builder::image),
                Map.entry("image_tag", TemplateSettings.Builder::tag),
                Map.entry("href", TemplateSettings.Builder::href),
                Map.entry("repo", TemplateSettings.Builder::repo),
                Map.entry("env", (builder, env) -> builder.env(Secret.of(env))),
                Map.entry("onstart_cmd", TemplateSettings.Builder::onstart),
                Map.entry("jupyter_dir", TemplateSettings.Builder::jupyterDir),
                Map.entry("docker_login_repo", TemplateSettings.Builder::registry),
                Map.entry("login", RecordedTemplates::login),
                Map.entry("readme", TemplateSettings.Builder::readme),
                Map.entry("desc", TemplateSettings.Builder::desc));
        setters.forEach((name, setter) -> {
            if (args.hasNonNull(name)) {
                setter.accept(settings, text(args, name));
            }
        });
    }

    /** Such as {@code docker.io -u me -p secret}. */
    private static void login(TemplateSettings.Builder settings, String login) {
        String[] words = login.split(" ", 0);
        if (words.length == 5 && words[1].equals("-u") && words[3].equals("-p")) {
            settings.login(RegistryLogin.of(words[2], Secret.of(words[4]), words[0]));
        } else {
            settings.registry(words[0]);
        }
    }

    private static RunType runType(JsonNode args) {
        boolean direct = args.path("direct").asBoolean();
        if (args.path("jupyter").asBoolean() || text(args, "runtype").equals("jupyter")) {
            return direct || args.path("jup_direct").asBoolean() ? RunType.JUPYTER_DIRECT : RunType.JUPYTER_PROXY;
        }
        if (args.path("ssh").asBoolean() || text(args, "runtype").equals("ssh")) {
            return RunType.SSH_PROXY;
        }
        return RunType.ARGS;
    }
}
