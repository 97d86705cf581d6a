package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class InstanceTasksTest {
    private final SandboxClock clock = SandboxClock.manual();
    private final VastSandbox sandbox =
            VastSandbox.builder().clock(clock).taskDelay(Duration.ofSeconds(2)).start();
    private final TestClient client = new TestClient(sandbox);
    private final long running = sandbox.instanceIds().get(0);
    private final long stopped = sandbox.instanceIds().get(2);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Reply logs(long id, String body) throws IOException {
        return client.put("/api/v0/instances/request_logs/" + id + "/", body);
    }

    private Reply command(long id, String command) throws IOException {
        return client.put("/api/v0/instances/command/" + id + "/", "{\"command\":\"" + command + "\"}");
    }

    /** Fetches as a client should: without a key. */
    private Reply fetch(Reply asked) throws IOException {
        String path = URI.create(asked.json().path("result_url").asText()).getPath();
        return TestClient.send(client.request("GET", path, "").build());
    }

    private String text(Reply asked) throws IOException {
        clock.advance(Duration.ofSeconds(2));
        return fetch(asked).text();
    }

    @Test
    void logs_giveTheAddressOfATextThatIsThereLater() throws IOException {
        Reply asked = logs(running, "{}");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "result_url", "msg", "sandbox_unlisted");
        assertThat(asked.json().path("result_url").asText()).startsWith(sandbox.url() + "/");
        assertThat(fetch(asked).status()).isEqualTo(404);
        clock.advance(Duration.ofMillis(1_999));
        assertThat(fetch(asked).status()).isEqualTo(404);
        clock.advance(Duration.ofMillis(1));
        Reply ready = fetch(asked);
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        JsonNode row = client.get("/api/v0/instances/" + running + "/").json().path("instances");
        assertThat(ready.text())
                .contains("C." + running)
                .contains(row.path("image_uuid").asText())
                .contains(row.path("onstart").asText())
                .endsWith("\n");
    }

    @Test
    void result_whenFetchedWithAKey_isRefused() throws IOException {
        Reply asked = logs(running, "{}");
        clock.advance(Duration.ofSeconds(2));
        String path = URI.create(asked.json().path("result_url").asText()).getPath();
        assertThat(client.get(path).status()).isEqualTo(400);
        assertThat(fetch(asked).status()).isEqualTo(200);
    }

    @Test
    void logs_whenTailed_giveTheLastLines() throws IOException {
        String all = text(logs(running, "{}"));
        String last = text(logs(running, "{\"tail\":\"2\"}"));
        assertThat(last.lines()).hasSize(2);
        assertThat(all).endsWith(last);
        assertThat(text(logs(running, "{\"tail\":\"0\"}"))).isEmpty();
    }

    @Test
    void logs_whenFiltered_giveMatchingLines() throws IOException {
        assertThat(text(logs(running, "{\"filter\":\"epoch\",\"tail\":\"2\"}")).lines())
                .hasSize(2)
                .allMatch(line -> line.contains("epoch"));
        assertThat(text(logs(running, "{\"filter\":\"no such text\"}"))).isEmpty();
    }

    @Test
    void logs_whenOfTheDaemon_areOthers() throws IOException {
        assertThat(text(logs(running, "{\"daemon_logs\":\"true\"}")).lines())
                .isNotEmpty()
                .allMatch(line -> line.contains(" daemon["));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"tail\":7}", "{\"tail\":\"many\"}"})
    void logs_whenTheTailIsNoTextOfDigits_areRefused(String body) throws IOException {
        Reply reply = logs(running, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_args");
    }

    @Test
    void logs_whenThereIsNoSuchInstance_areNotFoundWithoutSuccess() throws IOException {
        Reply reply = logs(1, "{}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).isEqualTo("invalid_id");
        assertThat(reply.json().has("success")).isFalse();
    }

    @Test
    void command_runsOnStoppedInstances() throws IOException {
        Reply asked = command(stopped, "ls -l /workspace");
        assertThat(asked.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("success", "writeable_path", "result_url", "msg", "sandbox_unlisted");
        assertThat(fetch(asked).status()).isEqualTo(404);
        assertThat(text(asked)).isEqualTo("data\nmodel.pt\n");
    }

    @Test
    void command_showsTheHostsPath() throws IOException {
        Reply asked = command(running, "du -s /workspace/data");
        String root = asked.json().path("writeable_path").asText();
        assertThat(root).startsWith("/");
        assertThat(text(asked)).isEqualTo("1500\t" + root + "/workspace/data\n");
    }

    @Test
    void command_whenItRemoves_changesWhatIsThere() throws IOException {
        assertThat(text(command(running, "rm /workspace/data"))).contains("Is a directory");
        assertThat(text(command(running, "rm /workspace/data/test.csv"))).isEmpty();
        assertThat(text(command(running, "ls /workspace/data/"))).isEqualTo("train.csv\n");
        assertThat(text(command(running, "rm -rf /workspace"))).isEmpty();
        assertThat(text(command(running, "ls"))).isEqualTo("opt\n");
        assertThat(text(command(running, "ls /workspace"))).contains("No such file or directory");
        assertThat(text(command(stopped, "ls /workspace/model.pt"))).endsWith("/workspace/model.pt\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo hello", "ls; id", "ls | wc", "rm $HOME", "cat /etc/passwd", "lsof", ""})
    void command_whenItIsNotOneOfThree_isRefused(String command) throws IOException {
        Reply reply = command(running, command);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_args");
        assertThat(reply.json().path("msg").asText()).isEqualTo("Invalid command given");
    }

    @Test
    void command_whenTooLong_isRefused() throws IOException {
        assertThat(command(running, "ls " + "a".repeat(509)).status()).isEqualTo(200);
        assertThat(command(running, "ls " + "a".repeat(510)).error()).isEqualTo("invalid_args");
    }

    @ParameterizedTest
    @CsvSource({"not json", "[]", "\"ls\""})
    void command_whenTheBodyIsNoObject_isRefusedWith483(String body) throws IOException {
        Reply reply = client.put("/api/v0/instances/command/" + running + "/", body);
        assertThat(reply.status()).isEqualTo(483);
        assertThat(reply.error()).isEqualTo("invalid_args");
    }

    @Test
    void command_whenThereIsNoSuchInstance_isRefused() throws IOException {
        Reply reply = command(1, "ls");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_container_id");
    }

    @Test
    void command_whenThereIsNoContainerYet_isRefused() throws IOException {
        JsonNode offer =
                client.post("/api/v0/bundles/", "{}").json().path("offers").path(0);
        Reply rented = client.put("/api/v0/asks/" + offer.path("id") + "/", "{\"image\":\"ubuntu\",\"disk\":8}");
        Reply reply = command(rented.json().path("new_contract").asLong(), "ls");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("invalid_container");
    }
}
