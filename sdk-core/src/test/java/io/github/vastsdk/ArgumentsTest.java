package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.request.CloudCopy;
import io.github.vastsdk.request.FilterOp;
import io.github.vastsdk.request.Schedule;
import io.github.vastsdk.request.ScheduledAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong arguments are refused when the call is built, with a message that names the argument. */
class ArgumentsTest extends WireTest {
    private static final String KEY = AccountRows.KEY;

    private static Arguments wrong(String says, Function<VastClient, Object> call) {
        return Arguments.of(says, call);
    }

    static Stream<Arguments> wrongArguments() {
        return Stream.of(
                wrong("instanceId must be positive: 0", vast -> vast.instances().get(0)),
                wrong("instanceId must be positive: -1", vast -> vast.instances()
                        .sshKeys(-1)),
                wrong("instanceId must be positive", vast -> vast.instances().attachSshKey(0, KEY)),
                wrong("offerId must be positive: 0", vast -> vast.instances().create(0, r -> r.image("i"))),
                wrong("image or a template", vast -> vast.instances().create(1, r -> {})),
                wrong("image or a template", vast -> vast.instances().launch(OfferQuery.of(), r -> {})),
                wrong("image or a template", vast -> vast.instances().bulk().create(List.of(), r -> {})),
                wrong("sshKeyId must be positive", vast -> vast.instances().detachSshKey(1, 0)),
                wrong("instanceId must be positive", vast -> vast.instances().detachSshKey(0, 1)),
                wrong("sshKeyId must be positive", vast -> vast.sshKeys().delete(0)),
                wrong("sshKeyId must be positive", vast -> vast.sshKeys().update(0, KEY)),
                wrong("apiKeyId must be positive", vast -> vast.apiKeys().get(0)),
                wrong("apiKeyId must be positive", vast -> vast.apiKeys().delete(0)),
                wrong("255 characters, not 256", vast -> vast.apiKeys().create("n".repeat(256), key -> {})),
                wrong("name must not be blank", vast -> vast.envVars().create(" ", "v")),
                wrong("name must not be blank", vast -> vast.envVars().update("", "v")),
                wrong("name must not be blank", vast -> vast.envVars().put("\t", "v")),
                wrong("name must not be blank", vast -> vast.envVars().delete("")),
                wrong("from 1 to 25: 26", vast -> vast.instances().list(request -> request.limit(26))),
                wrong("from 1 to 25: 0", vast -> vast.instances().list(request -> request.limit(0))),
                wrong("column must not be blank", vast -> vast.instances().list(request -> request.orderBy(""))),
                wrong("takes a collection", vast -> vast.instances()
                        .list(request -> request.where("id", FilterOp.IN, 1))),
                wrong("takes one value", vast -> vast.instances()
                        .list(request -> request.where("id", FilterOp.EQ, List.of(1)))),
                wrong("already", vast -> vast.instances()
                        .list(request -> request.where("id", FilterOp.EQ, 1).where("id", FilterOp.EQ, 2))),
                wrong("instanceId must be positive", vast -> vast.instances().start(0)),
                wrong("instanceId must be positive", vast -> vast.instances().stop(-1)),
                wrong("instanceId must be positive", vast -> vast.instances().reboot(0)),
                wrong("instanceId must be positive", vast -> vast.instances().recycle(0)),
                wrong("instanceId must be positive", vast -> vast.instances().logs(0)),
                wrong("instanceId must be positive", vast -> vast.instances().takeSnapshot(0, snapshot -> {})),
                wrong("instanceId must be positive", vast -> vast.instances().updateTemplate(0, update -> {})),
                wrong("1024 characters, not 1025", vast -> vast.instances().label(7, "l".repeat(1025))),
                wrong("templateId must be positive", vast -> vast.instances()
                        .updateTemplate(7, update -> update.templateId(0))),
                wrong("image must not be blank", vast -> vast.instances()
                        .updateTemplate(7, update -> update.image(" "))),
                wrong("tail must be positive: 0", vast -> vast.instances().logs(7, logs -> logs.tail(0))),
                wrong("within must be positive", vast -> vast.instances().logs(7, logs -> logs.within(Duration.ZERO))),
                wrong("command must not be blank", vast -> vast.instances().executeConstrained(7, " ")),
                wrong("512 characters, not 513", vast -> vast.instances().executeConstrained(7, "c".repeat(513))),
                wrong("within must be positive", vast -> vast.instances()
                        .executeConstrained(7, "ls", Duration.ofSeconds(-1))),
                wrong("repository must not be blank", vast -> vast.instances()
                        .takeSnapshot(7, snapshot -> snapshot.repository(""))),
                wrong(
                        "each of instanceIds must be positive: 0",
                        vast -> vast.instances().bulk().destroy(List.of(7L, 0L))),
                wrong(
                        "each of instanceIds must be positive: -1",
                        vast -> vast.instances().bulk().start(List.of(-1L))),
                wrong(
                        "at least 0.001 dollars",
                        vast -> vast.instances().pricing().changeBid(7, 0.0009)),
                wrong(
                        "at least 0.001 dollars",
                        vast -> vast.instances().pricing().changeBid(7, Double.POSITIVE_INFINITY)),
                wrong(
                        "at least 0.001 dollars",
                        vast -> vast.instances().pricing().changeBid(7, Double.NaN)),
                wrong(
                        "dollars must be a positive number",
                        vast -> vast.instances().pricing().prepay(7, 0)),
                wrong(
                        "dollars must be a positive number",
                        vast -> vast.instances().pricing().prepay(7, -1)),
                wrong(
                        "dollars must be a positive number",
                        vast -> vast.instances().pricing().prepay(7, Double.NaN)),
                wrong(
                        "dollars must be a positive number",
                        vast -> vast.instances().pricing().prepay(7, Double.POSITIVE_INFINITY)),
                wrong(
                        "instanceId must be positive",
                        vast -> vast.instances().pricing().deposit(0)),
                wrong(
                        "priceIncreaseId must be positive",
                        vast -> vast.instances().pricing().acceptPriceIncrease(0)),
                wrong(
                        "instanceId must be positive",
                        vast -> vast.instances().pricing().rejectPriceIncreaseOf(0)),
                wrong("instanceId must be positive", vast -> ScheduledAction.reboot(0)),
                wrong("512 characters, not 513", vast -> ScheduledAction.executeConstrained(7, "c".repeat(513))),
                wrong("at least 0.001 dollars", vast -> ScheduledAction.changeBid(7, 0)),
                wrong("connectionId must be positive", vast -> CloudCopy.toCloud(7, "/a", 0, "/b")),
                wrong("source must not be blank", vast -> CloudCopy.fromCloud(1, "", 7, "/a")),
                wrong("hour must be 0 to 23: 24", vast -> Schedule.daily(24)),
                wrong("hour must be 0 to 23: -1", vast -> Schedule.weekly(DayOfWeek.MONDAY, -1)),
                wrong(
                        "a schedule must end after it begins",
                        vast -> Schedule.hourly().from(Instant.EPOCH).until(Instant.EPOCH)),
                wrong("the schedule is over", vast -> vast.scheduledJobs()
                        .create(ScheduledAction.reboot(7), Schedule.hourly().until(Instant.EPOCH))),
                wrong("the schedule is over", vast -> vast.scheduledJobs()
                        .createOrUpdate(
                                ScheduledAction.reboot(7), Schedule.hourly().until(Instant.EPOCH))),
                wrong("scheduledJobId must be positive", vast -> vast.scheduledJobs()
                        .update(0, ScheduledAction.reboot(7), Schedule.hourly())),
                wrong("scheduledJobId must be positive", vast -> vast.scheduledJobs()
                        .delete(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongArguments")
    void call_whenAnArgumentIsWrong_thenIsRefusedBeforeAnythingIsSent(String says, Function<VastClient, Object> call) {
        assertThatIllegalArgumentException().isThrownBy(() -> call.apply(vast)).withMessageContaining(says);
    }

    static Stream<Function<VastClient, Object>> nulls() {
        return Stream.of(
                vast -> vast.envVars().create(null, "v"),
                vast -> vast.envVars().create("A", null),
                vast -> vast.envVars().delete(null),
                vast -> vast.sshKeys().create((String) null),
                vast -> vast.sshKeys().create((Path) null),
                vast -> vast.apiKeys().create(null, key -> {}),
                vast -> vast.instances().attachSshKey(7, (String) null),
                vast -> vast.instances().label(7, null),
                vast -> vast.instances().executeConstrained(7, null),
                vast -> vast.instances().bulk().stop(null),
                vast -> vast.instances().bulk().stop(Arrays.asList(7L, null)),
                vast -> vast.scheduledJobs().create(null, Schedule.hourly()),
                vast -> vast.scheduledJobs().create(ScheduledAction.reboot(7), null),
                vast -> Schedule.weekly(null, 3),
                vast -> vast.call(null, "/x/", null),
                vast -> vast.call("GET", null, null),
                vast -> vast.sshKeys().list().header(null, "x"),
                vast -> vast.sshKeys().list().header("X", null),
                vast -> vast.sshKeys().list().timeout(null));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void call_whenAnArgumentIsNull_thenIsRefusedBeforeAnythingIsSent(Function<VastClient, Object> call) {
        assertThatThrownBy(() -> call.apply(vast)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void sshKey_whenGivenAsFile_thenItsOnlyLineIsSent(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("id.pub"), KEY + "\n");
        for (Function<VastClient, Call<?>> use : List.<Function<VastClient, Call<?>>>of(
                vast -> vast.sshKeys().create(file), vast -> vast.sshKeys().update(1, file), vast -> vast.instances()
                        .attachSshKey(7, file))) {
            answer(200, "{\"success\": true, \"id\": 1}");
            use.apply(vast).execute();
            assertThat(json(body(request())).path("ssh_key").asText()).isEqualTo(KEY);
        }
    }

    @AfterEach
    void onlyGoodCallsWereSent() {
        assertThat(server.getRequestCount()).isIn(0, 3);
    }
}
