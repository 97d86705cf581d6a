package io.github.vastsdk.request;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a job runs: every hour, every day or every week, between two points in time. Days and hours are those of UTC.
 * Immutable.
 */
public final class Schedule {
    /** How long a schedule lasts whose end is not set: seven days, as with the official client. */
    public static final Duration DEFAULT_LENGTH = Duration.ofDays(7);

    private static final String EVERY = "*";
    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private final Frequency frequency;
    private final @Nullable DayOfWeek day;
    private final @Nullable Integer hour;
    private final @Nullable Instant from;
    private final @Nullable Instant until;

    /** How often a job runs. */
    public enum Frequency {
        /** Every hour. */
        HOURLY,
        /** Every day at one hour. */
        DAILY,
        /** On one day of each week, at one hour. */
        WEEKLY
    }

    private Schedule(
            Frequency frequency,
            @Nullable DayOfWeek day,
            @Nullable Integer hour,
            @Nullable Instant from,
            @Nullable Instant until) {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a schedule must end after it begins: from " + from + " until " + until);
        }
        this.frequency = frequency;
        this.day = day;
        this.hour = hour;
        this.from = from;
        this.until = until;
    }

    /**
     * Makes a schedule of every hour.
     *
     * @return the schedule
     */
    public static Schedule hourly() {
        return new Schedule(Frequency.HOURLY, null, null, null, null);
    }

    /**
     * Makes a schedule of every day.
     *
     * @param hour the hour in UTC, 0 to 23
     * @return the schedule
     * @throws IllegalArgumentException if there is no such hour
     */
    public static Schedule daily(int hour) {
        return new Schedule(Frequency.DAILY, null, checked(hour), null, null);
    }

    /**
     * Makes a schedule of every week.
     *
     * @param day the day in UTC
     * @param hour the hour in UTC, 0 to 23
     * @return the schedule
     * @throws IllegalArgumentException if there is no such hour
     */
    public static Schedule weekly(DayOfWeek day, int hour) {
        return new Schedule(Frequency.WEEKLY, Objects.requireNonNull(day, "day"), checked(hour), null, null);
    }

    /**
     * Reads a schedule in the words of the official command line.
     *
     * @param frequency {@code HOURLY}, {@code DAILY} or {@code WEEKLY}, in any case
     * @param day 0 for Sunday to 6 for Saturday, or {@code *} for every day
     * @param hour 0 to 23, or {@code *} for every hour
     * @return the schedule
     * @throws IllegalArgumentException if there is no such frequency, day or hour, or they do not go together
     */
    public static Schedule parse(String frequency, String day, String hour) {
        Integer number = number(day, DAYS, "day must be 0 (Sunday) to 6 or *");
        Integer at = number(hour, HOURS, "hour must be 0 to 23 or *");
        switch (frequency.toUpperCase(Locale.ROOT)) {
            case "HOURLY" -> {
                if (number == null && at == null) {
                    return hourly();
                }
            }
            case "DAILY" -> {
                if (number == null && at != null) {
                    return daily(at);
                }
            }
            case "WEEKLY" -> {
                if (number != null && at != null) {
                    return weekly(dayOfWeek(number), at);
                }
            }
            default -> throw new IllegalArgumentException("frequency must be HOURLY, DAILY or WEEKLY: " + frequency);
        }
        throw new IllegalArgumentException("HOURLY takes no day and no hour, DAILY an hour alone, WEEKLY both; not "
                + frequency + " with day " + day + " and hour " + hour);
    }

    private static @Nullable Integer number(String text, int end, String rule) {
        if (text.equals(EVERY)) {
            return null;
        }
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) >= end) {
            throw new IllegalArgumentException(rule + ": " + text);
        }
        return Integer.parseInt(text);
    }

    private static DayOfWeek dayOfWeek(int wire) {
        return DayOfWeek.of(wire == 0 ? DAYS : wire);
    }

    private static int checked(int hour) {
        if (hour < 0 || hour >= HOURS) {
            throw new IllegalArgumentException("hour must be 0 to 23: " + hour);
        }
        return hour;
    }

    /**
     * Sets when the schedule begins. Default: when the job is created or updated.
     *
     * @param begin the first moment, to the second
     * @return the changed schedule
     * @throws IllegalArgumentException if it is not before the end
     */
    public Schedule from(Instant begin) {
        return new Schedule(frequency, day, hour, Objects.requireNonNull(begin, "begin"), until);
    }

    /**
     * Sets when the schedule ends. Default: {@link #DEFAULT_LENGTH} after it begins.
     *
     * @param end the last moment, to the second
     * @return the changed schedule
     * @throws IllegalArgumentException if it is not after the beginning
     */
    public Schedule until(Instant end) {
        return new Schedule(frequency, day, hour, from, Objects.requireNonNull(end, "end"));
    }

    /**
     * Returns how often the job runs.
     *
     * @return the frequency
     */
    public Frequency frequency() {
        return frequency;
    }

    /**
     * Returns the day.
     *
     * @return the day in UTC; null for every day
     */
    public @Nullable DayOfWeek day() {
        return day;
    }

    /**
     * Returns the day as the API counts.
     *
     * @return 0 for Sunday to 6 for Saturday; null for every day
     */
    public @Nullable Integer dayNumber() {
        return day == null ? null : day.getValue() % DAYS;
    }

    /**
     * Returns the hour.
     *
     * @return 0 to 23 in UTC; null for every hour
     */
    public @Nullable Integer hour() {
        return hour;
    }

    /**
     * Returns when the schedule begins.
     *
     * @return the first moment; null for the moment of sending
     */
    public @Nullable Instant from() {
        return from;
    }

    /**
     * Returns when the schedule ends.
     *
     * @return the last moment; null for {@link #DEFAULT_LENGTH} after the beginning
     */
    public @Nullable Instant until() {
        return until;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Schedule that
                && frequency == that.frequency
                && day == that.day
                && Objects.equals(hour, that.hour)
                && Objects.equals(from, that.from)
                && Objects.equals(until, that.until);
    }

    @Override
    public int hashCode() {
        return Objects.hash(frequency, day, hour, from, until);
    }

    /** Shows the schedule, such as {@code WEEKLY on SUNDAY at 03:00 UTC until 2026-02-08T00:00:00Z}. */
    @Override
    public String toString() {
        return frequency
                + (day == null ? "" : " on " + day)
                + (hour == null ? "" : String.format(Locale.ROOT, " at %02d:00 UTC", hour))
                + (from == null ? "" : " from " + from)
                + (until == null ? "" : " until " + until);
    }
}
