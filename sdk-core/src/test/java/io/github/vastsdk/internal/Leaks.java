package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.github.vastsdk.Call;
import io.github.vastsdk.CallObserver;
import io.github.vastsdk.Listing;
import io.github.vastsdk.Mode;
import io.github.vastsdk.Page;
import io.github.vastsdk.Reply;
import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects everything that a test lets the library show, and looks for a marked secret in it. */
public final class Leaks implements CallObserver {
    /** Stands in every secret. */
    public static final String MARK = "mArKeD7sEcReT";

    public final LogCapture log = new LogCapture();

    private final List<Object> seen = new ArrayList<>();

    @Override
    public void onStart(long execution, String operation) {
        seen.add(operation);
    }

    @Override
    public void onRetry(long execution, String operation, SdkException failure, Duration wait) {
        seen.add(failure);
    }

    @Override
    public void onEnd(long execution, String operation, @Nullable Throwable failure, Duration took) {
        if (failure != null) {
            seen.add(failure);
        }
    }

    /** Keeps something that may be shown. */
    public void see(@Nullable Object shown) {
        seen.add(shown);
    }

    /** Gives all that is kept. */
    public List<Object> seen() {
        return seen;
    }

    /** Executes a call that has a secret in it or answers with one, and keeps all that it shows. */
    public <T> T run(Mode mode, Call<T> call) {
        seen.add(call);
        seen.add(call.retries(0));
        seen.add(call.withReply());
        seen.add(call.raw());
        T answer = mode.run(call);
        seen.add(answer);
        return answer;
    }

    /** Executes a call that fails, and keeps all that it shows. */
    public Throwable fail(Mode mode, Call<?> call) {
        seen.add(call);
        Throwable failure = catchThrowable(() -> mode.run(call));
        assertThat(failure).isInstanceOf(SdkException.class);
        seen.add(failure);
        return failure;
    }

    /**
     * Ends the collection and looks through it.
     *
     * @param excused lines of the log that may hold the secret, since a caller or the service put it there
     */
    public void check(Predicate<String> excused) {
        log.close();
        seen.forEach(Leaks::checkShown);
        assertThat(log.own(Level.ERROR)).isEmpty();
        assertThat(log.lines())
                .isNotEmpty()
                .filteredOn(line -> !excused.test(line))
                .allSatisfy(line -> assertThat(line).doesNotContain(MARK));
    }

    /** Looks at everything that a value shows without being asked for a secret. */
    private static void checkShown(@Nullable Object value) {
        if (value instanceof Throwable failure) {
            checkFailure(failure);
        }
        if (value instanceof Call<?> call) {
            assertThat(call.toCurl()).doesNotContain(MARK);
        }
        if (value instanceof Listing<?> listing) {
            assertThat(listing.toHtml()).doesNotContain(MARK);
        }
        if (value instanceof Page<?> page) {
            checkShown(page.items());
        }
        if (value instanceof Reply<?> reply) {
            checkShown(reply.value());
        }
        if (value instanceof Optional<?> found) {
            checkShown(found.orElse(null));
        }
        if (value instanceof Collection<?> values) {
            values.stream().filter(part -> !(part instanceof String)).forEach(Leaks::checkShown);
        }
        if (value instanceof Record row) {
            Stream.of(row.getClass().getRecordComponents()).forEach(component -> {
                try {
                    Object part = component.getAccessor().invoke(row);
                    // Texts are the answer itself; they are shown where the record or a table shows them.
                    if (part instanceof Record || part instanceof Map<?, ?>) {
                        checkShown(part);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(String.valueOf(value)).doesNotContain(MARK);
    }

    private static void checkFailure(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).doesNotContain(MARK);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(MARK);
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(MARK);
            assertThat(cause.getSuppressed()).isEmpty();
            if (cause instanceof ApiException refused) {
                assertThat(refused.body()).doesNotContain(MARK);
                assertThat(String.valueOf(refused.detail())).doesNotContain(MARK);
                assertThat(refused.headers().toString()).doesNotContain(MARK);
                assertThat(refused.code().toString()).doesNotContain(MARK);
                assertThat(refused.operation()).doesNotContain(MARK);
            }
            if (cause instanceof ResponseFormatException unreadable) {
                assertThat(unreadable.body()).doesNotContain(MARK);
            }
        }
    }
}
