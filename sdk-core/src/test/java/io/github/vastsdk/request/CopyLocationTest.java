package io.github.vastsdk.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyLocationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6003036:/workspace/ | 6003036 | /workspace/ | instance",
                "C.11824:/data/test | C.11824 | /data/test | instance",
                "C.1:/ | C.1 | / | instance",
                "V.1234:/file | V.1234 | /file | volume",
                "s3.101:/a b/é | s3.101 | /a b/é | cloud",
                "drive:/folder/file.txt | drive | /folder/file.txt | cloud",
                "local:data/test | local | data/test | local"
            })
    void parse_whenLocation_thenPlaceAndPath(String text, String id, String path, String kind) {
        CopyLocation location = CopyLocation.parse(text);

        assertThat(location.id()).isEqualTo(id);
        assertThat(location.path()).isEqualTo(path);
        assertThat(location.isInstance()).isEqualTo(kind.equals("instance"));
        assertThat(location.isLocal()).isEqualTo(kind.equals("local"));
        assertThat(location).hasToString(text).isEqualTo(CopyLocation.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "/a b/c", "12a", "C.11824", "./7"})
    void parse_whenPathAlone_thenOnThisMachine(String text) {
        assertThat(CopyLocation.parse(text))
                .returns(null, CopyLocation::id)
                .returns(text, CopyLocation::path)
                .returns(true, CopyLocation::isLocal)
                .hasToString(text);
    }

    @Test
    void parse_whenNumberAlone_thenRootOfTheInstance() {
        assertThat(CopyLocation.parse("6003036")).isEqualTo(CopyLocation.instance(6003036, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "x:",
                ":/x",
                "a:b:c",
                "C:\\data",
                "c.:/x",
                "V:/x",
                "V.0:/x",
                "C.x:/x",
                "0:/x",
                "-7",
                "0",
                "99999999999999999999",
                "C.1:/a//b",
                "C.1://",
                "a\0b",
                "s3.x:/a"
            })
    void parse_whenNoLocation_thenIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CopyLocation.parse(text));
    }

    @Test
    void factories_whenGivenParts_thenSameAsText() {
        assertThat(CopyLocation.volume(7, "/x")).isEqualTo(CopyLocation.parse("V.7:/x"));
        assertThat(CopyLocation.cloud("s3", 101, "/x")).isEqualTo(CopyLocation.parse("s3.101:/x"));
        assertThat(CopyLocation.local("x"))
                .isEqualTo(CopyLocation.parse("local:x"))
                .hasSameHashCodeAs(CopyLocation.parse("local:x"));
        assertThat(CopyLocation.instance(7, "/x")).hasToString("7:/x").isNotEqualTo(CopyLocation.volume(7, "/x"));
        assertThat(CopyLocation.local("C:\\data").path()).isEqualTo("C:\\data");
    }

    @Test
    void factories_whenAPartIsWrong_thenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CopyLocation.instance(0, "/x"))
                .withMessageContaining("instanceId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CopyLocation.volume(-1, "/x"))
                .withMessageContaining("volumeId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CopyLocation.cloud("S 3", 1, "/x"))
                .withMessageContaining("S 3");
        assertThatIllegalArgumentException().isThrownBy(() -> CopyLocation.local(""));
        assertThatIllegalArgumentException().isThrownBy(() -> CloudCopy.toCloud(0, "/a", 1, "/b"));
        assertThatIllegalArgumentException().isThrownBy(() -> CloudCopy.fromCloud(1, " ", 1, "/b"));
    }
}
