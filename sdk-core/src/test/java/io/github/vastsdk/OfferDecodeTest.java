package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole market is read with a heap that could not hold it: the answer is 70 MB, and so are its offers. */
class OfferDecodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"-Xmx96m", "-Xmx40m"})
    @Timeout(60)
    void scan_whenMarketIsLargerThanTheHeap_thenReadsEveryOffer(String heap) throws IOException, InterruptedException {
        String output = ChildJvm.run(OfferDecodeProgram.class, List.of(heap), Map.of());

        System.out.println(output.lines().reduce("", (before, line) -> line));
        assertThat(output).contains(OfferDecodeProgram.OFFERS + " offers from 7");
    }
}
