package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.internal.OutputAddress.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputAddressTest {
    private static void check(String url, boolean localAllowed, String... addresses) throws Refused {
        OutputAddress.parse(url, localAllowed, host -> {
                    InetAddress[] found = new InetAddress[addresses.length];
                    for (int i = 0; i < found.length; i++) {
                        found[i] = InetAddress.getByName(addresses[i]);
                    }
                    return found;
                })
                .checkHost();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.9.10",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "192.0.2.1",
                "198.51.100.1",
                "203.0.113.1",
                "::52.216.1.1",
                "::ffff:0:52.216.1.1",
                "64:ff9b::a00:1",
                "64:ff9b:1:a00:0:100:34d8:101",
                "100::1",
                "2001:0:a00:1::34d8:101",
                "2001:db8::1",
                "2002:c0a8:101::1",
                "3fff::1",
                "4000::1",
                "5f00::1"
            })
    void checkHost_whenAnAddressIsPrivate_thenRefused(String address) {
        assertThatThrownBy(() -> check("https://storage.example/x?sig=abc", false, address))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("storage.example")
                .hasMessageContaining("not on the public internet")
                .hasMessageNotContaining("abc");
        assertThatThrownBy(() -> check("https://storage.example/x", false, "52.216.1.1", address))
                .as("one of several")
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "52.216.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "192.169.1.1",
                "198.17.1.1",
                "198.20.1.1",
                "223.255.255.255",
                "2001:200::1",
                "2600:1fa0::1",
                "3ffe::1",
                "64:ff9b::34d8:101",
                "2002:34d8:101::1",
                "::ffff:52.216.1.1"
            })
    void checkHost_whenAddressesArePublic_thenAccepted(String address) {
        assertThatCode(() -> check("https://storage.example/x", false, address)).doesNotThrowAnyException();
        assertThatCode(() -> check("HTTPS://storage.example:443/x", true, address))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void checkHost_whenTheServiceIsLocal_thenLoopbackIsAcceptedAndOtherNetworksAreNot(String loopback) {
        assertThatCode(() -> check("https://sandbox.example/x", true, loopback)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("https://sandbox.example/x", true, loopback, "192.168.1.1"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> check("http://localhost:1234/x", true, "192.168.1.1"))
                .as("a name that only looks local")
                .isInstanceOf(Refused.class);
    }

    @Test
    void parse_whenLoopbackByHttp_thenOnlyWithALocalService() throws Refused {
        for (String url : new String[] {"http://127.0.0.1:8099/x", "http://localhost:8099/x", "http://[::1]:8099/x"}) {
            check(url, true, "127.0.0.1");
            assertThatThrownBy(() -> check(url, false, "127.0.0.1")).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://storage.example/x?sig=abc",
                "ftp://127.0.0.1/x?sig=abc",
                "https://user@storage.example/x?sig=abc",
                "https://user:abc@127.0.0.1/x",
                "https://storage.example:80/x?sig=abc",
                "https://storage.example:8443/x?sig=abc",
                "https:///x?sig=abc",
                "https:opaque?sig=abc",
                "/x?sig=abc",
                "https://a b/?sig=abc",
                "https://2130706433/?sig=abc",
                "https://0x7f000001/?sig=abc",
                "https://0177.0.0.1/?sig=abc",
                "https://127.1/?sig=abc",
                "https://52.216.1.01/?sig=abc",
                "https://storage/?sig=abc",
                "https://storage./?sig=abc",
                "https://LOCALHOST./?sig=abc",
                "https://[2600:1fa0::1%25eth0]/?sig=abc",
                "https://[2600:1fa0::1%nosuch]/?sig=abc",
                "http://[::1%25nosuch]/?sig=abc",
                "http://127.0.0.1:0/?sig=abc",
                "http://127.0.0.1:65536/?sig=abc",
                "https://\uff11\uff12\uff17.0.0.1/?sig=abc",
                ""
            })
    void parse_whenTheTextIsNoAcceptableAddress_thenRefusedWithoutShowingIt(String url) {
        assertThatThrownBy(() -> check(url, true, "52.216.1.1"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("its address ")
                .hasMessageNotContaining("abc")
                .hasNoCause();
    }

    @Test
    void checkHost_whenTheNameIsUnknown_thenLeftToTheConnection() {
        assertThatCode(() -> OutputAddress.parse("https://storage.example/x", false, host -> {
                            throw new UnknownHostException(host);
                        })
                        .checkHost())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "2130706433", "localhost", "[::1]", "[::ffff:7f00:1]"})
    void checkHost_whenTheHostIsAnOddFormOfLoopback_thenRefused(String host) {
        assertThatThrownBy(() -> OutputAddress.parse("https://" + host + "/x", false, InetAddress::getAllByName)
                        .checkHost())
                .isInstanceOf(Refused.class);
    }

    @Test
    void toString_whenShown_thenSchemeAndHostOnly() throws Refused {
        OutputAddress address =
                OutputAddress.parse("https://storage.example/secret/path?sig=abc", false, InetAddress::getAllByName);

        assertThat(address).hasToString("https://storage.example");
    }
}
