package io.github.vastsdk.request;

import static io.github.vastsdk.request.PermissionCategory.BILLING_READ;
import static io.github.vastsdk.request.PermissionCategory.INSTANCE_READ;
import static io.github.vastsdk.request.PermissionCategory.INSTANCE_WRITE;
import static io.github.vastsdk.request.PermissionCategory.MISC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.vastsdk.internal.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionsTest {
    private static final String LOGS = "api.instance.request_logs";

    @Test
    void builder_whenCategoriesRoutesAndLimits_thenWireForm() {
        Permissions permissions = Permissions.builder()
                .allow(INSTANCE_WRITE)
                .allow(INSTANCE_WRITE)
                .allow(
                        INSTANCE_READ,
                        LOGS,
                        c -> c.gte("id", 1).lte("id", 2L).eq("type", "a").eq("n", 1.5))
                .allow(INSTANCE_READ, "api.instance.show")
                .build();

        assertThat(permissions.toJson())
                .isEqualTo("{\"api\":{\"instance_write\":{},\"instance_read\":{"
                        + "\"api.instance.request_logs\":{\"constraints\":{\"id\":{\"gte\":1,\"lte\":2},"
                        + "\"type\":{\"eq\":\"a\"},\"n\":{\"eq\":1.5}}},\"api.instance.show\":{}}}}");
        assertThat(permissions).hasToString(permissions.toJson());
        assertThat(permissions.categories()).containsExactly("instance_write", "instance_read");
        assertThat(permissions.allowsAll(INSTANCE_WRITE)).isTrue();
        assertThat(permissions.allowsAll(INSTANCE_READ)).isFalse();
        assertThat(permissions.allowsAll(BILLING_READ)).isFalse();
    }

    @Test
    void builder_whenReusedAfterBuild_thenFirstResultStays() {
        Permissions.Builder builder = Permissions.builder().allow(MISC);
        Permissions first = builder.build();
        builder.allow(INSTANCE_READ);

        assertThat(first.categories()).containsExactly("misc");
        assertThat(builder.build().categories()).containsExactly("misc", "instance_read");
    }

    @Test
    void builder_whenContradiction_thenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.builder().allow(MISC).allow(MISC, LOGS))
                .withMessage("misc is allowed as a whole already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.builder().allow(MISC, LOGS).allow(MISC))
                .withMessage("misc is narrowed to routes already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.builder().allow(MISC, LOGS).allow(MISC, LOGS))
                .withMessage("misc allows api.instance.request_logs already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.builder()
                        .allow(MISC, LOGS, c -> c.eq("id", 1).eq("id", 2)))
                .withMessage("id has two constraints eq");
    }

    @Test
    void builder_whenNothingOrBlank_thenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.builder().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.builder().allow(MISC, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.builder().allow(MISC, LOGS, c -> c.eq(" ", 1)));
        assertThatNullPointerException()
                .isThrownBy(() -> Permissions.builder().allow(MISC, LOGS, c -> c.eq("id", (String) null)))
                .withMessage("value");
    }

    @Test
    void readOnly_whenBuilt_thenEveryReadCategory() {
        assertThat(Permissions.readOnly().categories())
                .containsExactly("instance_read", "user_read", "billing_read", "machine_read", "team_read");
    }

    @Test
    void noneAndUnrestricted_whenAsked_thenBooleans() {
        assertThat(Permissions.none().toJson()).isEqualTo("false");
        assertThat(Permissions.none().allowsAll(MISC)).isFalse();
        assertThat(Permissions.none().categories()).isEmpty();
        assertThat(Permissions.unrestricted().toJson()).isEqualTo("true");
        assertThat(Permissions.unrestricted().allowsAll(MISC)).isTrue();
    }

    @Test
    void ofJson_whenObject_thenKept() {
        String json = "{\"api\":{\"agents_read\":{},\"misc\":{\"r\":{\"params\":{\"id\":\"*\"}}}}}";

        assertThat(Permissions.ofJson(json).toJson()).isEqualTo(json);
        assertThat(Permissions.ofJson(json).categories()).containsExactly("agents_read", "misc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "true", "\"{}\"", "null", "{", "instance_read"})
    void ofJson_whenNoObject_thenRefused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permissions.ofJson(json))
                .withMessageStartingWith("permissions ");
    }

    @Test
    void equals_whenSameJson_thenEqualWhateverTheOrder() {
        Permissions one = Permissions.builder()
                .allow(MISC)
                .allow(INSTANCE_READ, LOGS, c -> c.eq("id", 1L))
                .build();
        Permissions other = Permissions.ofJson(
                "{\"api\":{\"instance_read\":{\"" + LOGS + "\":{\"constraints\":{\"id\":{\"eq\":1}}}},\"misc\":{}}}");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(Permissions.readOnly());
        assertThat((Object) one).isNotEqualTo("text");
    }

    @Test
    void write_whenPartOfABody_thenAsJson() {
        assertThat(new String(
                        Json.write(Map.of(
                                "permissions", Permissions.builder().allow(MISC).build())),
                        UTF_8))
                .isEqualTo("{\"permissions\":{\"api\":{\"misc\":{}}}}");
    }
}
