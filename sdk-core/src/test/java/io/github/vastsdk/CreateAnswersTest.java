package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.InsufficientCreditException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.error.PermissionDeniedException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.error.ResponseFormatException;
import io.github.vastsdk.model.CreatedInstance;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the answers to renting an offer are read. */
class CreateAnswersTest extends WireTest {
    private Call<CreatedInstance> create() {
        return vast.instances().create(4242, r -> r.image("i").bidPrice(0.1));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenTheOfferIsRented_thenNamesTheInstanceAndItsKey(Mode mode) {
        answer(
                200,
                json("{'success': true, 'new_contract': '7835610', 'instance_api_key': 'k', 'ask_id': 4242, 'new': 1}")
                        .toString());

        CreatedInstance created = mode.run(create());

        assertThat(created.instanceId()).isEqualTo(7835610);
        assertThat(created.askId()).isEqualTo(4242);
        assertThat(created.instanceApiKey()).isEqualTo(Secret.of("k"));
        assertThat(created.success()).isTrue();
        assertThat(created.extra()).containsOnlyKeys("new");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(400, "'error': 'no_such_ask'", OfferUnavailableException.class, null),
                refusal(
                        404,
                        "'error': 'invalid_args', 'msg': 'error 404/1: no_such_ask'",
                        OfferUnavailableException.class,
                        null),
                refusal(410, "'error': 'no_such_ask', 'ask_id': 4242", OfferUnavailableException.class, null),
                refusal(400, "'msg': 'Instance type 1 is no longer available.'", OfferUnavailableException.class, null),
                refusal(400, "'msg': 'already rented'", OfferUnavailableException.class, null),
                refusal(404, "", OfferUnavailableException.class, null),
                refusal(410, "", OfferUnavailableException.class, null),
                refusal(400, "'error': 'no_ssh_key_for_vm'", BadRequestException.class, null),
                refusal(
                        400,
                        "'error': 'invalid_price', 'msg': 'bid too low', 'new_contract': 77",
                        BadRequestException.class,
                        77L),
                refusal(200, "'error': 'bid_too_low', 'new_contract': '78'", RejectedException.class, 78L),
                refusal(200, "'msg': 'Your account lacks credit'", InsufficientCreditException.class, null),
                refusal(403, "'error': 'invalid_args', 'msg': 'not your own'", PermissionDeniedException.class, null));
    }

    private static Arguments refusal(
            int status, String says, Class<? extends ApiException> thrown, @Nullable Long newContract) {
        return Arguments.of(status, says, thrown, newContract);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void create_whenRefused_thenSaysWhyAndNamesWhatWasCreatedAllTheSame(
            int status, String says, Class<? extends ApiException> thrown, @Nullable Long newContract) {
        for (Mode mode : Mode.values()) {
            answer(
                    status,
                    json("{'success': false" + (says.isEmpty() ? "" : ", " + says) + "}")
                            .toString());

            Throwable refused = catchThrowable(() -> mode.run(create()));

            assertThat(refused).isExactlyInstanceOf(thrown);
            assertThat(((ApiException) refused).newContract())
                    .isEqualTo(newContract == null ? OptionalLong.empty() : OptionalLong.of(newContract));
        }
        assertThat(server.getRequestCount()).isEqualTo(Mode.values().length);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void create_whenTheAnswerNamesNoInstance_thenNeverMakesOneUp(Mode mode) {
        answer(200, "{\"success\": true}");

        assertThat(catchThrowable(() -> mode.run(create())))
                .isExactlyInstanceOf(ResponseFormatException.class)
                .hasMessageContaining("no member new_contract");
    }
}
