package io.github.vastsdk;

import static io.github.vastsdk.internal.Sends.OK;
import static io.github.vastsdk.internal.Sends.sends;

import io.github.vastsdk.internal.Sends;
import io.github.vastsdk.request.CloudCopy;
import io.github.vastsdk.request.DockerFlags;
import io.github.vastsdk.request.Schedule;
import io.github.vastsdk.request.ScheduledAction;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the operations on instances send. */
final class InstanceRows {
    private static final String ONE = "PUT /api/v0/instances/7/";
    private static final String PENDING = "{'success': true, 'count': 0, 'pending_price_increases': []}";
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00.9Z");
    private static final Instant UNTIL = Instant.parse("2026-02-08T00:00:00Z");

    private InstanceRows() {}

    static Stream<Sends<VastClient>> rows() {
        return Stream.of(actions(), bulk(), pricing(), jobs()).flatMap(rows -> rows);
    }

    private static Stream<Sends<VastClient>> actions() {
        return Stream.of(
                sends(
                        "instances.destroy",
                        vast -> vast.instances().destroy(Long.MAX_VALUE),
                        OK,
                        "DELETE /api/v0/instances/9223372036854775807/",
                        "{}"),
                sends("instances.start", vast -> vast.instances().start(7), OK, ONE, "{'state': 'running'}"),
                sends("instances.stop", vast -> vast.instances().stop(7), OK, ONE, "{'state': 'stopped'}"),
                sends(
                        "instances.reboot",
                        vast -> vast.instances().reboot(7),
                        OK,
                        "PUT /api/v0/instances/reboot/7/",
                        "{}"),
                sends(
                        "instances.recycle",
                        vast -> vast.instances().recycle(7),
                        OK,
                        "PUT /api/v0/instances/recycle/7/",
                        "{}"),
                sends("instances.label", vast -> vast.instances().label(7, "日本 ✓"), OK, ONE, "{'label': '日本 ✓'}"),
                sends("instances.label to none", vast -> vast.instances().label(7, ""), OK, ONE, "{'label': ''}"),
                sends(
                        "instances.updateTemplate of nothing",
                        vast -> vast.instances().updateTemplate(7, update -> {}),
                        OK,
                        "PUT /api/v0/instances/update_template/7/",
                        "{'id': 7}"),
                sends(
                        "instances.updateTemplate of one member",
                        vast -> vast.instances().updateTemplate(7, update -> update.image("pytorch/pytorch")),
                        OK,
                        "PUT /api/v0/instances/update_template/7/",
                        "{'id': 7, 'image': 'pytorch/pytorch'}"),
                sends(
                        "instances.updateTemplate of everything",
                        vast -> vast.instances().updateTemplate(7, update -> update.templateId(5)
                                .templateHashId("h")
                                .image("i")
                                .args("a b")
                                .env(DockerFlags.parse("-e A=1 -p 80:80"))
                                .onstart("")),
                        OK,
                        "PUT /api/v0/instances/update_template/7/",
                        "{'id': 7, 'template_id': 5, 'template_hash_id': 'h', 'image': 'i', 'args': 'a b',"
                                + " 'env': {'A': '1', '-p 80:80': '1'}, 'onstart': ''}"),
                sends(
                        "instances.filters",
                        vast -> vast.instances().filters(),
                        "{'success': true, 'filters': [{'actual_status': 'running', 'gpu_name': 'RTX 4090'}]}",
                        "GET /api/v0/instances/filters/",
                        null),
                sends(
                        "instances.logs",
                        vast -> vast.instances().logs(7),
                        OK,
                        "PUT /api/v0/instances/request_logs/7/",
                        "{}"),
                sends(
                        "instances.logs with a request",
                        vast -> vast.instances().logs(7, logs -> logs.tail(500)
                                .filter("err|warn")
                                .daemonLogs()),
                        OK,
                        "PUT /api/v0/instances/request_logs/7/",
                        "{'tail': '500', 'filter': 'err|warn', 'daemon_logs': 'true'}"),
                sends(
                        "instances.executeConstrained",
                        vast -> vast.instances().executeConstrained(7, "du -h /workspace"),
                        OK,
                        "PUT /api/v0/instances/command/7/",
                        "{'command': 'du -h /workspace'}"),
                sends(
                        "instances.takeSnapshot",
                        vast -> vast.instances().takeSnapshot(7, snapshot -> {}),
                        OK,
                        "POST /api/v0/instances/take_snapshot/7/",
                        "{'id': 7, 'container_registry': 'docker.io', 'personal_repo': null, 'docker_login_user': null,"
                                + " 'docker_login_pass': null, 'pause': 'true'}"),
                sends(
                        "instances.takeSnapshot with everything",
                        vast -> vast.instances().takeSnapshot(7, snapshot -> snapshot.registry("ghcr.io")
                                .repository("me/r")
                                .login("me", Secret.of("HF_TOKEN"))
                                .withoutPause()),
                        OK,
                        "POST /api/v0/instances/take_snapshot/7/",
                        "{'id': 7, 'container_registry': 'ghcr.io', 'personal_repo': 'me/r', 'docker_login_user': 'me',"
                                + " 'docker_login_pass': 'HF_TOKEN', 'pause': 'false'}"));
    }

    private static Stream<Sends<VastClient>> bulk() {
        return Stream.of(
                sends(
                        "instances.bulk.start",
                        vast -> vast.instances().bulk().start(List.of(7L, 8L)),
                        OK,
                        "PUT /api/v0/instances/",
                        "{'state': 'running', 'ids': [7, 8]}"),
                sends(
                        "instances.bulk.stop",
                        vast -> vast.instances().bulk().stop(List.of(7L)),
                        OK,
                        "PUT /api/v0/instances/",
                        "{'state': 'stopped', 'ids': [7]}"),
                sends(
                        "instances.bulk.destroy",
                        vast -> vast.instances().bulk().destroy(List.of(7L, 8L)),
                        OK,
                        "DELETE /api/v0/instances/",
                        "{'instance_ids': [7, 8]}"));
    }

    private static Stream<Sends<VastClient>> pricing() {
        return Stream.of(
                sends(
                        "pricing.changeBid",
                        vast -> vast.instances().pricing().changeBid(7, 249.5),
                        OK,
                        "PUT /api/v0/instances/bid_price/7/",
                        "{'client_id': 'me', 'price': 249.5}"),
                sends(
                        "pricing.bidToWin",
                        vast -> vast.instances().pricing().bidToWin(7),
                        OK,
                        "PUT /api/v0/instances/bid_price/7/",
                        "{'client_id': 'me', 'price': null}"),
                sends(
                        "pricing.prepay",
                        vast -> vast.instances().pricing().prepay(7, 12.5),
                        "{'success': true, 'timescale': 1.0, 'discount_rate': 0.2}",
                        "PUT /api/v0/instances/prepay/7/",
                        "{'amount': 12.5}"),
                new Sends<>(
                        "pricing.deposit",
                        vast -> vast.instances().pricing().deposit(7),
                        "{'success': true, 'refundable_deposit': 1.5}",
                        "GET",
                        "/api/v0/instances/balance/7/",
                        Map.of("owner", "me"),
                        null),
                sends(
                        "pricing.priceIncreases",
                        vast -> vast.instances().pricing().priceIncreases(),
                        PENDING,
                        "GET /api/v0/instances/pending-price-increases/",
                        null),
                sends(
                        "pricing.acceptPriceIncrease",
                        vast -> vast.instances().pricing().acceptPriceIncrease(77),
                        OK,
                        "PUT /api/v0/instances/accept-price-increase/",
                        "{'pending_price_increase_id': 77}"),
                sends(
                        "pricing.rejectPriceIncrease",
                        vast -> vast.instances().pricing().rejectPriceIncrease(77),
                        OK,
                        "PUT /api/v0/instances/reject-price-increase/",
                        "{'pending_price_increase_id': 77}"));
    }

    private static Stream<Sends<VastClient>> jobs() {
        return Stream.of(
                sends(
                        "scheduledJobs.list",
                        vast -> vast.scheduledJobs().list(),
                        "[{'id': 1}]",
                        "GET /api/v0/commands/schedule_job/",
                        null),
                job(
                        "scheduledJobs.create of a reboot",
                        ScheduledAction.reboot(7),
                        Schedule.hourly(),
                        "'HOURLY', 'day_of_the_week': null, 'hour_of_the_day': null",
                        "'/api/v0/instances/reboot/7/', 'request_method': 'PUT', 'request_body': {'instance_id': 7}"),
                job(
                        "scheduledJobs.create of a command",
                        ScheduledAction.executeConstrained(7, "rm /tmp/x"),
                        Schedule.daily(0),
                        "'DAILY', 'day_of_the_week': null, 'hour_of_the_day': 0",
                        "'/api/v0/instances/command/7/', 'request_method': 'PUT',"
                                + " 'request_body': {'command': 'rm /tmp/x', 'instance_id': 7}"),
                job(
                        "scheduledJobs.create of a bid",
                        ScheduledAction.changeBid(7, 0.2),
                        Schedule.weekly(DayOfWeek.SUNDAY, 23),
                        "'WEEKLY', 'day_of_the_week': 0, 'hour_of_the_day': 23",
                        "'/api/v0/instances/bid_price/7/', 'request_method': 'PUT',"
                                + " 'request_body': {'client_id': 'me', 'price': 0.2, 'instance_id': 7}"),
                job(
                        "scheduledJobs.create of a winning bid",
                        ScheduledAction.bidToWin(7),
                        Schedule.weekly(DayOfWeek.SATURDAY, 0),
                        "'WEEKLY', 'day_of_the_week': 6, 'hour_of_the_day': 0",
                        "'/api/v0/instances/bid_price/7/', 'request_method': 'PUT',"
                                + " 'request_body': {'client_id': 'me', 'price': null, 'instance_id': 7}"),
                job(
                        "scheduledJobs.create of a copy to a cloud",
                        ScheduledAction.cloudCopy(CloudCopy.toCloud(7, "/a", 1001, "/b")
                                .flags("--update")
                                .build()),
                        Schedule.hourly(),
                        "'HOURLY', 'day_of_the_week': null, 'hour_of_the_day': null",
                        "'/api/v0/commands/rclone/', 'request_method': 'POST', 'request_body': {'src': '/a', 'dst':"
                                + " '/b', 'instance_id': '7', 'selected': '1001', 'transfer': 'Instance To Cloud',"
                                + " 'flags': ['--update']}"),
                job(
                        "scheduledJobs.create of a copy from a cloud",
                        ScheduledAction.cloudCopy(
                                CloudCopy.fromCloud(1001, "/b", 7, "/a").build()),
                        Schedule.hourly(),
                        "'HOURLY', 'day_of_the_week': null, 'hour_of_the_day': null",
                        "'/api/v0/commands/rclone/', 'request_method': 'POST', 'request_body': {'src': '/b', 'dst':"
                                + " '/a', 'instance_id': '7', 'selected': '1001', 'transfer': 'Cloud To Instance'}"),
                sends(
                        "scheduledJobs.createOrUpdate",
                        vast -> vast.scheduledJobs()
                                .createOrUpdate(ScheduledAction.reboot(7), within(Schedule.daily(5))),
                        OK,
                        "POST /api/v0/commands/schedule_job/",
                        body(
                                "'DAILY', 'day_of_the_week': null, 'hour_of_the_day': 5",
                                "'/api/v0/instances/reboot/7/', 'request_method': 'PUT',"
                                        + " 'request_body': {'instance_id': 7}")),
                sends(
                        "scheduledJobs.update",
                        vast -> vast.scheduledJobs()
                                .update(66, ScheduledAction.reboot(7), within(Schedule.weekly(DayOfWeek.MONDAY, 3))),
                        OK,
                        "PUT /api/v0/commands/schedule_job/66/",
                        body(
                                "'WEEKLY', 'day_of_the_week': 1, 'hour_of_the_day': 3",
                                "'/api/v0/instances/reboot/7/', 'request_method': 'PUT',"
                                        + " 'request_body': {'instance_id': 7}")),
                sends(
                        "scheduledJobs.delete",
                        vast -> vast.scheduledJobs().delete(66),
                        OK,
                        "DELETE /api/v0/commands/schedule_job/66/",
                        "{}"));
    }

    private static Sends<VastClient> job(
            String name, ScheduledAction action, Schedule schedule, String when, String what) {
        return sends(
                name,
                vast -> vast.scheduledJobs().create(action, within(schedule)),
                OK,
                "POST /api/v0/commands/schedule_job/",
                body(when, what));
    }

    private static Schedule within(Schedule schedule) {
        return schedule.from(FROM).until(UNTIL);
    }

    private static String body(String when, String what) {
        return "{'start_time': 1769904000, 'end_time': 1770508800, 'instance_id': 7, 'frequency': " + when
                + ", 'api_endpoint': " + what + "}";
    }
}
