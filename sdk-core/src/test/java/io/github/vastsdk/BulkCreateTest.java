package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.IncompleteBulkException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.internal.LogCapture;
import io.github.vastsdk.model.BulkCreated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Many offers in several requests: what is sent, put together, and told when one of them fails. */
class BulkCreateTest extends WireTest {
    private static List<Long> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    private Call<BulkCreated> create(Collection<Long> offerIds) {
        return vast.instances().bulk().create(offerIds, r -> r.image("i").label("l"));
    }

    private void answerNew(long... instanceIds) {
        answer(
                200,
                json("{'success': true, 'new_contracts': "
                                + List.of(LongStream.of(instanceIds).boxed().toArray()) + "}")
                        .toString());
    }

    private List<Long> sentIds() throws InterruptedException {
        List<Long> sent = new ArrayList<>();
        JsonNode body = json(body(request()));
        assertThat(body.path("label").asText()).isEqualTo("l");
        body.path("ids").forEach(id -> sent.add(id.asLong()));
        return sent;
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenThereAreMoreThan64_thenSendsChunksInOrderAndPutsTheAnswersTogether(Mode mode)
            throws InterruptedException {
        answerNew(1001, 1002);
        answerNew(1003);
        answerNew();

        BulkCreated created = mode.run(create(ids(1, 130)));

        assertThat(created.instanceIds()).containsExactly(1001L, 1002L, 1003L);
        assertThat(created.answers()).hasSize(3);
        assertThat(sentIds()).isEqualTo(ids(1, 64));
        assertThat(sentIds()).isEqualTo(ids(65, 128));
        assertThat(sentIds()).isEqualTo(ids(129, 130));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenThereAreNoIds_thenSendsNothing(Mode mode) {
        Call<BulkCreated> call = create(List.of());

        assertThat(mode.run(call).instanceIds()).isEmpty();
        assertThat(mode.run(call.raw())).isEmpty();
        assertThat(call).hasToString("Call[POST /api/v0/asks/bulk/ without ids] (not sent; call .execute())");
        assertThat(call.toCurl()).isEmpty();
        assertThat(catchThrowable(call::withReply)).isInstanceOf(IllegalStateException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenAnIdIsGivenTwice_thenIsRentedOnce(Mode mode) throws InterruptedException {
        List<Long> twice = new ArrayList<>(ids(1, 64));
        twice.addAll(List.of(1L, 64L));
        answerNew(1001);

        mode.run(create(twice));

        assertThat(sentIds()).isEqualTo(ids(1, 64));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_whenAnIdCannotExist_thenSendsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(List.of(1L, 0L)))
                .withMessageContaining("each of offerIds must be positive: 0");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenOneRequestIsEnoughAndFails_thenThrowsItsFailure(Mode mode) {
        answer(410, "{\"success\": false, \"error\": \"no_such_ask\"}");

        assertThat(catchThrowable(() -> mode.run(create(ids(1, 64)))))
                .isExactlyInstanceOf(OfferUnavailableException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenALaterRequestFails_thenTellsWhatIsRentedAndWhatIsNot(Mode mode) {
        answerNew(1001, 1002);
        answer(502, "bad gateway");

        IncompleteBulkException partly = catchThrowableOfType(
                IncompleteBulkException.class,
                () -> mode.run(create(ids(1, 130)).retries(3)));

        assertThat(partly.done()).isEqualTo(ids(1, 64));
        assertThat(partly.failed()).isEqualTo(ids(65, 128));
        assertThat(partly.notSent()).isEqualTo(ids(129, 130));
        assertThat(partly.results(BulkCreated.class))
                .flatExtracting(BulkCreated::instanceIds)
                .containsExactly(1001L, 1002L);
        assertThat(partly.results(String.class)).isEmpty();
        assertThat(partly).hasCauseInstanceOf(ServerException.class);
        assertThat(partly.operation()).isEqualTo("POST /api/v0/asks/bulk/");
        assertThat(partly.attempts()).isEqualTo(1);
        assertThat(partly.getMessage())
                .startsWith("POST /api/v0/asks/bulk/ is incomplete: done for 64 ids, failed for 64 as the cause says, "
                        + "not sent for 2 (1 attempt, ");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenTheFirstOfSeveralMayHaveArrived_thenStopsThere(Mode mode) {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        IncompleteBulkException lost =
                catchThrowableOfType(IncompleteBulkException.class, () -> mode.run(create(ids(1, 65))));

        assertThat(lost.done()).isEmpty();
        assertThat(lost.failed()).isEqualTo(ids(1, 64));
        assertThat(lost.notSent()).containsExactly(65L);
        assertThat(lost.getCause())
                .isInstanceOfSatisfying(ConnectionLostException.class, cause -> assertThat(cause.sent())
                        .isEqualTo(Sent.MAYBE));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void withReply_whenALaterRequestFails_thenStillTellsWhatIsRented(Mode mode) {
        answerNew(1001);
        answer(401, "{\"success\": false, \"error\": \"auth_error\"}");

        IncompleteBulkException partly = catchThrowableOfType(
                IncompleteBulkException.class, () -> mode.run(create(ids(1, 65)).withReply()));

        assertThat(partly.results(BulkCreated.class))
                .flatExtracting(BulkCreated::instanceIds)
                .containsExactly(1001L);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void withReplyAndRaw_whenThereAreSeveralRequests_thenHoldAllAnswers(Mode mode) {
        answerNew(1);
        answerNew(2);
        Reply<BulkCreated> reply = mode.run(create(ids(1, 65)).withReply());
        assertThat(reply.value().instanceIds()).containsExactly(1L, 2L);
        assertThat(reply.json()).hasSize(2);
        assertThat(reply.attempts()).isEqualTo(2);

        answerNew(1);
        answerNew(2);
        assertThat(mode.run(create(ids(1, 65)).raw())).hasSize(2);

        answerNew(3);
        assertThat(mode.run(create(ids(1, 2)).raw()).path("success").asBoolean())
                .isTrue();
    }

    @Test
    void execute_whenInterruptedAmidALaterRequest_thenTellsWhatIsRented() throws InterruptedException {
        answerNew(1001);
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        Thread caller = Thread.currentThread();
        // A thread of its own: blocking one of the common pool could hold up the calls that it waits for.
        Thread interrupter = new Thread(() -> {
            try {
                request();
                request(); // the second has arrived
                caller.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        interrupter.start();

        IncompleteBulkException partly = catchThrowableOfType(
                IncompleteBulkException.class, () -> create(ids(1, 130)).execute());

        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();
        assertThat(partly.done()).isEqualTo(ids(1, 64));
        assertThat(partly.failed()).isEqualTo(ids(65, 128));
        assertThat(partly.notSent()).isEqualTo(ids(129, 130));
        assertThat(partly.getCause())
                .isInstanceOfSatisfying(CallCancelledException.class, cause -> assertThat(cause.sent())
                        .isEqualTo(Sent.MAYBE));
    }

    @Test
    void future_whenCancelledAmidARequest_thenSendsNoFurtherOne() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CompletableFuture<BulkCreated> future = create(ids(1, 130)).executeAsync();
        request();

        assertThat(future.cancel(true)).isTrue();

        answer(200, "[]");
        vast.sshKeys().list().execute();
        assertThat(request().getUrl().encodedPath()).isEqualTo("/api/v0/ssh/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'success': true, 'new_contract': 5} | 5",
                "{'success': true, 'new_contract': '5'} | 5",
                "{'new_contracts': [5, '6', 5]} | 5,6",
                "{'results': [{'ask': 1, 'new_contract': 5}, {'success': false}, {'new_contract': 6}]} | 5,6",
                "[{'new_contract': 5}, {'new_contract': null}] | 5",
                "{'1': {'new_contract': 5}, '2': {'new_contract': {'id': 6}}} | 5",
                "{'success': true} | "
            })
    void fromJson_whenIdsAreAnywhere_thenFindsThem(String answer, String expected) {
        List<Long> ids = expected == null
                ? List.of()
                : List.of(expected.split(",")).stream().map(Long::valueOf).toList();

        assertThat(BulkCreated.fromJson(json(answer).toString()).instanceIds()).isEqualTo(ids);
    }

    @Test
    void close_whenABulkCallFailed_thenWhatWasNotSentCountsAsDecidedUpon() {
        try (LogCapture log = new LogCapture()) {
            answer(500, "broken");
            assertThat(catchThrowable(() -> create(ids(1, 130)).execute())).isInstanceOf(IncompleteBulkException.class);
            vast.close();
            assertThat(log.own(Level.WARN)).isEmpty();
        }
    }
}
