package io.github.vastsdk.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HierarchyTest {
    private static final CallContext CALL = new CallContext("PUT /api/v0/asks/7/", 1, Duration.ofMillis(5));
    private static final ErrorResponse RESPONSE =
            new ErrorResponse(418, ErrorCode.of("odd"), "why", "body", Map.of("Date", List.of("today")));

    static Stream<Class<?>> everyClass() {
        return below(SdkException.class);
    }

    private static Stream<Class<?>> below(Class<?> type) {
        Stream<Class<?>> self = Stream.of(type);
        return type.isSealed()
                ? Stream.concat(self, Stream.of(type.getPermittedSubclasses()).flatMap(HierarchyTest::below))
                : self;
    }

    static Stream<Class<?>> everyApiException() {
        return below(ApiException.class).filter(type -> !Modifier.isAbstract(type.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("everyClass")
    void subclass_whenLookedAt_thenItIsSealedOrFinalAndPublic(Class<?> type) {
        assertThat(type.isSealed() || Modifier.isFinal(type.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
        assertThat(type.getPackageName()).isEqualTo(SdkException.class.getPackageName());
        assertThat(RuntimeException.class).isAssignableFrom(type);
    }

    @ParameterizedTest
    @MethodSource("everyApiException")
    void apiException_whenMadeByAUser_thenItTellsWhatItWasGiven(Class<? extends ApiException> type) throws Exception {
        ApiException failure =
                type.getConstructor(CallContext.class, ErrorResponse.class).newInstance(CALL, RESPONSE);

        assertThat(failure.operation()).isEqualTo("PUT /api/v0/asks/7/");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.elapsed()).isEqualTo(Duration.ofMillis(5));
        assertThat(failure.status()).isEqualTo(418);
        assertThat(failure.code()).isEqualTo(ErrorCode.of("odd"));
        assertThat(failure.detail()).isEqualTo("why");
        assertThat(failure.body()).isEqualTo("body");
        assertThat(failure.headers().get("date")).containsExactly("today");
        assertThat(failure)
                .hasMessage("PUT /api/v0/asks/7/ → 418 odd: why (1 attempt, 5 ms)")
                .hasNoCause();
        assertThat(failure.toString()).isEqualTo(type.getName() + ": " + failure.getMessage());
    }

    @Test
    void subclass_whenItIsAKindOfAnother_thenTheGeneralOneCatchesIt() {
        assertThat(everyClass().filter(type -> !Modifier.isAbstract(type.getModifiers())))
                .hasSize(31);
        assertThat(new InvalidPermissionsException(CALL, RESPONSE)).isInstanceOf(BadRequestException.class);
        assertThat(new SessionExpiredException(CALL, RESPONSE)).isInstanceOf(AuthenticationException.class);
        assertThat(new NoSuchInstanceException(CALL, RESPONSE)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void exception_whenSerialized_thenItComesBackWhole() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new RateLimitedException(CALL, RESPONSE));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            RateLimitedException back = (RateLimitedException) in.readObject();

            assertThat(back.code()).isEqualTo(ErrorCode.of("odd"));
            assertThat(back.headers().get("DATE")).containsExactly("today");
            assertThat(back.elapsed()).isEqualTo(Duration.ofMillis(5));
        }
    }
}
