package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
    @Test
    void constants_whenCompared_thenEachStandsForAnotherText() throws Exception {
        List<ErrorCode> constants = new ArrayList<>();
        for (Field field : ErrorCode.class.getFields()) {
            assertThat(Modifier.isFinal(field.getModifiers())).isTrue();
            constants.add((ErrorCode) field.get(null));
        }

        assertThat(constants).doesNotHaveDuplicates().hasSizeGreaterThan(80);
        assertThat(constants)
                .allSatisfy(code -> assertThat(ErrorCode.of(code.value())).isSameAs(code));
        assertThat(constants).filteredOn(code -> !code.isDocumented()).containsExactly(ErrorCode.NONE);
    }

    @Test
    void of_whenTheCaseOrTheSpaceDiffers_thenItIsTheConstant() {
        assertThat(ErrorCode.of(" No_Such_Ask\n")).isSameAs(ErrorCode.NO_SUCH_ASK);
    }

    @Test
    void of_whenBlank_thenNone() {
        assertThat(ErrorCode.of("  ")).isSameAs(ErrorCode.NONE);
    }

    @Test
    void of_whenUnknown_thenTheTextIsKept() {
        ErrorCode code = ErrorCode.of("Brand_New");

        assertThat(code.value()).isEqualTo("Brand_New");
        assertThat(code).hasToString("Brand_New");
        assertThat(code.isDocumented()).isFalse();
        assertThat(code)
                .isEqualTo(ErrorCode.of("brand_new"))
                .hasSameHashCodeAs(ErrorCode.of("brand_new"))
                .isNotEqualTo(ErrorCode.of("brand_old"))
                .isNotEqualTo("Brand_New");
    }

    @Test
    void of_whenNull_thenRefused() {
        assertThatNullPointerException().isThrownBy(() -> ErrorCode.of(null));
    }
}
