package io.github.vastsdk.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshEndpointTest {
    @ParameterizedTest
    @CsvSource({"192.0.2.45,192.0.2.45", "ssh5.vast.ai,ssh5.vast.ai", "2001:db8::1,[2001:db8::1]", "::1,[::1]"})
    void texts_whenHost_thenCommandAndUri(String host, String inUri) {
        SshEndpoint endpoint = new SshEndpoint(SshEndpoint.Kind.DIRECT, host, 20000, SshEndpoint.USER);

        assertThat(endpoint.toCommand()).isEqualTo("ssh -p 20000 root@" + host);
        assertThat(endpoint.toUri()).hasToString("ssh://root@" + inUri + ":20000");
        assertThat(endpoint.toUri().getPort()).isEqualTo(20000);
        assertThat(endpoint).hasToString("DIRECT ssh://root@" + inUri + ":20000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-oProxyCommand=x", "a b", "a;b", "a@b", "$(x)", "a/b", ".a", "a\nb"})
    void constructor_whenHostIsUnsafe_thenRefused(String host) {
        assertThat(SshEndpoint.isValid(host, 22)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SshEndpoint(SshEndpoint.Kind.PROXY, host, 22, "root"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void constructor_whenPortIsNone_thenRefused(int port) {
        assertThat(SshEndpoint.isValid("host", port)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SshEndpoint(SshEndpoint.Kind.PROXY, "host", port, "root"));
    }

    @Test
    void constructor_whenUserIsUnsafe_thenRefused() {
        for (String user : new String[] {"", "-l", "a b", "root;x"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SshEndpoint(SshEndpoint.Kind.PROXY, "host", 22, user));
        }
    }
}
