package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAndReplyTest {
    private static Reply<String> reply() {
        return new Reply<>(
                201, Map.of("x-secret", List.of("s")), "value", () -> TextNode.valueOf("raw"), 2, Duration.ofMillis(5));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void page_whenThereIsNoToken_thenIsTheLast(String token) {
        Page<String> page = Page.of(List.of("a"), token, 1L);

        assertThat(page.hasNext()).isFalse();
        assertThat(page.nextToken()).isNull();
        assertThat(page).hasToString("value\na");
    }

    @Test
    void page_whenMoreFollow_thenSaysSo() {
        assertThat(Page.of(List.of("a"), "t", 60L)).hasToString("value\na\n(more pages follow; total 60)");
        assertThat(Page.of(List.of("a"), "t", null)).hasToString("value\na\n(more pages follow; total unknown)");
        assertThat(Page.of(List.of("a"), "t", null).hasNext()).isTrue();
    }

    @Test
    void page_whenItemsAreNull_thenNamesThem() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Page<>(null, null, null))
                .withMessage("items");
    }

    @Test
    void reply_whenMade_thenKeepsWhatItWasGiven() {
        Reply<String> reply = reply();

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.value()).isEqualTo("value");
        assertThat(reply.json()).isEqualTo(TextNode.valueOf("raw"));
        assertThat(reply.attempts()).isEqualTo(2);
        assertThat(reply.elapsed()).isEqualTo(Duration.ofMillis(5));
        assertThat(reply).hasToString("Reply[201, value]");
        assertThatThrownBy(() -> reply.headers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void map_whenValueIsChanged_thenAllElseStays() {
        Reply<Integer> mapped = reply().map(whole -> whole.value().length());

        assertThat(mapped.value()).isEqualTo(5);
        assertThat(mapped.status()).isEqualTo(201);
        assertThat(mapped.headers()).containsKey("x-secret");
        assertThat(mapped.attempts()).isEqualTo(2);
    }

    @Test
    void pacing_whenShown_thenNamesItsKind() {
        assertThat(Pacing.adaptive()).hasToString("Pacing[adaptive]");
        assertThat(Pacing.proactive()).hasToString("Pacing[proactive]");
        assertThat(Pacing.off()).hasToString("Pacing[off]");
        assertThat(Pacing.shared((lane, interval) -> null)).hasToString("Pacing[shared]");
        assertThatNullPointerException().isThrownBy(() -> Pacing.shared(null)).withMessage("schedule");
    }
}
