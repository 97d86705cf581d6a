package io.github.vastsdk.conformance;

import static io.github.vastsdk.conformance.Recorded.id;
import static io.github.vastsdk.conformance.Recorded.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.vastsdk.Call;
import io.github.vastsdk.Secret;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.conformance.ConformanceOperations.Run;
import io.github.vastsdk.model.InstanceOutput;
import io.github.vastsdk.model.PriceIncreases;
import io.github.vastsdk.request.DockerFlags;
import io.github.vastsdk.request.ReadLogs;
import io.github.vastsdk.request.Schedule;
import io.github.vastsdk.request.ScheduledAction;
import io.github.vastsdk.request.TakeSnapshot;
import io.github.vastsdk.request.UpdateInstance;
import io.github.vastsdk.ssh.SshEndpoint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The operations on instances that exist, and scheduled jobs. */
final class InstanceOperations {
    private InstanceOperations() {}

    static final Map<String, Run> ALL = Map.ofEntries(
            Map.entry(
                    "instances.filters",
                    (vast, args) -> vast.instances().filters().execute()),
            Map.entry("instances.destroy", one((vast, id) -> vast.instances().destroy(id))),
            Map.entry("instances.start", one((vast, id) -> vast.instances().start(id))),
            Map.entry("instances.stop", one((vast, id) -> vast.instances().stop(id))),
            Map.entry("instances.reboot", one((vast, id) -> vast.instances().reboot(id))),
            Map.entry("instances.recycle", one((vast, id) -> vast.instances().recycle(id))),
            Map.entry(
                    "instances.start_bulk",
                    many("id", (vast, ids) -> vast.instances().bulk().start(ids))),
            Map.entry(
                    "instances.stop_bulk",
                    many("id", (vast, ids) -> vast.instances().bulk().stop(ids))),
            Map.entry(
                    "instances.destroy_bulk",
                    many("ids", (vast, ids) -> vast.instances().bulk().destroy(ids))),
            Map.entry("instances.label", (vast, args) -> vast.instances()
                    .label(id(args, "id"), text(args, "label"))
                    .execute()),
            Map.entry("instances.update_template", (vast, args) -> vast.instances()
                    .updateTemplate(id(args, "id"), update(args))
                    .execute()),
            Map.entry("instances.take_snapshot", (vast, args) -> vast.instances()
                    .takeSnapshot(id(args, "instance_id"), snapshot(args))
                    .execute()),
            Map.entry(
                    "instances.execute",
                    (vast, args) -> shown(vast.instances().executeConstrained(id(args, "id"), text(args, "command")))),
            Map.entry(
                    "instances.logs",
                    (vast, args) -> shown(vast.instances().logs(id(args, "instance_id"), logs(args)))),
            Map.entry("instances.prepay", (vast, args) -> vast.instances()
                    .pricing()
                    .prepay(id(args, "id"), number(args, "amount"))
                    .execute()),
            Map.entry("instances.change_bid", (vast, args) -> changeBid(vast, args)
                    .execute()),
            Map.entry(
                    "instances.deposit",
                    one((vast, id) -> vast.instances().pricing().deposit(id))),
            Map.entry("instances.ssh_url", (vast, args) -> address(vast, args, SshEndpoint::toUri)),
            Map.entry(
                    "instances.scp_url",
                    (vast, args) ->
                            address(vast, args, ssh -> ssh.toUri().toString().replaceFirst("^ssh", "scp"))),
            Map.entry(
                    "price_increases.list",
                    (vast, args) -> vast.instances().pricing().priceIncreases().execute()),
            Map.entry("price_increases.resolve", (vast, args) -> vast.instances()
                    .pricing()
                    .priceIncreases()
                    .execute()
                    .of(id(args, "instance_id"))
                    .orElse(null)),
            Map.entry("price_increases.rows", (vast, args) -> PriceIncreases.fromJson(
                            args.path("envelope").toString())
                    .pending()),
            Map.entry("price_increases.find", (vast, args) -> PriceIncreases.fromJson(
                            "{\"pending_price_increases\":" + args.path("rows") + "}")
                    .of(id(args, "instance_id"))
                    .orElse(null)),
            Map.entry("price_increases.accept", (vast, args) -> vast.instances()
                    .pricing()
                    .acceptPriceIncrease(id(args, "pending_id"))
                    .execute()),
            Map.entry("price_increases.reject", (vast, args) -> vast.instances()
                    .pricing()
                    .rejectPriceIncrease(id(args, "pending_id"))
                    .execute()),
            Map.entry("price_increases.accept_by_instance", (vast, args) -> vast.instances()
                    .pricing()
                    .acceptPriceIncreaseOf(id(args, "instance_id"))
                    .execute()),
            Map.entry("price_increases.reject_by_instance", (vast, args) -> vast.instances()
                    .pricing()
                    .rejectPriceIncreaseOf(id(args, "instance_id"))
                    .execute()),
            Map.entry(
                    "scheduled_jobs.list",
                    (vast, args) -> vast.scheduledJobs().list().execute()),
            Map.entry("scheduled_jobs.create", (vast, args) -> vast.scheduledJobs()
                    .create(action(args), schedule(args))
                    .execute()),
            Map.entry("scheduled_jobs.update", (vast, args) -> vast.scheduledJobs()
                    .update(id(args, "id"), action(args), schedule(args))
                    .execute()),
            Map.entry(
                    "scheduled_jobs.delete",
                    (vast, args) -> vast.scheduledJobs().delete(id(args, "id")).execute()),
            Map.entry("schedule.parse_day", (vast, args) -> {
                String day = text(args, "value");
                return Schedule.parse(day.equals("*") ? "DAILY" : "WEEKLY", day, "0")
                        .dayNumber();
            }),
            Map.entry("schedule.parse_hour", (vast, args) -> {
                String hour = text(args, "value");
                return Schedule.parse(hour.equals("*") ? "HOURLY" : "DAILY", "*", hour)
                        .hour();
            }),
            Map.entry("schedule.validate", (vast, args) -> {
                schedule(args);
                return null; // the official one says nothing when all is well
            }));

    private static Run one(BiFunction<VastClient, Long, Call<?>> operation) {
        return (vast, args) -> operation
                .apply(vast, id(args, args.has("id") ? "id" : "instance_or_id"))
                .execute();
    }

    private static Run many(String name, BiFunction<VastClient, List<Long>, Call<?>> operation) {
        return (vast, args) -> operation
                .apply(
                        vast,
                        StreamSupport.stream(args.path(name).spliterator(), false)
                                .map(JsonNode::asLong)
                                .toList())
                .execute();
    }

    private static double number(JsonNode args, String name) {
        return args.path(name).asDouble(Double.NaN);
    }

    private static String shown(Call<InstanceOutput> call) {
        return call.execute().toString();
    }

    private static Call<?> changeBid(VastClient vast, JsonNode args) {
        var pricing = vast.instances().pricing();
        return args.hasNonNull("price")
                ? pricing.changeBid(id(args, "id"), number(args, "price"))
                : pricing.bidToWin(id(args, "id"));
    }

    private static @Nullable Object address(VastClient vast, JsonNode args, Function<SshEndpoint, Object> form) {
        return vast.instances().get(id(args, "id")).execute().sshEndpoints().stream()
                .findFirst()
                .map(form)
                .map(Object::toString)
                .map(JsonNodeFactory.instance::textNode)
                .orElse(null);
    }

    private static UpdateInstance update(JsonNode args) {
        UpdateInstance.Builder update = UpdateInstance.builder();
        if (args.hasNonNull("template_id")) {
            update.templateId(id(args, "template_id"));
        }
        if (args.hasNonNull("template_hash_id")) {
            update.templateHashId(text(args, "template_hash_id"));
        }
        if (args.hasNonNull("image")) {
            update.image(text(args, "image"));
        }
        if (args.hasNonNull("args")) {
            update.args(text(args, "args"));
        }
        if (args.hasNonNull("env")) {
            DockerFlags.Builder flags = DockerFlags.builder();
            args.get("env").properties().forEach(entry -> {
                if (entry.getKey().startsWith("-")) {
                    boolean hasValue = entry.getKey().equals("-h");
                    flags.dockerFlags(
                            entry.getKey() + (hasValue ? " " + entry.getValue().asText() : ""));
                } else {
                    flags.env(entry.getKey(), entry.getValue().asText());
                }
            });
            update.env(flags.build());
        }
        if (args.hasNonNull("onstart")) {
            update.onstart(text(args, "onstart"));
        }
        return update.build();
    }

    private static TakeSnapshot snapshot(JsonNode args) {
        TakeSnapshot.Builder snapshot = TakeSnapshot.builder();
        if (args.hasNonNull("container_registry")) {
            snapshot.registry(text(args, "container_registry"));
        }
        if (args.hasNonNull("repo")) {
            snapshot.repository(text(args, "repo"));
        }
        if (args.hasNonNull("docker_login_user") || args.hasNonNull("docker_login_pass")) {
            snapshot.login(text(args, "docker_login_user"), Secret.of(text(args, "docker_login_pass")));
        }
        if (args.path("pause").asText("true").toLowerCase(Locale.ROOT).equals("false")) {
            snapshot.withoutPause();
        }
        return snapshot.build();
    }

    private static ReadLogs logs(JsonNode args) {
        ReadLogs.Builder logs = ReadLogs.builder();
        if (args.hasNonNull("tail")) {
            logs.tail(args.get("tail").asInt());
        }
        if (args.hasNonNull("filter")) {
            logs.filter(text(args, "filter"));
        }
        return args.path("daemon_logs").asBoolean() ? logs.daemonLogs().build() : logs.build();
    }

    private static ScheduledAction action(JsonNode args) {
        JsonNode body = args.path("request_body");
        long instanceId = id(args, "instance_id");
        String endpoint = text(args, "api_endpoint");
        if (endpoint.contains("/command/")) {
            return ScheduledAction.executeConstrained(instanceId, text(body, "command"));
        }
        if (endpoint.contains("/bid_price/")) {
            return body.hasNonNull("price")
                    ? ScheduledAction.changeBid(instanceId, number(body, "price"))
                    : ScheduledAction.bidToWin(instanceId);
        }
        if (endpoint.contains("/rclone/")) {
            return ScheduledAction.cloudCopy(Recorded.cloudCopy(body, instanceId, "selected"));
        }
        if (endpoint.contains("/reboot/")) {
            return ScheduledAction.reboot(instanceId);
        }
        throw new IllegalArgumentException("no such action: " + endpoint);
    }

    private static Schedule schedule(JsonNode args) {
        Schedule schedule =
                Schedule.parse(text(args, "frequency"), star(args, "day_of_the_week"), star(args, "hour_of_the_day"));
        if (args.hasNonNull("start_time")) {
            schedule = schedule.from(Recorded.time(args, "start_time"));
        }
        if (args.hasNonNull("end_time")) {
            schedule = schedule.until(Recorded.time(args, "end_time"));
        }
        return schedule;
    }

    private static String star(JsonNode args, String name) {
        return args.hasNonNull(name) ? args.get(name).asText() : "*";
    }
}
