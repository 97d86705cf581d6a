package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.cloud.CloudCapability;
import io.github.vastsdk.cloud.GpuCloud;
import io.github.vastsdk.error.AuthenticationException;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.error.NotFoundException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.error.ServerException;
import io.github.vastsdk.error.TimedOutException;
import io.github.vastsdk.internal.ClientSettings;
import io.github.vastsdk.internal.TestBackoff;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.ThunderClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the view of each client sends, and that its calls are the client's own. */
class GpuCloudTest extends WireTest {
    private static final SshPublicKey KEY =
            SshKeyPair.generateEd25519("cloud test").publicKey();
    private static final String UUID = "0f3a6c1e";
    private static final String THUNDER_LIST =
            "{'1':{'uuid':'other','status':'STARTING'},'0':{'uuid':'0f3a6c1e','status':'RUNNING','ip':'192.0.2.7'}}";

    private ThunderClient thunder;
    private GpuCloud vastCloud;
    private GpuCloud thunderCloud;

    @BeforeEach
    void view() {
        ThunderClient.Builder builder = ThunderClient.builder()
                .token("token-of-this-test")
                .baseUrl(server.url("/").toString())
                .pacing(Pacing.off());
        ClientSettings.of(builder).backoff(TestBackoff.NONE);
        thunder = builder.build();
        vastCloud = GpuCloud.of(vast);
        thunderCloud = GpuCloud.of(thunder);
    }

    @AfterEach
    void closeThunder() {
        thunder.close();
    }

    private void says(int status, String text) {
        answer(status, json(text).toString());
    }

    private void page(String rows, String token, int total) {
        says(
                200,
                "{'success':true,'instances':[%s],'next_token':%s,'total_instances':%d}".formatted(rows, token, total));
    }

    private static String line(RecordedRequest request) {
        return request.getMethod() + " " + request.getUrl().encodedPath();
    }

    @ParameterizedTest
    @EnumSource
    void list_whenVastAnswersInPages_thenAllAreThere(Mode mode) throws InterruptedException {
        page("{'id':7},{'id':8}", "'t1'", 3);
        page("{'id':9}", "null", 3);

        Listing<RentedInstance> all = mode.run(vastCloud.list());

        assertThat(all).extracting(RentedInstance::instanceId).containsExactly("7", "8", "9");
        HttpUrl first = request().getUrl();
        HttpUrl second = request().getUrl();
        assertThat(first.encodedPath()).isEqualTo("/api/v1/instances/");
        assertThat(first.queryParameter("limit")).isEqualTo("25");
        assertThat(first.queryParameter("after_token")).isNull();
        assertThat(second.queryParameter("after_token")).isEqualTo("t1");
        assertThat(second.newBuilder().removeAllQueryParameters("after_token").build())
                .isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void list_whenAPageOfVastFails_thenNothingIsHandedOut(Mode mode) {
        page("{'id':7}", "'t1'", 2);
        says(401, "{'success':false,'error':'auth_error','msg':'Invalid user key'}");

        assertThatThrownBy(() -> mode.run(vastCloud.list())).isInstanceOf(AuthenticationException.class);
    }

    @ParameterizedTest
    @EnumSource
    void list_whenVastCountsMoreThanItHandsOut_thenThatIsNoList(Mode mode) {
        page("{'id':7}", "'t1'", 3);
        page("{'id':8}", "null", 3);

        assertThatThrownBy(() -> mode.run(vastCloud.list()))
                .isInstanceOf(ResponseFormatException.class)
                .hasMessageContaining("GET /api/v1/instances/")
                .hasMessageContaining("counts 3 rows and handed out 2");
    }

    @ParameterizedTest
    @EnumSource
    void list_whenThePagesOfVastGoRound_thenItEnds(Mode mode) {
        page("{'id':7}", "'t1'", 9);
        page("{'id':8}", "'t1'", 9);

        assertThatThrownBy(() -> mode.run(vastCloud.list()))
                .isInstanceOf(ResponseFormatException.class)
                .hasMessageContaining("same page token twice");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void list_whenOptionsAreSet_thenTheyHoldForEachPageOfVast(Mode mode) throws InterruptedException {
        page("{'id':7}", "'t1'", 2);
        says(503, "{}");

        assertThatThrownBy(
                        () -> mode.run(vastCloud.list().header("X-Trace", "a1").retries(0)))
                .isInstanceOf(ServerException.class);

        assertThat(server.getRequestCount()).isEqualTo(2);
        assertThat(request().getHeaders().get("X-Trace")).isEqualTo("a1");
        assertThat(request().getHeaders().get("X-Trace")).isEqualTo("a1");
    }

    @ParameterizedTest
    @EnumSource
    void list_whenTheReplyOfVastIsWanted_thenItIsThatOfAllPages(Mode mode) {
        for (int i = 0; i < 2; i++) {
            page("{'id':7}", "'t1'", 2);
            says(503, "{}");
            page("{'id':8}", "null", 2);
        }

        Reply<Listing<RentedInstance>> reply = mode.run(vastCloud.list().withReply());
        JsonNode raw = mode.run(vastCloud.list().raw());

        assertThat(reply.value()).extracting(RentedInstance::instanceId).containsExactly("7", "8");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.attempts()).isEqualTo(3);
        assertThat(reply.json()).isEqualTo(raw);
        assertThat(raw.findValuesAsText("id")).containsExactly("7", "8");
    }

    @ParameterizedTest
    @EnumSource
    void list_whenVastHasOnePage_thenItsJsonIsAsSent(Mode mode) {
        page("{'id':7}", "null", 1);

        assertThat(mode.run(vastCloud.list().raw()).path("instances")).isEqualTo(json("[{'id':7}]"));
    }

    @Test
    void list_whenItsFutureIsCancelled_thenNoFurtherPageIsAskedFor() throws InterruptedException {
        CompletableFuture<Listing<RentedInstance>> answer = vastCloud.list().executeAsync();
        request();

        assertThat(answer.cancel(true)).isTrue();
        page("{'id':7}", "'t1'", 2);

        assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void list_whenThunder_thenTheMapInItsOrder(Mode mode) throws InterruptedException {
        says(200, THUNDER_LIST);
        says(200, THUNDER_LIST);

        Reply<Listing<RentedInstance>> reply = mode.run(thunderCloud.list().withReply());

        assertThat(reply.value()).extracting(RentedInstance::instanceId).containsExactly(UUID, "other");
        assertThat(reply.value()).extracting(RentedInstance::isReady).containsExactly(true, false);
        assertThat(reply.json()).isEqualTo(json(THUNDER_LIST));
        assertThat(mode.run(thunderCloud.list())).hasSize(2);
        assertThat(line(request())).isEqualTo("GET /v1/instances/list");
    }

    @ParameterizedTest
    @EnumSource
    void list_whenALimitIsSet_thenItEndsTheCall(Mode mode) {
        Duration limit = Duration.ofMillis(50);
        for (GpuCloud cloud : List.of(vastCloud, thunderCloud)) {
            assertThatThrownBy(() -> mode.run(cloud.list().timeout(limit).retries(0)))
                    .isInstanceOf(TimedOutException.class)
                    .hasMessageContaining("no complete answer within 50 ms");
            assertThatThrownBy(() -> mode.run(cloud.list().deadline(limit)))
                    .isInstanceOf(TimedOutException.class)
                    .hasMessageContaining("the deadline of 50 ms passed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void find_whenVastHasIt_thenItIsThere(Mode mode) throws InterruptedException {
        says(200, "{'instances':{'id':7,'ssh_host':'ssh4.vast.ai','ssh_port':12345}}");

        RentedInstance found = mode.run(vastCloud.find("7")).orElseThrow();

        assertThat(found.instanceId()).isEqualTo("7");
        assertThat(found.sshEndpoints()).singleElement().satisfies(ssh -> assertThat(ssh.toCommand())
                .contains("root@ssh4.vast.ai"));
        assertThat(line(request())).isEqualTo("GET /api/v0/instances/7/");
    }

    @ParameterizedTest
    @EnumSource
    void find_whenVastSaysThereIsNone_thenThatIsTheAnswer(Mode mode) {
        String refusal = "{'success':false,'error':'no_such_instance','msg':'Instance not found.'}";
        says(404, refusal);
        says(200, "{'instances':null}");
        says(404, refusal);
        says(404, refusal);

        assertThat(mode.run(vastCloud.find("7"))).isEmpty();
        assertThat(mode.run(vastCloud.find("7"))).isEmpty();
        Reply<Optional<RentedInstance>> reply =
                mode.run(vastCloud.find("7").header("X-Trace", "a1").withReply());
        assertThat(reply.value()).isEmpty();
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.attempts()).isEqualTo(1);
        assertThat(reply.json()).isEqualTo(json(refusal));
        assertThatThrownBy(() -> mode.run(vastCloud.find("7").raw())).isInstanceOf(NoSuchInstanceException.class);
    }

    @ParameterizedTest
    @EnumSource
    void find_whenVastOnlyFailsToAnswer_thenNothingIsSaidToBeAbsent(Mode mode) {
        answer(404, "<html>not here</html>");
        says(404, "{'success':false,'msg':'Session expired. Please log in again.'}");
        says(200, "{}");

        assertThatThrownBy(() -> mode.run(vastCloud.find("7")))
                .isInstanceOf(NotFoundException.class)
                .isNotInstanceOf(NoSuchInstanceException.class);
        assertThatThrownBy(() -> mode.run(vastCloud.find("7").withReply())).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> mode.run(vastCloud.find("7"))).isInstanceOf(ResponseFormatException.class);
    }

    @ParameterizedTest
    @EnumSource
    void find_whenThunderHasIt_thenItIsThere(Mode mode) throws InterruptedException {
        says(200, THUNDER_LIST);

        RentedInstance found = mode.run(thunderCloud.find(UUID)).orElseThrow();

        assertThat(found.instanceId()).isEqualTo(UUID);
        assertThat(found.sshEndpoints()).singleElement().satisfies(ssh -> assertThat(ssh.toCommand())
                .contains("ubuntu@192.0.2.7"));
        assertThat(line(request())).isEqualTo("GET /v1/instances/list");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void ensureKey_whenVastFailsForAMoment_thenItIsSentAgain(Mode mode) throws InterruptedException {
        says(503, "{}");
        says(200, "{'success':true,'msg':'The key is there','key':'{}'}");

        Ack ack = mode.run(vastCloud.ensureKey("7", KEY));

        assertThat(ack.success()).isTrue();
        assertThat(ack.msg()).isEqualTo("The key is there");
        for (int i = 0; i < 2; i++) {
            RecordedRequest request = request();
            assertThat(line(request)).isEqualTo("POST /api/v0/instances/7/ssh/");
            assertThat(json(body(request))).isEqualTo(JSON.valueToTree(Map.of("ssh_key", KEY.toString())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ensureKey_whenThunderFailsForAMoment_thenItIsLookedUpAndSentAgain(Mode mode) throws InterruptedException {
        says(200, THUNDER_LIST);
        says(503, "{}");
        says(200, THUNDER_LIST);
        says(200, "{'success':true,'uuid':'0f3a6c1e','message':'The key is there','later':1}");

        Reply<Ack> reply = mode.run(thunderCloud.ensureKey(UUID, KEY).withReply());

        assertThat(reply.value().success()).isTrue();
        assertThat(reply.value().msg()).isEqualTo("The key is there");
        assertThat(reply.value().extra()).containsKey("later");
        assertThat(reply.attempts()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            assertThat(line(request())).isEqualTo("GET /v1/instances/list");
            RecordedRequest request = request();
            assertThat(line(request)).isEqualTo("POST /v1/instances/0/add_key");
            assertThat(json(body(request))).isEqualTo(JSON.valueToTree(Map.of("public_key", KEY.toString())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ensureKey_whenRetriesAreSwitchedOff_thenOneAttempt(Mode mode) {
        says(503, "{}");
        says(200, THUNDER_LIST);
        says(503, "{}");

        assertThatThrownBy(() -> mode.run(vastCloud.ensureKey("7", KEY).retries(0)))
                .isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThatThrownBy(() -> mode.run(thunderCloud.ensureKey(UUID, KEY).retries(0)))
                .isInstanceOf(ServerException.class);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void ensureKey_whenTheAnswerSaysThatItFailed_thenThatIsNoSuccess(Mode mode) {
        says(200, "{'success':false,'msg':'no'}");
        says(200, THUNDER_LIST);
        says(200, "{'success':false,'uuid':'0f3a6c1e','message':'no'}");

        assertThatThrownBy(() -> mode.run(vastCloud.ensureKey("7", KEY))).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> mode.run(thunderCloud.ensureKey(UUID, KEY))).isInstanceOf(RejectedException.class);
    }

    @Test
    void ensureKey_whenItIsInterrupted_thenTheClientsOwnExceptionSaysSo() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> thunderCloud.ensureKey(UUID, KEY).execute()).hasMessageContaining("add_key");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void calls_whenShown_thenAsTheClientShowsThem() {
        assertThat(vastCloud.list()).hasToString(vast.instances().list().toString());
        assertThat(vastCloud.list().toCurl()).isEqualTo(vast.instances().list().toCurl());
        assertThat(vastCloud.find("7")).hasToString(vast.instances().get(7).toString());
        assertThat(vastCloud.find("7").toCurl())
                .isEqualTo(vast.instances().get(7).toCurl());
        assertThat(thunderCloud.list()).hasToString(thunder.instances().list().toString());
        assertThat(thunderCloud.ensureKey(UUID, KEY))
                .hasToString(thunder.instances().addKey(UUID, KEY).toString());
        assertThat(thunderCloud.ensureKey(UUID, KEY).header("X-Trace", "a1").toCurl())
                .isEqualTo(thunder.instances()
                        .addKey(UUID, KEY)
                        .header("X-Trace", "a1")
                        .toCurl())
                .contains("X-Trace", "/add_key");
        assertThat(vastCloud.destroyAndVerify("7"))
                .hasToString(vast.instances().destroyAndVerify(7).toString());
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "-7", "+7", "07", " 7", "7.0", "x7", "\u0667", "1234567890123456789", UUID})
    void vast_whenAnIdHasNotItsForm_thenNothingIsBuilt(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vastCloud.find(id))
                .withMessageContaining("positive decimal number");
        assertThatIllegalArgumentException().isThrownBy(() -> vastCloud.ensureKey(id, KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> vastCloud.untilReady(id));
        assertThatIllegalArgumentException().isThrownBy(() -> vastCloud.destroyAndVerify(id));
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void thunder_whenAnIdIsBlank_thenNothingIsBuilt(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> thunderCloud.find(id));
        assertThatIllegalArgumentException().isThrownBy(() -> thunderCloud.ensureKey(id, KEY));
        assertThatIllegalArgumentException().isThrownBy(() -> thunderCloud.untilReady(id));
        assertThatIllegalArgumentException().isThrownBy(() -> thunderCloud.destroyAndVerify(id));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void clouds_whenDescribed_thenTheyDifferInWhatAProgramMustKnow() {
        assertThat(vastCloud.name()).isEqualTo("Vast.ai");
        assertThat(thunderCloud.name()).isEqualTo("Thunder Compute");
        assertThat(vastCloud.capabilities())
                .containsExactlyInAnyOrder(CloudCapability.STOP, CloudCapability.DETACH_KEY);
        assertThat(thunderCloud.capabilities()).isEmpty();
        assertThat(vastCloud.toString()).contains(vast.toString()).doesNotContain(API_KEY);
    }

    @Test
    void calls_whenTheClientIsClosed_thenTheyFailAsItsOwnDo() {
        Call<Ack> built = vastCloud.ensureKey("7", KEY);
        vast.close();

        assertThatThrownBy(built::execute).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> built.executeAsync().join())
                .isInstanceOfAny(IllegalStateException.class, CompletionException.class);
    }
}
