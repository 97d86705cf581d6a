package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;

/** The account itself. */
final class Account implements Resource {
    private final SshKeyStore sshKeys;
    private final Meter meter;
    private final ObjectNode facts;

    Account(World world, SshKeyStore sshKeys, Meter meter) {
        this.sshKeys = sshKeys;
        this.meter = meter;
        // A prepaid account: the money stands in credit, and balance is 0.
        this.facts = Json.object()
                .put("id", world.userId())
                .put("email", "dev@example.com")
                .put("username", "sandbox")
                .put("fullname", "Sandbox User")
                .put("normalized_email", "dev@example.com")
                .put("email_verified", true)
                .put("balance", 0)
                .put("credit", meter.left())
                .put("billing_creditonly", 1)
                .put("can_pay", true)
                .put("has_billing", true)
                .put("balance_threshold", 10.0)
                .put("balance_threshold_enabled", false)
                .putNull("autobill_threshold")
                .put("billaddress_line1", "1 Example Street")
                .put("billaddress_line2", "")
                .put("billaddress_city", "Springfield")
                .put("billaddress_zip", "00000")
                .put("billaddress_country", "US")
                .put("billaddress_taxinfo", "")
                .putNull("phone_number")
                .putNull("paypal_email")
                .putNull("wise_email")
                .put("tfa_enabled", false)
                .put("tfa_status", "disabled")
                .putNull("parent_id")
                .put("rights", "all")
                // Milliseconds here, unlike everywhere else.
                .put("created_at", world.now().minusSeconds(90L * 86_400).toEpochMilli())
                .put("sid", world.ids().hex(32))
                .put("crisp_hmac", world.ids().hex(64))
                .put("sandbox_unlisted", true);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.of("GET", "/api/v0/users/current/", "user_read", "api.users.current", this::current));
    }

    private Answer current(Call call) {
        String firstKey = sshKeys.all().stream()
                .filter(key -> !key.deleted())
                .map(SshKey::publicKey)
                .findFirst()
                .orElse("");
        return Answers.ok(facts.deepCopy()
                .put("credit", meter.left())
                .put("key_id", call.key().id())
                .put("api_key", call.key().secret())
                .put("ssh_key", firstKey));
    }
}
