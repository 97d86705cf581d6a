package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Copies between instances, volumes, clouds and one's own computer. They are set off and not watched. */
final class Copies implements Resource {
    private static final String WATCH = "the status_msg of the instance tells how it goes, about 30 seconds late";
    private static final Set<String> TRANSFERS = Set.of("instance to cloud", "cloud to instance");

    private static final Pattern NUMBERED = Pattern.compile("((?<kind>[CV])\\.)?(?<number>\\d{1,18})");

    private final Instances instances;
    private final LongPredicate volumes;
    private final CloudConnections connections;
    private final Results results;

    Copies(Instances instances, LongPredicate volumes, CloudConnections connections, Results results) {
        this.instances = instances;
        this.volumes = volumes;
        this.connections = connections;
        this.results = results;
    }

    @Override
    public List<Route> routes() {
        String direct = "/api/v0/commands/copy_direct/";
        String cloud = "/api/v0/commands/rclone/";
        return List.of(
                Route.of("PUT", direct, "instance_write", "api.commands.copy", this::copy)
                        .every(3.5),
                Route.of("DELETE", direct, "instance_write", "api.commands.cancel_copy", this::cancelCopy)
                        .every(3.5),
                Route.of("PUT", "/api/v0/commands/rsync/", "instance_write", "api.commands.rsync", this::rsync),
                Route.of("POST", cloud, "instance_write", "api.commands.cloud_copy", this::cloudCopy),
                Route.of("DELETE", cloud, "instance_write", "api.commands.cancel_sync", this::cancelSync));
    }

    private Answer copy(Call call) {
        Place source = place(call, "src");
        Place target = place(call, "dst");
        ObjectNode answer = Answers.success().put("msg", "The copy is set off; " + WATCH);
        if (source.isOwnComputer() || target.isOwnComputer()) {
            source.putAddress(answer, "src");
            target.putAddress(answer, "dst");
        }
        target.tell("copying to " + target.path() + ": 0%");
        return Answers.ok(answer);
    }

    private Answer rsync(Call call) {
        Place source = place(call, "src");
        Place target = place(call, "dst");
        if (source.isOwnComputer() == target.isOwnComputer()) {
            throw invalid("one of src_id and dst_id is null");
        }
        ObjectNode answer = Answers.success();
        source.putAddress(answer, "src");
        target.putAddress(answer, "dst");
        return Answers.ok(answer);
    }

    private Answer cancelCopy(Call call) {
        JsonNode id = call.member("dst_id");
        if (id == null) {
            throw invalid("dst_id");
        }
        place(id, "").tell("copy canceled");
        return Answers.success("The copy is canceled; " + WATCH);
    }

    private Answer cloudCopy(Call call) {
        for (String path : List.of("src", "dst")) {
            String text = call.text(path);
            if (text == null || text.isBlank()) {
                throw Refusal.uncoded(400, path + " is missing");
            }
        }
        ObjectNode instance = instance(call.whole("instance_id"));
        if (instance == null) {
            throw Refusal.uncoded(400, "No such instance");
        }
        Long connection = call.whole("selected");
        if (connection == null || !connections.has(connection)) {
            throw Refusal.uncoded(400, "No such cloud connection");
        }
        String transfer = call.text("transfer");
        if (transfer == null || !TRANSFERS.contains(transfer.toLowerCase(Locale.ROOT))) {
            throw Refusal.uncoded(400, "transfer is Instance To Cloud or Cloud To Instance");
        }
        instance.put("status_msg", transfer + ": 0%");
        String text = transfer + ": " + call.text("src") + " -> " + call.text("dst") + "\n";
        return Answers.ok(Answers.success()
                .put("msg", "The transfer is set off; " + WATCH)
                .put("result_url", results.publish(call, text)));
    }

    private Answer cancelSync(Call call) {
        Long id = call.whole("dst_id");
        if (id == null) {
            throw invalid("dst_id");
        }
        ObjectNode instance = instance(id);
        if (instance == null) {
            throw Refusal.of(404, "no_such_instance", "No such instance");
        }
        instance.put("status_msg", "transfer canceled");
        return Answers.success("The transfer is canceled; " + WATCH);
    }

    private Place place(Call call, String side) {
        String path = call.text(side + "_path");
        if (path == null || path.isBlank()) {
            throw invalid(side + "_path");
        }
        JsonNode id = call.member(side + "_id");
        return id == null ? new Place(null, path, true) : place(id, path);
    }

    /** Finds what {@code 42}, {@code C.42}, {@code V.7}, {@code s3.101}, {@code drive} or {@code local} stands for. */
    private Place place(JsonNode id, String path) {
        String text = id.asText();
        if (text.equals("local")) {
            return new Place(null, path, true);
        }
        Matcher numbered = NUMBERED.matcher(text);
        ObjectNode instance = null;
        boolean known = connections.has(text);
        if (numbered.matches()) {
            long number = Long.parseLong(numbered.group("number"));
            boolean onVolume = "V".equals(numbered.group("kind"));
            instance = onVolume ? null : instances.find(number);
            known = onVolume ? volumes.test(number) : instance != null;
        }
        if (!known) {
            // Not 404 no_such_instance: the service says that there is no such user.
            throw Refusal.of(404, "no_such_user", "There is no " + text + " of yours");
        }
        return new Place(instance, path, false);
    }

    private @Nullable ObjectNode instance(@Nullable Long id) {
        return id == null ? null : instances.find(id);
    }

    private static Refusal invalid(String what) {
        return Refusal.of(400, "invalid_args", "Invalid " + what);
    }

    /**
     * One side of a copy.
     *
     * @param instance the row of an instance; null when it is none
     * @param path the path there
     * @param isOwnComputer whether it is the caller's computer
     */
    private record Place(@Nullable ObjectNode instance, String path, boolean isOwnComputer) {
        /** Says where rsync reaches this side, unless it is the caller's. */
        void putAddress(ObjectNode answer, String side) {
            if (instance != null) {
                answer.put(
                                side + "_addr",
                                instance.path("public_ipaddr").asText().strip())
                        .put(
                                side + "_port",
                                instance.path("machine_dir_ssh_port").asInt());
            }
        }

        void tell(String status) {
            if (instance != null) {
                instance.put("status_msg", status);
            }
        }
    }
}
