package io.github.vastsdk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.request.PermissionCategory;
import io.github.vastsdk.request.Permissions;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountModelsTest {
    @Test
    void ack_whenObjectOrBareText_thenMessage() {
        assertThat(Ack.fromJson("{\"success\":\"True\",\"msg\":\"ok\",\"id\":1}"))
                .returns(true, Ack::success)
                .returns("ok", Ack::msg)
                .satisfies(ack -> assertThat(ack.extra()).containsOnlyKeys("id"));
        assertThat(Ack.fromJson("\"Successfully Deleted API Key\""))
                .returns(null, Ack::success)
                .returns("Successfully Deleted API Key", Ack::msg);
        assertThat(Ack.fromJson("{\"message\":\"other name\"}").msg()).isEqualTo("other name");
        assertThat(Ack.fromJson("{\"success\":null,\"msg\":null}")).isEqualTo(Ack.fromJson("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"public_key", "key", "ssh_key"})
    void sshKey_whenMaterialHasAnyName_thenRead(String member) {
        SshKey key =
                SshKey.fromJson("{\"id\":\"1\",\"" + member + "\":\"ssh-rsa A\",\"private_key\":null,\"default\":1,"
                        + "\"created_at\":1728748803.5,\"deleted_at\":null,\"zz_future\":{}}");

        assertThat(key.id()).isEqualTo(1);
        assertThat(key.publicKey()).isEqualTo("ssh-rsa A");
        assertThat(key.isDefault()).isTrue();
        assertThat(key.privateKey()).isNull();
        assertThat(key.createdAt()).isEqualTo(Instant.parse("2024-10-12T16:00:03.500Z"));
        assertThat(key.isDeleted()).isFalse();
        assertThat(key.extra()).containsOnlyKeys("zz_future");
    }

    @Test
    void sshKey_whenDeleted_thenSaysSo() {
        assertThat(SshKey.fromJson("{\"deleted_at\":\"2026-01-01T00:00:00\"}").isDeleted())
                .isTrue();
        assertThat(ApiKey.fromJson("{\"deleted_at\":1728748803}").isDeleted()).isTrue();
        assertThat(ApiKey.fromJson("{}").isDeleted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "false | false",
                "true | true",
                "{\"api\":{\"misc\":{}}} | {\"api\":{\"misc\":{}}}",
                "\"{\\\"api\\\":{\\\"misc\\\":{}}}\" | {\"api\":{\"misc\":{}}}",
                "\"false\" | false",
                "[\"odd\"] | [\"odd\"]",
                "null | ",
                "\"\" | ",
                "\"null\" | "
            })
    void apiKey_whenPermissionsHaveAnyShape_thenRead(String sent, @Nullable String expected) {
        Permissions permissions =
                ApiKey.fromJson("{\"id\":3,\"permissions\":" + sent + "}").permissions();

        assertThat(permissions == null ? null : permissions.toJson()).isEqualTo(expected);
    }

    @Test
    void apiKey_whenRow_thenRead() {
        ApiKey key = ApiKey.fromJson("{\"id\":123,\"user_id\":456,\"rights\":\"read\",\"team_id\":789,"
                + "\"team_name\":\"Alpha\",\"zz_future\":1}");

        assertThat(key)
                .returns(123L, ApiKey::id)
                .returns(456L, ApiKey::userId)
                .returns("read", ApiKey::rights)
                .returns(789L, ApiKey::teamId)
                .returns("Alpha", ApiKey::teamName)
                .returns(null, ApiKey::name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "api_key"})
    void createdApiKey_whenTextHasEitherName_thenRead(String member) {
        CreatedApiKey key = CreatedApiKey.fromJson(
                "{\"id\":12345,\"" + member + "\":\"vast-s3cret\",\"permissions\":{\"api\":{\"instance_read\":{}}}}");

        assertThat(key.key()).isEqualTo(Secret.of("vast-s3cret"));
        assertThat(Objects.requireNonNull(key.permissions()).allowsAll(PermissionCategory.INSTANCE_READ))
                .isTrue();
    }

    @Test
    void createdApiKeyAndReset_whenBareAnswer_thenNoText() {
        assertThat(CreatedApiKey.fromJson("{\"success\":true,\"msg\":\"ok\",\"id\":1}")
                        .key())
                .isNull();
        assertThat(ApiKeyReset.fromJson("{\"success\":true,\"msg\":\"ok\",\"id\":1}"))
                .returns(null, ApiKeyReset::newApiKey)
                .returns("ok", ApiKeyReset::msg)
                .returns(true, ApiKeyReset::success);
        assertThat(ApiKeyReset.fromJson("{\"new_api_key\":\"n\"}").newApiKey()).isEqualTo(Secret.of("n"));
    }

    @ParameterizedTest
    @CsvSource({"*****,true", "*,true", "a*,false", "'',false", "v1,false"})
    void envVar_whenValue_thenMaskedOrNot(String value, boolean masked) {
        EnvVar variable = EnvVar.fromJson("{\"key\":\"A\",\"value\":\"" + value + "\"}");

        assertThat(variable).isEqualTo(new EnvVar("A", Secret.of(value)));
        assertThat(variable.isMasked()).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"balance\":0,\"credit\":104.5} | 104.5",
                "{\"balance\":\"1.5\"} | 1.5",
                "{\"credit\":-2} | -2",
                "{\"balance\":1,\"credit\":2} | 3"
            })
    void availableFunds_whenBalanceOrCredit_thenSum(String json, double expected) {
        assertThat(User.fromJson(json).availableFunds()).hasValue(expected);
    }

    @Test
    void user_whenAnswer_thenRead() {
        User user = User.fromJson(
                "{\"id\":1,\"key_id\":2,\"email\":\"a@b.c\",\"balance\":0,\"credit\":104.5,\"created_at\":1728748803601,\"billing_creditonly\":1,\"billaddress_city\":\""
                        + " X \",\"api_key\":\"s3cret\",\"sid\":\"s3cret\",\"crisp_hmac\":\"s3cret\",\"other_token\":\"s3cret\"}");

        assertThat(user.createdAt()).isEqualTo(Instant.parse("2024-10-12T16:00:03.601Z"));
        assertThat(user.billing().creditOnly()).isTrue();
        assertThat(user.billing().city()).isEqualTo("X");
        assertThat(user.apiKey()).isEqualTo(Secret.of("s3cret"));
        assertThat(user.extra()).containsOnlyKeys("other_token");
        assertThat(user).hasToString("User 1 $104.50");
        assertThat(user.extra()).hasToString("{other_token=***}");
        assertThat(User.fromJson("{\"id\":1}")).hasToString("User 1");
        assertThat(User.fromJson("{}").availableFunds()).isEmpty();
    }

    @Test
    void fromJson_whenMarkedSecretsEverywhere_thenNoToStringShowsThem() {
        String all =
                "{\"id\":1,\"private_key\":\"MARK\",\"api_key\":\"MARK\",\"key\":\"MARK\",\"new_api_key\":\"MARK\",\"sid\":\"MARK\","
                        + "\"crisp_hmac\":\"MARK\",\"value\":\"MARK\",\"jupyter_token\":\"MARK\",\"instance_api_key\":\"MARK\","
                        + "\"extra_env\":[[\"A\",\"MARK\"]],\"zz_secret\":\"MARK\",\"zz\":{\"a\":\"MARK\"},\"zz_list\":[\"MARK\"],"
                        + "\"search\":{\"token\":\"MARK\"},\"volume_info\":[{\"password\":\"MARK\"}],"
                        + "\"ports\":{\"22/tcp\":[{\"auth\":\"MARK\"}]}}";

        Instance instance = Instance.fromJson(all);
        User user = User.fromJson(all);
        Object[] values = {
            instance,
            instance.price(),
            instance.volumes(),
            instance.network(),
            instance.extraEnv(),
            instance.extra(),
            user,
            user.billing(),
            user.extra(),
            EnvVar.fromJson(all.replace("\"key\":\"MARK\",", "")),
            ApiKey.fromJson(all),
            CreatedApiKey.fromJson(all),
            ApiKeyReset.fromJson(all),
            Ack.fromJson(all),
            SshKey.fromJson(all.replace("\"key\":\"MARK\",", ""))
        };
        for (Object value : values) {
            assertThat(value.toString()).doesNotContain("MARK").doesNotContain("\n");
        }
        assertThat(Json.writeRedacted(user.apiKey())).isEqualTo("\"***\"");
    }

    @Test
    void fromJson_whenWrittenAgain_thenSame() throws Exception {
        String sent = "{\"id\":1,\"user_id\":2,\"name\":\"n\",\"public_key\":\"ssh-rsa A\",\"created_at\":1728748803.5,"
                + "\"deleted_at\":\"2026-01-01T00:00:00Z\",\"zz\":[1]}";
        SshKey key = SshKey.fromJson(sent);
        User user = User.fromJson("{\"id\":1,\"api_key\":\"k\",\"billaddress_zip\":\"1\",\"credit\":2}");

        assertThat(SshKey.fromJson(Json.text(key))).isEqualTo(key);
        assertThat(User.fromJson(Json.text(user))).isEqualTo(user);
    }

    @Test
    void fromJson_whenNoJson_thenIllegalArgument() {
        assertThatIllegalArgumentException().isThrownBy(() -> User.fromJson("nonsense"));
        assertThatIllegalArgumentException().isThrownBy(() -> PortBinding.fromJson("[]"));
        assertThatIllegalArgumentException().isThrownBy(() -> AttachedVolume.fromJson("1"));
        assertThatIllegalArgumentException().isThrownBy(() -> PriceBreakdown.fromJson("1"));
        assertThatIllegalArgumentException().isThrownBy(() -> InstanceSshKey.fromJson("1"));
        assertThatNullPointerException().isThrownBy(() -> Ack.fromJson(null));
    }
}
