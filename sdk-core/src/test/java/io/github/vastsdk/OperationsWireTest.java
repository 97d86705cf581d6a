package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.SdkException;
import io.github.vastsdk.internal.Sends;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row per operation: the request line, the query and the body that it sends, whatever the mode. */
class OperationsWireTest extends WireTest {
    static Stream<Sends<VastClient>> operations() {
        return Stream.of(
                        AccountRows.rows(),
                        OfferRows.rows(),
                        CreateRows.rows(),
                        InstanceRows.rows(),
                        StorageRows.rows())
                .flatMap(rows -> rows);
    }

    static Stream<Arguments> operationsInEachMode() {
        return operations().flatMap(sends -> Stream.of(Mode.values()).map(mode -> Arguments.of(sends, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operationsInEachMode")
    void operation_whenExecuted_thenSendsExactlyThis(Sends<VastClient> expected, Mode mode)
            throws InterruptedException {
        answer(200, json(expected.answer()).toString());

        mode.run(expected.call().apply(vast));

        expected.verify(request());
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenBuilt_thenNamesItselfAndHidesItsValues(Sends<VastClient> expected) {
        Call<?> call = expected.call().apply(vast);

        assertThat(call.toString())
                .startsWith("Call[" + expected.method() + " " + expected.path())
                .endsWith("(not sent; call .execute())")
                .doesNotContain("HF_TOKEN", "someone@example");
        assertThat(call.toCurl())
                .contains("-X " + expected.method(), expected.path(), "$VAST_API_KEY")
                .doesNotContain(API_KEY);
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void operation_whenAnswerIsEmptyOrHtmlOrNull_thenNeverMakesUpAValue(Sends<VastClient> expected) {
        for (String nonsense : List.of("", "<html>hello</html>", "null", "17", "[1]")) {
            answer(200, nonsense);
            assertThatThrownBy(() -> expected.call().apply(vast).execute())
                    .as("%s answered with \"%s\"", expected, nonsense)
                    .isInstanceOf(SdkException.class);
        }
    }

    @Test
    void put_whenVariableExists_thenUpdatesIt() throws InterruptedException {
        answer(400, "{\"success\": false, \"error\": \"existing_key\", \"msg\": \"exists\"}");
        answer(200, "{\"success\": true, \"msg\": \"updated\"}");

        assertThat(vast.envVars().put("A", "1").execute().msg()).isEqualTo("updated");

        assertThat(request().getMethod()).isEqualTo("POST");
        assertThat(request().getMethod()).isEqualTo("PUT");
    }
}
