package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.model.EnvVar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvVarReaderTest {
    @Test
    void read_whenMap_thenInTheOrderSent() throws Exception {
        assertThat(EnvVarReader.read(Json.tree("{\"success\":true,\"secrets\":"
                        + "{\"Z\":\"v1\",\"EMPTY\":\"\",\"A\":null,\"N\":12,\"O\":{\"a\":1}},\"zz_future\":1}")))
                .containsExactly(
                        new EnvVar("Z", Secret.of("v1")),
                        new EnvVar("EMPTY", Secret.of("")),
                        new EnvVar("A", Secret.of("")),
                        new EnvVar("N", Secret.of("12")),
                        new EnvVar("O", Secret.of("{\"a\":1}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]"})
    void read_whenNone_thenEmpty(String secrets) throws Exception {
        assertThat(EnvVarReader.read(Json.tree("{\"secrets\":" + secrets + "}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":true}", "{\"secrets\":\"x\"}", "{\"secrets\":[1]}", "[]", ""})
    void read_whenOtherShape_thenErrorInsteadOfNoVariables(String body) {
        assertThatExceptionOfType(JsonMappingException.class).isThrownBy(() -> EnvVarReader.read(Json.tree(body)));
    }
}
