package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.VirtualTimer;
import io.github.vastsdk.model.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

class PagedCallTest extends WireTest {
    private final VirtualTimer timer = new VirtualTimer();

    @Override
    VastClient.Builder client() {
        return super.client().timer(timer);
    }

    private void page(String ids, String next) {
        answer(200, "{\"instances\": [" + ids + "], \"next_token\": " + next + "}");
    }

    private void stall() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
    }

    @Test
    void header_whenSetOnce_thenIsSentForEveryPage() throws InterruptedException {
        page("{\"id\": 1}", "\"a/+=\"");
        page("", "\"b\"");
        page("{\"id\": 2}", "null");

        List<Long> ids = new ArrayList<>();
        for (Instance instance : vast.instances().list().header("X-Trace", "t").retries(2)) {
            ids.add(instance.id());
        }

        assertThat(ids).containsExactly(1L, 2L);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RecordedRequest request = request();
            assertThat(request.getHeaders().get("X-Trace")).isEqualTo("t");
            assertThat(request.getUrl().queryParameter("limit")).isEqualTo("25");
            tokens.add(request.getUrl().queryParameter("after_token"));
        }
        assertThat(tokens).containsExactly(null, "a/+=", "b");
    }

    @Test
    void after_whenTokenIsGiven_thenStartsThereAndKeepsTheOptions() throws InterruptedException {
        page("{\"id\": 3}", "null");

        assertThat(vast.instances().list().header("X-Trace", "t").after("there").all())
                .extracting(Instance::id)
                .containsExactly(3L);

        RecordedRequest request = request();
        assertThat(request.getUrl().queryParameter("after_token")).isEqualTo("there");
        assertThat(request.getHeaders().get("X-Trace")).isEqualTo("t");
        assertThatNullPointerException()
                .isThrownBy(() -> vast.instances().list().after(null));
    }

    @Test
    void timeout_whenALaterPageStalls_thenHoldsForItToo() throws InterruptedException {
        page("{\"id\": 1}", "\"a\"");
        stall();
        PagedCall<Instance> list =
                vast.instances().list().timeout(Duration.ofSeconds(5)).retries(0);

        CompletableFuture<Listing<Instance>> all = CompletableFuture.supplyAsync(list::all);

        assertThatThrownBy(() -> timer.runUntil(all, Duration.ofSeconds(5)))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("within 5000 ms");
    }

    @Test
    void deadline_whenALaterPageStalls_thenHoldsForEachPage() throws InterruptedException {
        page("{\"id\": 1}", "\"a\"");
        stall();
        PagedCall<Instance> list = vast.instances().list().deadline(Duration.ofSeconds(7));

        CompletableFuture<Listing<Instance>> all = CompletableFuture.supplyAsync(list::all);

        assertThatThrownBy(() -> timer.runUntil(all, Duration.ofSeconds(7)))
                .cause()
                .isInstanceOf(TimedOutException.class)
                .hasMessageContaining("deadline of 7000 ms");
    }

    @Test
    void all_whenALaterPageFails_thenGivesNoPartOfTheList() {
        page("{\"id\": 1}", "\"a\"");
        answer(500, "{}");

        assertThatThrownBy(() -> vast.instances().list().all()).isInstanceOf(ServerException.class);
    }

    @Test
    void iterator_whenAtItsEnd_thenHasNoMore() {
        page("{\"id\": 1}", "null");
        Iterator<Instance> rows = vast.instances().list().iterator();

        assertThat(rows.hasNext()).isTrue();
        assertThat(rows.next().id()).isEqualTo(1);
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void iterator_whenMadeAndNotUsed_thenSendsNothing() {
        assertThat(vast.instances().list().iterator()).isNotNull();
        assertThat(vast.instances().list().stream()).isNotNull();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void withReplyAndRaw_whenPaged_thenAreAboutOnePage() {
        page("{\"id\": 1}", "\"a\"");
        Reply<Page<Instance>> reply = vast.instances().list().withReply().execute();
        assertThat(reply.value().nextToken()).isEqualTo("a");
        page("{\"id\": 1}", "\"a\"");
        assertThat(vast.instances().list().raw().execute().path("next_token").asText())
                .isEqualTo("a");
        page("{\"id\": 1}", "\"a\"");
        assertThat(vast.instances().list().firstPage().items()).hasSize(1);
    }

    @Test
    void call_whenRunAsCallable_thenExecutes() throws Exception {
        page("{\"id\": 1}", "null");
        assertThat(vast.instances().list().call().items()).hasSize(1);
    }
}
