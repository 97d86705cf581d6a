package io.github.vastsdk.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.internal.json.Json;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenEnumTest {
    @ParameterizedTest
    @EnumSource(InstanceStatus.Known.class)
    void of_whenKnownStatusInAnyCase_thenConstant(InstanceStatus.Known known) {
        assertThat(InstanceStatus.of(known.wire())).isSameAs(known);
        assertThat(InstanceStatus.of(known.wire().toUpperCase(Locale.ROOT))).isSameAs(known);
        assertThat(InstanceStatus.of(" " + known.wire() + "\n")).isSameAs(known);
        assertThat(known).hasToString(known.wire());
    }

    @ParameterizedTest
    @EnumSource(Verification.Known.class)
    void of_whenKnownVerificationInAnyCase_thenConstant(Verification.Known known) {
        assertThat(Verification.of(known.name())).isSameAs(known);
        assertThat(known).hasToString(known.wire());
    }

    @Property(tries = 200)
    void of_whenUnknown_thenTextIsKept(@ForAll String suffix) {
        String wire = "zz" + suffix;

        assertThat(InstanceStatus.of(wire))
                .isEqualTo(new InstanceStatus.Unknown(wire))
                .hasToString(wire);
        assertThat(Verification.of(wire))
                .isEqualTo(new Verification.Unknown(wire))
                .hasToString(wire);
        assertThat(InstanceStatus.of(wire).wire()).isEqualTo(wire);
    }

    @Test
    void json_whenReadAndWritten_thenSameText() throws Exception {
        String json = "{\"actual_status\":\"Frobnicating\",\"cur_state\":\"running\",\"verification\":\"new\"}";

        JsonNode written = Json.tree(Json.write(Instance.fromJson(json)));

        assertThat(written.path("actual_status").textValue()).isEqualTo("Frobnicating");
        assertThat(written.path("cur_state").textValue()).isEqualTo("running");
        assertThat(written.path("verification").textValue()).isEqualTo("new");
    }
}
