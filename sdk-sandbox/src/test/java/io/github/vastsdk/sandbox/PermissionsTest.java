package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PermissionsTest {
    private final VastSandbox sandbox = VastSandbox.start();
    private final TestClient owner = new TestClient(sandbox);
    private final long low = Collections.min(sandbox.instanceIds());
    private final long high = Collections.max(sandbox.instanceIds());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TestClient keyWith(String api) throws IOException {
        Reply reply = owner.post("/api/v0/auth/apikeys/", "{\"name\":\"k\",\"permissions\":{\"api\":" + api + "}}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return new TestClient(sandbox, reply.json().path("key").asText());
    }

    private static String show(long id) {
        return "/api/v0/instances/" + id + "/";
    }

    @Test
    void category_allowsItsOperationsOnly() throws IOException {
        TestClient reader = keyWith("{\"instance_read\":{}}");
        assertThat(reader.get("/api/v1/instances/").status()).isEqualTo(200);
        Reply refused = reader.delete(show(low));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error()).isEqualTo("not_authorized");
        assertThat(reader.get("/api/v0/ssh/").status()).isEqualTo(403);
        assertThat(sandbox.instanceIds()).contains(low);
    }

    @Test
    void category_whenNoneIsGiven_allowsNothing() throws IOException {
        assertThat(keyWith("{}").get("/api/v1/instances/").status()).isEqualTo(403);
    }

    @Test
    void operation_whenNamed_isTheOnlyOneOfItsCategory() throws IOException {
        TestClient narrow = keyWith("{\"instance_read\":{\"api.instance.show\":{}}}");
        assertThat(narrow.get(show(low)).status()).isEqualTo(200);
        assertThat(narrow.get("/api/v1/instances/").status()).isEqualTo(403);
    }

    @Test
    void wildcard_allowsTheOthers() throws IOException {
        TestClient key = keyWith(
                "{\"instance_read\":{\"api.instance.show\":{\"constraints\":{\"id\":{\"eq\":" + low + "}}},\"*\":{}}}");
        assertThat(key.get("/api/v1/instances/").status()).isEqualTo(200);
        assertThat(key.get(show(low)).status()).isEqualTo(200);
        assertThat(key.get(show(high)).status()).isEqualTo(403);
    }

    @Test
    void constraint_boundsAnArgument() throws IOException {
        TestClient atLeast = keyWith(
                "{\"instance_read\":{\"api.instance.show\":{\"constraints\":{\"id\":{\"gte\":" + high + "}}}}}");
        assertThat(atLeast.get(show(high)).status()).isEqualTo(200);
        assertThat(atLeast.get(show(low)).status()).isEqualTo(403);
        TestClient atMost =
                keyWith("{\"instance_read\":{\"api.instance.show\":{\"constraints\":{\"id\":{\"gte\":1,\"lte\":" + low
                        + "}}}}}");
        assertThat(atMost.get(show(low)).status()).isEqualTo(200);
        assertThat(atMost.get(show(high)).status()).isEqualTo(403);
    }

    @Test
    void constraint_whenTheCallDoesNotSayTheParameter_isNotMet() throws IOException {
        TestClient key = keyWith("{\"instance_read\":{\"api.instance.list\":{\"constraints\":{\"limit\":{\"lte\":5}}}},"
                + "\"user_write\":{\"api.ssh.create\":{\"constraints\":{\"ssh_key\":{\"eq\":1}}}}}");
        assertThat(key.get("/api/v1/instances/").status()).isEqualTo(403);
        assertThat(key.get("/api/v1/instances/?limit=5").status()).isEqualTo(200);
        assertThat(key.post("/api/v0/ssh/", "{\"ssh_key\":\"ssh-rsa A\"}").status())
                .isEqualTo(403);
    }
}
