package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.ScheduledJobExistsException;
import io.github.vastsdk.model.Deposit;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceFilter;
import io.github.vastsdk.model.PrepayResult;
import io.github.vastsdk.model.PriceIncrease;
import io.github.vastsdk.model.ScheduledJob;
import io.github.vastsdk.request.FilterOp;
import io.github.vastsdk.request.Schedule;
import io.github.vastsdk.request.ScheduledAction;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the price of an instance, and what is done to it by the calendar. */
class PricingJourneyTest extends MarketJourney {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void priceIncrease_whenAccepted_thenProlongsTheContract(Mode mode) {
        long id = running(mode);
        long other = running(mode);
        assertThat(run(mode, vast.instances().pricing().priceIncreases()).pending())
                .isEmpty();
        Instant end = Objects.requireNonNull(get(mode, id).times().endDate());
        double price = Objects.requireNonNull(get(mode, id).price().dphBase());

        long announced = sandbox.announcePriceIncrease(id, 1.5);
        sandbox.announcePriceIncrease(other, 2);

        PriceIncrease increase =
                run(mode, vast.instances().pricing().priceIncreases()).of(id).orElseThrow();
        assertThat(increase.id()).isEqualTo(announced);
        assertThat(increase.oldTerms().gpuPerHour()).isCloseTo(price, within(1e-9));
        assertThat(increase.newTerms().gpuPerHour()).isCloseTo(price * 1.5, within(1e-9));
        assertThat(increase.contractEnd()).isEqualTo(end);

        assertThat(run(mode, vast.instances().pricing().acceptPriceIncreaseOf(id))
                        .instanceId())
                .isEqualTo(id);
        assertThat(get(mode, id).times().endDate()).isAfter(end).isEqualTo(increase.askEnd());
        assertThat(run(mode, vast.instances().pricing().priceIncreases()).pending())
                .extracting(PriceIncrease::instanceId)
                .containsExactly(other);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void priceIncrease_whenRejected_thenIsDecidedOnce(Mode mode) {
        long id = running(mode);
        Instance before = get(mode, id);
        long announced = sandbox.announcePriceIncrease(id, 1.5);

        run(mode, vast.instances().pricing().rejectPriceIncrease(announced));

        assertThat(get(mode, id).times().endDate()).isEqualTo(before.times().endDate());
        assertThat(get(mode, id).price().dphBase()).isEqualTo(before.price().dphBase());
        assertThatThrownBy(() -> run(mode, vast.instances().pricing().rejectPriceIncrease(announced)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> run(mode, vast.instances().pricing().acceptPriceIncreaseOf(id)))
                .isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void prepayment_whenMade_thenIsInTheDepositAndOffTheCredit(Mode mode) {
        long id = running(mode);
        double credit =
                Objects.requireNonNull(run(mode, vast.account().current()).credit());

        PrepayResult paid = run(mode, vast.instances().pricing().prepay(id, 20));

        assertThat(paid.timescaleMonths()).isPositive();
        Deposit deposit = run(mode, vast.instances().pricing().deposit(id));
        assertThat(deposit.refundable()).isPositive();
        assertThat(run(mode, vast.account().current()).credit()).isCloseTo(credit - 20, within(0.01));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void bid_whenTheInstanceIsOnDemand_thenIsRefused(Mode mode) {
        long id = running(mode);

        assertThatThrownBy(() -> run(mode, vast.instances().pricing().changeBid(id, 1)))
                .isInstanceOf(BadRequestException.class);
        assertThat(get(mode, id).isReady()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void job_whenThereIsSuchAOne_thenIsNamedAndCanBeUpdated(Mode mode) {
        long id = running(mode);
        ScheduledAction reboot = ScheduledAction.reboot(id);
        run(mode, vast.scheduledJobs().create(reboot, Schedule.daily(4)));
        run(mode, vast.scheduledJobs().create(ScheduledAction.executeConstrained(id, "ls"), Schedule.hourly()));
        ScheduledJob job = job(mode, "/api/v0/instances/reboot/" + id + "/");
        assertThat(job.schedule().orElseThrow().hour()).isEqualTo(4);
        assertThat(job.instanceId()).isEqualTo(id);

        ScheduledJobExistsException exists = catchThrowableOfType(
                ScheduledJobExistsException.class,
                () -> run(mode, vast.scheduledJobs().create(reboot, Schedule.hourly())));
        assertThat(exists.scheduledJobId()).hasValue(job.id());

        run(mode, vast.scheduledJobs().createOrUpdate(reboot, Schedule.weekly(DayOfWeek.SUNDAY, 5)));
        Schedule changed =
                job(mode, "/api/v0/instances/reboot/" + id + "/").schedule().orElseThrow();
        assertThat(changed.day()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(changed.hour()).isEqualTo(5);
        run(mode, vast.scheduledJobs().update(job.id(), reboot, Schedule.hourly()));
        assertThat(job(mode, "/api/v0/instances/reboot/" + id + "/")
                        .schedule()
                        .orElseThrow()
                        .frequency())
                .isEqualTo(Schedule.Frequency.HOURLY);

        run(mode, vast.scheduledJobs().delete(job.id()));
        assertThat(run(mode, vast.scheduledJobs().list())).hasSize(1);
        assertThatThrownBy(() -> run(mode, vast.scheduledJobs().delete(job.id())))
                .isInstanceOf(NotFoundException.class);
    }

    private ScheduledJob job(Mode mode, String endpoint) {
        return run(mode, vast.scheduledJobs().list()).stream()
                .filter(job -> endpoint.equals(job.apiEndpoint()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void filters_whenInstancesRun_thenAreWhatAListCanBeNarrowedTo(Mode mode) {
        long id = running(mode);
        String gpu = Objects.requireNonNull(get(mode, id).gpu().name());

        assertThat(run(mode, vast.instances().filters()))
                .extracting(InstanceFilter::gpuName)
                .contains(gpu);
        assertThat(vast.instances()
                        .list(request -> request.where("gpu_name", FilterOp.EQ, gpu))
                        .all())
                .extracting(Instance::id)
                .containsExactly(id);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void snapshot_whenTaken_thenNamesTheImage(Mode mode) {
        long id = running(mode);

        assertThat(run(mode, vast.instances().takeSnapshot(id, options -> options.repository("me/it")))
                        .msg())
                .contains("me/it");
    }
}
