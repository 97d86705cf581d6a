package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The account that an API key belongs to. {@link #toString()} shows no address, name or secret.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the id of the account
 * @param keyId the id of the API key that asked
 * @param parentId the id of the account that owns this one
 * @param teamId the id of the team that the key belongs to
 * @param username the name of the account
 * @param email the mail address
 * @param normalizedEmail the mail address in the form that the service compares
 * @param emailVerified whether the mail address was confirmed
 * @param fullname the name of the owner
 * @param phoneNumber the telephone number
 * @param balance the balance in dollars; 0 for prepaid accounts
 * @param credit the prepaid credit in dollars
 * @param billing how the account pays
 * @param sshKey the public SSH key of the account
 * @param rights what the key may do, in the service's own words
 * @param tfaEnabled whether a second factor is asked for
 * @param createdAt when the account was made
 * @param apiKey the text of an API key of the account
 * @param sid the session id
 * @param crispHmac the signature for the support chat
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record User(
        @JsonProperty("id") Long id,
        @JsonProperty("key_id") @Nullable Long keyId,
        @JsonProperty("parent_id") @Nullable Long parentId,
        @JsonProperty("team_id") @Nullable Long teamId,
        @JsonProperty("username") @Nullable String username,
        @JsonProperty("email") @Nullable String email,
        @JsonProperty("normalized_email") @Nullable String normalizedEmail,
        @JsonProperty("email_verified") @Nullable Boolean emailVerified,
        @JsonProperty("fullname") @Nullable String fullname,
        @JsonProperty("phone_number") @Nullable String phoneNumber,
        @JsonProperty("balance") @Nullable Double balance,
        @JsonProperty("credit") @Nullable Double credit,
        @JsonUnwrapped Billing billing,
        @JsonProperty("ssh_key") @Nullable String sshKey,
        @JsonProperty("rights") @Nullable String rights,
        @JsonProperty("tfa_enabled") @Nullable Boolean tfaEnabled,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("api_key") @Nullable Secret apiKey,
        @JsonProperty("sid") @Nullable Secret sid,
        @JsonProperty("crisp_hmac") @Nullable Secret crispHmac,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static User fromJson(String json) {
        return Json.read(json, User.class);
    }

    /**
     * Adds up what the account can spend: the balance and the credit. Prepaid accounts have a balance of 0 and
     * their money in the credit.
     *
     * @return balance plus credit in dollars; empty if the answer has neither
     */
    public OptionalDouble availableFunds() {
        if (balance == null && credit == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((balance == null ? 0 : balance) + (credit == null ? 0 : credit));
    }

    @Override
    public String toString() {
        OptionalDouble funds = availableFunds();
        return "User " + id + (funds.isEmpty() ? "" : String.format(Locale.ROOT, " $%.2f", funds.getAsDouble()));
    }
}
