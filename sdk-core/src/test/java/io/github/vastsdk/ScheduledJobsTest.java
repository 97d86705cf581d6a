package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.ConflictException;
import io.github.vastsdk.error.ScheduledJobExistsException;
import io.github.vastsdk.model.ScheduledJob;
import io.github.vastsdk.request.CloudCopy;
import io.github.vastsdk.request.Schedule;
import io.github.vastsdk.request.ScheduledAction;
import java.time.DayOfWeek;
import java.time.Instant;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that exist already, default times, and schedules. */
class ScheduledJobsTest extends WireTest {
    private static final ScheduledAction REBOOT = ScheduledAction.reboot(7);

    private void exists() {
        answer(422, "{\"success\": false, \"scheduled_job_id\": 66, \"msg\": \"such a job already exists\"}");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenSuchAJobExists_thenNamesItAndLeavesIt(Mode mode) {
        exists();

        ScheduledJobExistsException failure = catchThrowableOfType(
                ScheduledJobExistsException.class,
                () -> mode.run(vast.scheduledJobs().create(REBOOT, Schedule.hourly())));

        assertThat(failure.scheduledJobId()).hasValue(66);
        assertThat(failure).isInstanceOf(ConflictException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void createOrUpdate_whenSuchAJobExists_thenChangesIt(Mode mode) throws InterruptedException {
        exists();
        answer(200, "{\"success\": true, \"msg\": \"updated\"}");

        assertThat(mode.run(vast.scheduledJobs().createOrUpdate(REBOOT, Schedule.daily(3)))
                        .msg())
                .isEqualTo("updated");

        RecordedRequest create = request();
        RecordedRequest update = request();
        assertThat(create.getMethod()).isEqualTo("POST");
        assertThat(update.getMethod() + " " + update.getTarget()).isEqualTo("PUT /api/v0/commands/schedule_job/66/");
        assertThat(body(update)).as("the same times, too").isEqualTo(body(create));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\": false, \"msg\": \"bad hour\"}",
                "{\"success\": false, \"scheduled_job_id\": null}",
                "unprocessable"
            })
    void createOrUpdate_whenRefusedWithoutNamingAJob_thenThrows(String body) {
        answer(422, body);

        assertThatThrownBy(() -> vast.scheduledJobs()
                        .createOrUpdate(REBOOT, Schedule.hourly())
                        .execute())
                .isInstanceOf(BadRequestException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_whenTheServiceMayHaveActed_thenOnlyCreateOrUpdateIsSentAgain() {
        answer(503, "");
        assertThatThrownBy(() -> vast.scheduledJobs()
                        .create(REBOOT, Schedule.hourly())
                        .retries(1)
                        .execute())
                .hasMessageContaining("503");
        assertThat(server.getRequestCount()).isEqualTo(1);
        answer(503, "");
        exists(); // for the lost attempt did create it
        answer(200, "{\"success\": true}");
        vast.scheduledJobs()
                .createOrUpdate(REBOOT, Schedule.hourly())
                .retries(1)
                .execute();
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void update_whenARefusalNamesAJob_thenThatIsNoExistingJob() {
        exists();
        assertThatThrownBy(() -> vast.scheduledJobs()
                        .update(1, REBOOT, Schedule.hourly())
                        .execute())
                .isExactlyInstanceOf(ConflictException.class);
    }

    @Test
    void create_whenNoTimesAreSet_thenFromNowForAWeek() throws InterruptedException {
        Schedule shared = Schedule.hourly();
        long before = Instant.now().getEpochSecond();
        answer(200, "{\"success\": true}");
        vast.scheduledJobs().create(REBOOT, shared).execute();
        JsonNode sent = json(body(request()));
        assertThat(sent.path("start_time").asLong())
                .isBetween(before, Instant.now().getEpochSecond());
        assertThat(sent.path("end_time").asLong() - sent.path("start_time").asLong())
                .isEqualTo(7 * 24 * 3600);
        answer(200, "{\"success\": true}");
        vast.scheduledJobs()
                .create(REBOOT, shared.from(Instant.ofEpochSecond(1_000)))
                .execute();
        assertThat(json(body(request())).path("end_time").asLong()).isEqualTo(1_000 + 7 * 24 * 3600);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void list_whenListed_thenSchedulesCanBeRead(Mode mode) {
        answer(
                200,
                "[{\"id\": 1, \"instance_id\": 7, \"api_endpoint\": \"/api/v0/instances/reboot/7/\","
                        + " \"start_time\": 1769904000.0, \"end_time\": \"1770508800\", \"day_of_the_week\": 0,"
                        + " \"hour_of_the_day\": \"3\", \"min_of_the_hour\": 12, \"frequency\": \"WEEKLY\","
                        + " \"request_method\": \"PUT\", \"request_body\": {\"instance_id\": 7}},"
                        + " {\"id\": 2, \"frequency\": \"DAILY\", \"hour_of_the_day\": 5, \"day_of_the_week\": null},"
                        + " {\"id\": 3, \"frequency\": \"MONTHLY\"}, {\"id\": 4, \"frequency\": \"HOURLY\","
                        + " \"hour_of_the_day\": 9}, {\"id\": 5}]");

        Listing<ScheduledJob> jobs = mode.run(vast.scheduledJobs().list());

        assertThat(jobs.get(0).schedule())
                .hasValue(Schedule.weekly(DayOfWeek.SUNDAY, 3)
                        .from(Instant.ofEpochSecond(1_769_904_000))
                        .until(Instant.ofEpochSecond(1_770_508_800)));
        assertThat(jobs.get(0).extra()).containsOnlyKeys("request_body");
        assertThat(jobs.toString()).contains("apiEndpoint", "frequency  dayOfTheWeek");
        assertThat(jobs.get(0).minuteOfTheHour()).isEqualTo(12);
        assertThat(jobs.get(1).schedule()).hasValue(Schedule.daily(5));
        assertThat(jobs.subList(2, 5))
                .allSatisfy(job -> assertThat(job.schedule()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "HOURLY,*,*,HOURLY",
        "daily,*,5,DAILY at 05:00 UTC",
        "WEEKLY,0,0,WEEKLY on SUNDAY at 00:00 UTC",
        "WEEKLY,6,23,WEEKLY on SATURDAY at 23:00 UTC"
    })
    void parse_whenTheWordsGoTogether_thenSchedule(String frequency, String day, String hour, String shown) {
        Schedule schedule = Schedule.parse(frequency, day, hour);

        assertThat(schedule).hasToString(shown).isEqualTo(Schedule.parse(frequency, day, hour));
        assertThat(schedule).hasSameHashCodeAs(Schedule.parse(frequency, day, hour));
        assertThat(schedule).isNotEqualTo(schedule.until(Instant.now()));
        assertThat(schedule.dayNumber()).isEqualTo(day.equals("*") ? null : Integer.valueOf(day));
    }

    @ParameterizedTest
    @CsvSource({
        "HOURLY,1,*,HOURLY takes no day",
        "HOURLY,*,1,HOURLY takes no day",
        "DAILY,*,*,DAILY an hour alone",
        "DAILY,1,1,DAILY an hour alone",
        "WEEKLY,*,1,WEEKLY both",
        "WEEKLY,1,*,WEEKLY both",
        "MONTHLY,1,1,frequency must be",
        "WEEKLY,7,1,day must be 0 (Sunday) to 6 or *: 7",
        "WEEKLY,-1,1,day must be",
        "WEEKLY,x,1,day must be",
        "WEEKLY,'',1,day must be",
        "DAILY,*,24,hour must be 0 to 23 or *: 24",
        "DAILY,*,1.5,hour must be"
    })
    void parse_whenTheWordsDoNotGoTogether_thenRefused(String frequency, String day, String hour, String says) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse(frequency, day, hour))
                .withMessageContaining(says);
    }

    @Test
    void action_whenShown_thenSaysWhatIsCalled() {
        assertThat(ScheduledAction.reboot(7)).hasToString("PUT /api/v0/instances/reboot/7/");
        assertThat(ScheduledAction.cloudCopy(CloudCopy.toCloud(7, "/a", 1, "/b").build()))
                .hasToString("POST /api/v0/commands/rclone/");
        assertThatThrownBy(() -> ScheduledAction.reboot(7).body().put("a", 1))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
