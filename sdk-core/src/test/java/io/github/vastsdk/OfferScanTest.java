package io.github.vastsdk;

import static io.github.vastsdk.OfferSearchTest.manyOffers;
import static io.github.vastsdk.OfferSearchTest.offers;
import static io.github.vastsdk.query.OfferFields.gpuName;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.FaultServer.Fault;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.CallCancelledException;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.TestBackoff;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Offers that are handed over while the answer arrives. */
class OfferScanTest extends WireTest {
    private final List<Long> taken = new CopyOnWriteArrayList<>();

    private Call<OfferScan> scan() {
        return vast.offers().search("").scan(offer -> taken.add(offer.id()));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    /** Sends half of an answer, and then this happens. */
    private void half(String body, SocketEffect then) {
        server.enqueue(
                new MockResponse.Builder().body(body).onResponseBody(then).build());
    }

    private static Long[] ids(int count) {
        return LongStream.rangeClosed(1, count).boxed().toArray(Long[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void scan_whenAnswered_thenHandsOverEachOfferThatFitsOnce(Mode mode) throws InterruptedException {
        answer(
                200,
                offers(
                        "{'id': 1, 'gpu_name': 'L4'}, {'id': 2, 'gpu_name': 'A40'}, null, {'id': 1, 'gpu_name': 'L4'},"
                                + " {'id': 3, 'gpu_name': 'L4', 'x': [{'offers': ']}'}], 'id': 4}",
                        ", 'truncated': true, 'next_token': null"));

        OfferScan scan = mode.run(vast.offers().search(gpuName.eq("L4")).scan(offer -> taken.add(offer.id())));

        assertThat(taken).containsExactly(1L, 4L);
        assertThat(scan).isEqualTo(new OfferScan(2, 1, true));
        assertThat(json(body(request())).path("gpu_name")).isEqualTo(json("{'eq': 'L4'}"));
    }

    @Test
    void scan_whenCompressed_thenReadsIt() throws IOException {
        byte[] body = gzip(offers(manyOffers(5000), ""));
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .chunkedBody(new Buffer().write(body), 1000)
                .build());

        assertThat(scan().execute()).isEqualTo(new OfferScan(5000, 0, false));
        assertThat(taken).containsExactly(ids(5000));
    }

    @Test
    void scan_whenRowsArrive_thenHandsThemOverBeforeTheLastByte() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        half(offers(manyOffers(5000), ""), SocketEffect.Stall.INSTANCE);

        CompletableFuture<OfferScan> running =
                vast.offers().search("").scan(offer -> first.countDown()).executeAsync();

        assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(running).isNotDone();
        running.cancel(true);
    }

    @ParameterizedTest
    @EnumSource
    void scan_whenTheAnswerBreaksOff_thenAsksAgainAndRepeatsNoOffer(Mode mode) {
        List<Integer> takenAtRetry = new ArrayList<>();
        try (VastClient observed = client().observer(new CallObserver() {
                    @Override
                    public void onRetry(long execution, String operation, SdkException failure, Duration wait) {
                        takenAtRetry.add(taken.size());
                    }
                })
                .build()) {
            half(offers(manyOffers(5000), ""), new SocketEffect.CloseSocket());
            half(offers(manyOffers(5000), ""), new SocketEffect.CloseSocket());
            answer(200, offers(manyOffers(5000), ""));
            Call<OfferScan> scan = observed.offers().search("").scan(offer -> taken.add(offer.id()));

            assertThat(mode.run(scan).offers()).isEqualTo(5000);

            assertThat(taken).containsExactly(ids(5000));
            assertThat(takenAtRetry).hasSize(2).allSatisfy(some -> assertThat(some)
                    .isBetween(1000, 4000));

            // The next execution is another one: it hands everything over again.
            answer(200, offers(manyOffers(10), ""));
            assertThat(mode.run(scan).offers()).isEqualTo(10);
            assertThat(taken).hasSize(5010);
        }
    }

    @ParameterizedTest
    @EnumSource
    void scan_whenItBreaksOffEachTime_thenFailsAndSaysHow(Mode mode) {
        half(offers(manyOffers(5000), ""), new SocketEffect.CloseSocket());
        half(offers(manyOffers(5000), ""), new SocketEffect.CloseSocket());

        assertThatThrownBy(() -> mode.run(scan().retries(1)))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("broke")
                .hasMessageContaining("2 attempts");
        assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void scan_whenTheCompressedAnswerIsCutShort_thenIsNotTakenForTheWhole() throws IOException {
        byte[] whole = gzip(offers(manyOffers(5000), ""));
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(whole, 0, whole.length / 2))
                .build());

        assertThatThrownBy(() -> scan().execute()).isInstanceOf(ResponseFormatException.class);
    }

    static Stream<Arguments> faults() {
        return FaultTableTest.rows().flatMap(row -> Stream.of(Mode.values()).map(mode -> Arguments.of(row, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void scan_whenEveryAnswerHasAFault_thenEndsAsEveryReadDoes(FaultTableTest.Row row, Mode mode) {
        boolean stalls = row.fault() == Fault.STALLED_HEADER || row.fault() == Fault.STALLED_BODY;
        try (FaultServer faulty = new FaultServer(row.fault());
                VastClient client = VastClient.builder()
                        .apiKey(API_KEY)
                        .baseUrl(faulty.url())
                        .backoff(TestBackoff.NONE)
                        .pacing(Pacing.off())
                        .retries(2)
                        .build()) {
            Call<OfferScan> scan = client.offers()
                    .search("")
                    .scan(offer -> taken.add(offer.id()))
                    .timeout(Duration.ofMillis(stalls ? 150 : 20_000));

            Throwable thrown = catchThrowable(() -> mode.run(scan));

            assertThat(thrown).isExactlyInstanceOf(row.thrown());
            assertThat(((SdkException) thrown).attempts())
                    .isEqualTo(row.attempts().get(FaultTableTest.Kind.READ));
            assertThat(taken).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void scan_whenTheAnswerIsNoListOfOffers_thenError(Mode mode) {
        for (String nonsense :
                List.of("", "null", "17", "\"x\"", "[1]", "{}", "{\"offers\": \"none\"}", "{\"offers\": [[]]}")) {
            answer(200, nonsense);
            assertThatThrownBy(() -> mode.run(scan())).as(nonsense).isInstanceOf(ResponseFormatException.class);
        }
        answer(200, "{\"offers\": [{\"id\": 1}], \"success\": false, \"msg\": \"half of the market is closed\"}");
        assertThatThrownBy(() -> mode.run(scan()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("half of the market is closed");
        answer(404, "{\"error\": \"auth_error\", \"msg\": \"Invalid user key\"}");
        assertThatThrownBy(() -> mode.run(scan())).isInstanceOf(AuthenticationException.class);
        assertThat(taken).containsOnly(1L);
    }

    @Test
    void scan_whenARowCannotBeRead_thenErrorAndNoRetry() {
        answer(200, offers(manyOffers(2000) + ", {'id': [], 'num_gpus': {}}", ""));

        assertThatThrownBy(() -> scan().execute())
                .isInstanceOf(ResponseFormatException.class)
                .hasMessageNotContaining("attempts");
        assertThat(taken).hasSize(2000);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void scan_whenLargerThanTheLimit_thenIsRefused() throws IOException {
        try (VastClient small = client().maxAnswerBytes(100_000).build()) {
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(gzip(offers(manyOffers(50_000), ""))))
                    .build());

            assertThatThrownBy(() -> small.offers()
                            .search("")
                            .scan(offer -> taken.add(offer.id()))
                            .execute())
                    .isInstanceOf(ResponseFormatException.class)
                    .hasMessageContaining("100000 bytes");
        }
    }

    @Test
    void scan_whenOneRowIsHuge_thenIsRefused() throws IOException {
        String huge = "{'id': 2, 'text': '" + "x".repeat(9 << 20) + "'}";
        for (String body : List.of(offers(huge, ""), offers(manyOffers(3), ", 'rest': '" + huge.substring(20)))) {
            server.enqueue(new MockResponse.Builder()
                    .addHeader("Content-Encoding", "gzip")
                    .body(new Buffer().write(gzip(body)))
                    .build());

            assertThatThrownBy(() -> scan().execute())
                    .isInstanceOf(ResponseFormatException.class)
                    .hasMessageContaining("8388608 bytes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void scan_whenTheTakerThrows_thenThatIsThrownAndNothingRepeated(Mode mode) {
        answer(200, offers(manyOffers(5000), ""));
        Call<OfferScan> stopped = vast.offers().search("").scan(offer -> {
            taken.add(offer.id());
            if (taken.size() == 3) {
                throw new IllegalArgumentException("enough");
            }
        });

        Throwable thrown = catchThrowable(() -> mode.run(stopped));

        assertThat(mode == Mode.SYNC ? thrown : thrown.getCause())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("enough");
        assertThat(taken).hasSize(3);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void scan_whenTheTakerThrowsAnError_thenThatIsThrownAndLaterCallsGoOn() {
        try (VastClient pacing = client().pacing(Pacing.adaptive()).build()) {
            answer(200, offers(manyOffers(3), ""));
            answer(200, offers(manyOffers(3), ""));
            Call<OfferScan> failing = pacing.offers().search("").scan(offer -> {
                throw new AssertionError("not this one");
            });

            assertThatThrownBy(failing::execute)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("not this one");
            assertThat(pacing.offers().search("").execute()).hasSize(3);
        }
    }

    @Test
    void scan_whenTheTakersOwnCallFails_thenTheScanIsNotRepeated() {
        answer(200, offers(manyOffers(3), ""));
        answer(503, "");
        Call<OfferScan> scan = vast.offers()
                .search("")
                .scan(offer -> vast.apiKeys().list().retries(0).execute());

        assertThatThrownBy(scan::execute).hasMessageContaining("GET /api/v0/auth/apikeys/");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void scan_whenCancelled_thenStopsReading() throws InterruptedException {
        half(offers(manyOffers(5000), ""), SocketEffect.Stall.INSTANCE);
        List<Thread> readers = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        CompletableFuture<OfferScan> running = vast.offers()
                .search("")
                .scan(offer -> {
                    readers.add(Thread.currentThread());
                    first.countDown();
                })
                .executeAsync();
        assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();

        running.cancel(true);

        Thread reader = readers.get(0);
        reader.join(20_000);
        assertThat(reader.isAlive()).isFalse();
        assertThat(reader.isDaemon()).isTrue();
    }

    @Test
    void scan_whenTheClientCloses_thenEndsAsCancelled() throws InterruptedException {
        half(offers(manyOffers(5000), ""), SocketEffect.Stall.INSTANCE);
        CountDownLatch first = new CountDownLatch(1);
        VastClient closing = client().build();
        CompletableFuture<OfferScan> running =
                closing.offers().search("").scan(offer -> first.countDown()).executeAsync();
        assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();

        closing.close();

        assertThatThrownBy(running::join).hasCauseInstanceOf(CallCancelledException.class);
    }

    @ParameterizedTest
    @EnumSource
    void scan_whenTheAnswerStopsComing_thenTimesOut(Mode mode) {
        half(offers(manyOffers(5000), ""), SocketEffect.Stall.INSTANCE);

        assertThatThrownBy(() -> mode.run(scan().retries(0).timeout(Duration.ofMillis(300))))
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("no complete answer within 300 ms");
    }

    @Test
    void scan_whenTheSearchHasOptions_thenTheyHold() throws InterruptedException {
        answer(503, "");
        half(offers(manyOffers(5000), ""), SocketEffect.Stall.INSTANCE);

        assertThatThrownBy(() -> vast.offers()
                        .search("")
                        .header("X-Trace", "1")
                        .retries(1)
                        .timeout(Duration.ofMillis(500))
                        .bySearchAsks()
                        .scan(offer -> {})
                        .execute())
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("500 ms");
        assertThat(request().getHeaders().get("X-Trace")).isEqualTo("1");
        assertThat(request().getUrl().encodedPath()).isEqualTo("/api/v0/search/asks/");
    }

    @Test
    void scan_whenWithReplyOrRaw_thenTheAnswerIsNotKeptOrKeptWhole() {
        answer(200, offers(manyOffers(3), ""));
        Reply<OfferScan> reply = scan().withReply().execute();
        assertThat(reply.value().offers()).isEqualTo(3);
        assertThat(reply.headers()).containsKey("content-type");
        assertThatThrownBy(reply::json).isInstanceOf(IllegalStateException.class);

        answer(200, offers(manyOffers(3), ""));
        assertThat(scan().raw().execute().path("offers").size()).isEqualTo(3);
        assertThat(taken).hasSize(3);
    }
}
