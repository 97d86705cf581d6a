package io.github.vastsdk.conformance;

import static io.github.vastsdk.conformance.Recorded.id;
import static io.github.vastsdk.conformance.Recorded.ids;
import static io.github.vastsdk.conformance.Recorded.text;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.vastsdk.Secret;
import io.github.vastsdk.conformance.ConformanceOperations.Run;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.request.CreateInstance;
import io.github.vastsdk.request.DockerFlags;
import io.github.vastsdk.request.RegistryLogin;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.VolumeMount;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The operations that create and launch instances. */
final class CreateOperations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LOGIN =
            Pattern.compile("-u (?<user>\\S+)(?: -p (?<password>\\S+))?(?: (?<server>\\S+))?");

    /** The recorded client's words for parts of the world. */
    private static final Map<String, String> REGIONS = Map.of(
            "North_America",
            "[AG,BS,BB,BZ,CA,CR,CU,DM,DO,SV,GD,GT,HT,HN,JM,MX,NI,PA,KN,LC,VC,TT,US]",
            "Europe",
            "[AL,AD,AT,BY,BE,BA,BG,HR,CY,CZ,DK,EE,FI,FR,DE,GR,HU,IS,IE,IT,LV,LI,LT,LU,MT,MD,MC,ME,NL,MK,NO,PL,PT,RO,"
                    + "RU,SM,RS,SK,SI,ES,SE,CH,UA,GB,VA,XK]");

    private CreateOperations() {}

    static final Map<String, Run> ALL = Map.ofEntries(
            Map.entry("instances.create", (vast, args) -> vast.instances()
                    .create(id(args, "id"), request(args))
                    .execute()),
            Map.entry("instances.create_bulk", (vast, args) -> vast.instances()
                    .bulk()
                    .create(ids(args.path(args.has("ids") ? "ids" : "id")), request(args))
                    .execute()),
            Map.entry("instances.launch", (vast, args) -> vast.instances()
                    .launch(query(args), request(args))
                    .execute()),
            Map.entry("instances.runtype", (vast, args) -> runType(args)),
            Map.entry("env.parse", (vast, args) -> DockerFlags.parse(text(args, "envs"))
                    .env()));

    private static CreateInstance request(JsonNode args) {
        return CreateInstance.of(r -> {
            given(args, "image", v -> r.image(v.asText()));
            given(args, "template_hash", v -> r.templateHash(v.asText()));
            given(args, "template_id", v -> r.templateId(v.asLong()));
            given(args, "disk", v -> r.diskGb(v.asDouble()));
            given(args, "label", v -> r.label(v.asText()));
            given(args, "price", v -> r.bidPrice(v.asDouble()));
            given(args, "env", v -> env(v, r));
            given(args, "runtype", v -> r.runType(named(v.asText())));
            given(args, "onstart_cmd", v -> r.onstart(v.asText()));
            given(args, "args", v -> arguments(v, r));
            given(args, "login", v -> r.login(login(v.asText())));
            given(args, "user", v -> r.user(v.asText()));
            given(args, "extra", v -> r.extra(v.asText()));
            given(args, "python_utf8", v -> r.pythonUtf8(v.asBoolean()));
            given(args, "lang_utf8", v -> r.langUtf8(v.asBoolean()));
            given(args, "jupyter_lab", v -> r.jupyterLab(v.asBoolean()));
            given(args, "jupyter_dir", v -> r.jupyterDir(v.asText()));
            given(args, "force", v -> r.force(v.asBoolean()));
            given(args, "cancel_unavail", v -> r.cancelUnavailable(v.asBoolean()));
            given(args, "volume_info", v -> r.volume(volume(v)));
        });
    }

    private static void given(JsonNode args, String name, Consumer<JsonNode> use) {
        if (args.hasNonNull(name)) {
            use.accept(args.get(name));
        }
    }

    private static void env(JsonNode env, CreateInstance.Builder request) {
        if (env.isTextual()) {
            request.dockerFlags(env.textValue());
        } else {
            Map<String, String> entries = new LinkedHashMap<>();
            env.properties().stream()
                    .filter(entry -> !entry.getValue().isNull())
                    .forEach(entry ->
                            entries.put(entry.getKey(), entry.getValue().asText()));
            request.env(entries);
        }
    }

    private static void arguments(JsonNode arguments, CreateInstance.Builder request) {
        if (arguments.isTextual()) {
            request.args(arguments.textValue());
        } else {
            request.args(JSON.convertValue(arguments, new TypeReference<List<String>>() {}));
        }
    }

    private static RunType named(String words) {
        return Arrays.stream(RunType.values())
                .filter(type -> type.wire().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no run type: " + words));
    }

    private static RegistryLogin login(String text) {
        Matcher parts = LOGIN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no login");
        }
        return RegistryLogin.of(
                parts.group("user"), Secret.of(orEmpty(parts.group("password"))), orEmpty(parts.group("server")));
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static VolumeMount volume(JsonNode info) {
        String path = info.path("mount_path").asText();
        long id = info.path("volume_id").asLong();
        if (!info.path("create_new").asBoolean()) {
            return VolumeMount.attach(id, path);
        }
        VolumeMount created = VolumeMount.create(id, info.path("size").asInt(15), path);
        return info.hasNonNull("name") ? created.named(info.get("name").asText()) : created;
    }

    /** The recorded client makes a query of its arguments; here that is the caller's part. */
    private static OfferQuery query(JsonNode args) {
        OfferQuery query;
        if (args.hasNonNull("query")) {
            query = OfferQuery.fromJson(args.get("query").toString()).withoutDefaults();
        } else {
            String region = text(args, "region");
            query = OfferQuery.parse("num_gpus=" + text(args, "num_gpus") + " gpu_name=" + text(args, "gpu_name")
                    + (region.isEmpty() ? "" : " geolocation in " + REGIONS.getOrDefault(region, region))
                    + " disk_space>=" + args.path("disk").asText("10"));
        }
        if (args.hasNonNull("order")) {
            query = query.orderBy(order(args.get("order")));
        }
        return args.hasNonNull("limit") ? query.limit(args.get("limit").asInt()) : query;
    }

    private static String order(JsonNode order) {
        return order.isTextual()
                ? order.textValue()
                : StreamSupport.stream(order.spliterator(), false)
                        .map(each ->
                                each.path(0).asText() + (each.path(1).asText().equals("desc") ? "-" : ""))
                        .collect(Collectors.joining(","));
    }

    /** The official command's options, said in the library's words. */
    private static Map<String, Object> runType(JsonNode args) {
        JsonNode given = args.path("args");
        boolean direct = args.path("direct").asBoolean();
        boolean empty = (given.isTextual() && given.textValue().isEmpty())
                || (given.isArray()
                        && (given.isEmpty()
                                || (given.size() == 1 && given.get(0).asText().isEmpty())));
        CreateInstance request = CreateInstance.of(r -> {
            r.image("any");
            if (args.hasNonNull("jupyter_dir")) {
                r.jupyterDir(args.get("jupyter_dir").asText());
            }
            r.jupyterLab(args.path("jupyter_lab").asBoolean());
            boolean jupyter = args.path("jupyter").asBoolean()
                    || args.path("jupyter_lab").asBoolean()
                    || args.hasNonNull("jupyter_dir");
            if (!given.isNull() && !given.isMissingNode() && !empty) {
                arguments(given, r);
            }
            if (empty) {
                r.runType(RunType.ARGS);
            } else if (jupyter) {
                r.runType(direct ? RunType.JUPYTER_DIRECT : RunType.JUPYTER_PROXY);
            } else if (args.path("ssh").asBoolean()) {
                r.runType(direct ? RunType.SSH_DIRECT : RunType.SSH_PROXY);
            } else if (given.isNull()) {
                r.runType(RunType.SSH); // what the command sends when it is given none
            }
        });
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(
                "runtype", request.runType() == null ? null : request.runType().wire());
        result.put("argsAfter", empty || given.isNull() ? null : given);
        return result;
    }
}
