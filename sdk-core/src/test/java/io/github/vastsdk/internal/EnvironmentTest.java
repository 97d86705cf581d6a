package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Path HOME = Path.of("/users/default");

    @Test
    void system_whenAsked_thenTheProcessOwn() {
        assertThat(Environment.system().variable("PATH"))
                .isEqualTo(System.getenv("PATH").strip());
        assertThat(Environment.system().home()).isAbsolute();
    }

    @Test
    void of_whenHomeVariableIsAbsolute_thenPreferred() {
        assertThat(Environment.of(Map.of("HOME", "/users/other")::get, HOME).home())
                .isEqualTo(Path.of("/users/other"));
        assertThat(Environment.of(Map.of("HOME", "somewhere")::get, HOME).home())
                .isEqualTo(HOME);
        assertThat(Environment.of(Map.<String, String>of()::get, HOME).home()).isEqualTo(HOME);
    }

    @Test
    void variable_whenBlankOrPadded_thenAbsentOrStripped() {
        Environment environment = new Environment(Map.of("BLANK", " ", "PADDED", " x\n")::get, HOME);

        assertThat(environment.variable("BLANK")).isNull();
        assertThat(environment.variable("PADDED")).isEqualTo("x");
        assertThat(environment.variable("MISSING")).isNull();
    }
}
