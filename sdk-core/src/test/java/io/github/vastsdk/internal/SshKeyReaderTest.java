package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.internal.json.EmbeddedJson;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.InstanceSshKey;
import io.github.vastsdk.model.SshKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyReaderTest {
    private static final String KEY = "{\"id\":123,\"user_id\":456,\"public_key\":\"ssh-rsa AAAA me@host\","
            + "\"created_at\":\"2023-01-01T12:00:00Z\",\"deleted_at\":null,\"zz_future\":{\"a\":1}}";
    private static final String KEYS = "[{\"id\":1,\"name\":\"my-key\",\"public_key\":\"ssh-rsa AAAA\"},{\"id\":2}]";

    private static SshKey read(String body, @Nullable Long id) throws JsonProcessingException {
        return SshKeyReader.read(Json.tree(body), id);
    }

    private static String quoted(String json) {
        return JsonNodeFactory.instance.textNode(json).toString();
    }

    private static String enveloped(String member, String json) {
        return "{\"success\":true,\"" + member + "\":" + json + ",\"zz_future\":{\"a\":1}}";
    }

    @Test
    void read_whenKeyIsObjectOrTextOfOne_thenSame() throws Exception {
        SshKey expected = SshKey.fromJson(KEY);

        assertThat(expected.createdAt()).isEqualTo(Instant.parse("2023-01-01T12:00:00Z"));
        assertThat(read(enveloped("key", KEY), null)).isEqualTo(expected);
        assertThat(read(enveloped("key", quoted(KEY)), null)).isEqualTo(expected);
        assertThat(read(enveloped("key", quoted(KEY + ", junk)")), null)).isEqualTo(expected);
        assertThat(read(enveloped("key", quoted(quoted(KEY) + " junk")), 9L)).isEqualTo(expected);
    }

    @Test
    void read_whenBareAnswer_thenIdIsRead() throws Exception {
        SshKey key = read("{\"success\":true,\"msg\":\"ok\",\"id\":1}", null);

        assertThat(key.id()).isEqualTo(1);
        assertThat(key.publicKey()).isNull();
        assertThat(key.extra()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "\"\"", "[]"})
    void read_whenKeyIsEmpty_thenIdOfTheCaller(String key) throws Exception {
        assertThat(read(enveloped("key", key), 3L).id()).isEqualTo(3);
        assertThat(read(enveloped("key", key), null).id()).isNull();
    }

    @Test
    void read_whenKeyIsItsText_thenPublicKey() throws Exception {
        SshKey key = read("{\"id\":5,\"key\":\"ssh-ed25519 AAAA\"}", null);

        assertThat(key.publicKey()).isEqualTo("ssh-ed25519 AAAA");
        assertThat(key.id()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"ok\"", "", "null"})
    void read_whenNoObject_thenError(String body) {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> read(body, 1L))
                .withMessageContaining("of the wrong kind");
    }

    @Test
    void read_whenTextStartsAsJsonAndIsNone_thenError() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> read(enveloped("key", quoted("{\"id\":")), 1L));
    }

    @Test
    void readList_whenAnyEncoding_thenSame() throws Exception {
        List<InstanceSshKey> expected = List.of(
                InstanceSshKey.fromJson("{\"id\":1,\"name\":\"my-key\",\"key\":\"ssh-rsa AAAA\"}"),
                InstanceSshKey.fromJson("{\"id\":2}"));

        for (String keys : List.of(KEYS, quoted(KEYS), quoted(KEYS + "}junk"), quoted(quoted(KEYS) + "\\n'"))) {
            assertThat(SshKeyReader.readList(Json.tree(enveloped("ssh_keys", keys))))
                    .isEqualTo(expected);
        }
        assertThat(SshKeyReader.readList(Json.tree(KEYS))).isEqualTo(expected);
        assertThat(SshKeyReader.readList(Json.tree(enveloped("ssh_keys", "{\"a\":{\"id\":2},\"b\":null}"))))
                .isEqualTo(expected.subList(1, 2));
        assertThat(SshKeyReader.readList(Json.tree(enveloped("ssh_keys", "{\"id\":2}"))))
                .isEqualTo(expected.subList(1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "[]", "\"[]\"", "[null]", "{}", "\"null\""})
    void readList_whenNothing_thenEmpty(String keys) throws Exception {
        assertThat(SshKeyReader.readList(Json.tree(enveloped("ssh_keys", keys))))
                .isEmpty();
    }

    @Test
    void readList_whenBareTexts_thenPublicKeys() throws Exception {
        assertThat(SshKeyReader.readList(Json.tree(enveloped("ssh_keys", "[\"ssh-rsa A\"]"))))
                .extracting(InstanceSshKey::publicKey)
                .containsExactly("ssh-rsa A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"success\":true}", "{\"ssh_keys\":5}", "{\"ssh_keys\":\"none\"}", "{\"ssh_keys\":[5]}", "7"})
    void readList_whenOtherShape_thenErrorInsteadOfNoKeys(String body) throws Exception {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> SshKeyReader.readList(Json.tree(body)));
    }

    @Test
    void unwrap_whenTooManyLayers_thenStopsWithoutEnd() throws Exception {
        String text = KEY;
        for (int i = 0; i < 5; i++) {
            text = quoted(text);
        }

        assertThat(EmbeddedJson.unwrap(Json.tree(text)).isTextual()).isTrue();
        assertThat(EmbeddedJson.unwrap(new ObjectNode(JsonNodeFactory.instance)).isObject())
                .isTrue();
    }
}
