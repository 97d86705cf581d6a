package io.github.vastsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.error.ApiException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ErrorsTableTest {
    @ParameterizedTest(name = "{1} {2} {4} {5} → {6}")
    @CsvFileSource(
            resources = "refusals.csv",
            delimiter = '|',
            numLinesToSkip = 1,
            emptyValue = "",
            nullValues = "(none)")
    void ofResponse_whenRefused_thenTheLeafSaysWhy(
            VastKind kind, String operation, int status, String shape, String code, String text, String leaf) {
        String wireCode = Objects.requireNonNullElse(code, "");
        String body = Answers.body(shape, wireCode, Objects.requireNonNullElse(text, ""));

        ApiException failure = Answers.read(kind, status, Map.of(), body);

        assertThat(failure.getClass().getSimpleName())
                .as(operation + " " + body)
                .isEqualTo(leaf);
        assertThat(failure.status()).isEqualTo(status);
        if (!wireCode.isEmpty()) {
            assertThat(failure.code()).isEqualTo(ErrorCode.of(wireCode));
        }
    }

    @Test
    void table_whenComparedWithTheConstants_thenNoDocumentedCodeIsMissing() throws Exception {
        Set<ErrorCode> unused = new HashSet<>();
        for (Field field : ErrorCode.class.getFields()) {
            unused.add((ErrorCode) field.get(null));
        }
        unused.removeAll(codesInTable());

        assertThat(unused).containsExactly(ErrorCode.NONE);
    }

    private static Set<ErrorCode> codesInTable() throws IOException {
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ErrorsTableTest.class.getResourceAsStream("refusals.csv")),
                StandardCharsets.UTF_8))) {
            Set<ErrorCode> codes = new HashSet<>();
            table.lines()
                    .map(line -> line.split("\\|", -1))
                    .filter(row -> row.length == 7)
                    .forEach(row -> codes.add(ErrorCode.of(row[4])));
            codes.remove(ErrorCode.NONE);
            return codes;
        }
    }
}
