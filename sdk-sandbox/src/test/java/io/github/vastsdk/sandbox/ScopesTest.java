package io.github.vastsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.sandbox.TestClient.Reply;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation needs one permission category, which its method does not always tell. */
@Timeout(30)
class ScopesTest {
    private static final List<String> CATEGORIES = List.of(
            "instance_read",
            "instance_write",
            "user_read",
            "user_write",
            "billing_read",
            "billing_write",
            "machine_read",
            "machine_write",
            "team_read",
            "team_write",
            "misc");

    private static TestClient with(VastSandbox sandbox, List<String> categories) throws IOException {
        String api = categories.stream().map(name -> "\"" + name + "\":{}").collect(Collectors.joining(","));
        String body = "{\"name\":\"scoped\",\"permissions\":{\"api\":{" + api + "}}}";
        Reply created = new TestClient(sandbox).post("/api/v0/auth/apikeys/", body);
        return new TestClient(sandbox, created.json().path("key").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT| instances/request_logs/1/| instance_read",
                "PUT| instances/command/1/| instance_write",
                "GET| instances/filters/| instance_read",
                "POST| instances/take_snapshot/1/| instance_write",
                "PUT| instances/update_template/1/| instance_write",
                "PUT| instances/prepay/1/| instance_write",
                "GET| instances/balance/1/| instance_read",
                "GET| instances/pending-price-increases/| instance_read",
                "PUT| instances/accept-price-increase/| instance_write",
                "PUT| instances/reject-price-increase/| instance_write",
                "GET| commands/schedule_job/| instance_read",
                "POST| commands/schedule_job/| instance_write",
                "PUT| commands/schedule_job/1/| instance_write",
                "DELETE| commands/schedule_job/1/| instance_write",
                "PUT| commands/copy_direct/| instance_write",
                "DELETE| commands/copy_direct/| instance_write",
                "PUT| commands/rsync/| instance_write",
                "POST| commands/rclone/| instance_write",
                "DELETE| commands/rclone/| instance_write",
                "GET| users/cloud_integrations/| user_read",
                "GET| template/| user_read",
                "POST| template/| user_write",
                "PUT| template/| user_write",
                "DELETE| template/| user_write",
                "GET| volumes| instance_read",
                "PUT| volumes/| instance_write",
                "DELETE| volumes/| instance_write",
                "POST| volumes/| instance_write",
                "POST| volumes/copy/| instance_write",
                "POST| volumes/search/| misc",
                "POST| volumes/unlist| machine_write",
                "POST| network_volumes/search| misc",
                "PUT| network_volumes/| instance_write",
                "POST| network_volumes/| instance_write",
                "POST| network_volumes/unlist| machine_write",
                "GET| network_disk/| machine_read",
                "POST| network_disk/| machine_write",
                "GET| benchmarks| misc",
            })
    void operation_needsItsCategoryAlone(String method, String path, String scope) throws IOException {
        List<String> others =
                CATEGORIES.stream().filter(name -> !name.equals(scope)).toList();
        String body = method.equals("GET") ? "" : "{}";
        try (VastSandbox sandbox = VastSandbox.start()) {
            Reply allowed = with(sandbox, List.of(scope)).send(method, "/api/v0/" + path, body);
            assertThat(allowed.status()).isNotIn(403, 405);
            Reply refused = with(sandbox, others).send(method, "/api/v0/" + path, body);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.error()).isEqualTo("not_authorized");
        }
    }
}
