package io.github.vastsdk.thunder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about Thunder Compute says of the operations what their rows say, in the order of the paths. */
class ThunderDocsTest {
    private static Stream<String> operations() {
        return ThunderRows.rows()
                .filter(row -> !row.sdk().contains(") of ") && !row.sdk().contains(") with "))
                .sorted(Comparator.comparing((ThunderRow<?> row) -> row.path().replaceFirst("^/v[12]", ""))
                        .thenComparing(ThunderRow::path))
                .map(row -> "| `%s` | `%s` | `%s` | %s | %s |"
                        .formatted(row.method(), row.path(), row.sdk(), repeated(row), tests(row)));
    }

    private static String repeated(ThunderRow<?> row) {
        return switch (row.safety()) {
            case READ -> "yes: a read";
            case IDEMPOTENT -> "yes: idempotent";
            case UNSAFE -> "only if certainly not processed";
            case NEVER -> "never";
        };
    }

    private static String tests(ThunderRow<?> row) {
        String tests = "`ThunderOperationsTest`";
        if (row.isLocated()) {
            tests += ", `ThunderIndexShiftTest`";
        }
        return row.isLocated() || row.path().endsWith("/instances/create")
                ? tests + ", `ThunderFaultTableTest`"
                : tests;
    }

    @Test
    void page_whenComparedWithTheRows_thenHasExactlyThem() {
        List<String> expected = operations().toList();

        assertThat(ThunderDocs.lines().stream()
                        .filter(line -> line.matches("\\| `(GET|POST|PUT|PATCH|DELETE)` .*"))
                        .collect(Collectors.toList()))
                .isEqualTo(expected);
    }
}
