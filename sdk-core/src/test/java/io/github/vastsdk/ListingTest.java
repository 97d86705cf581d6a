package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTest {
    /** A row with something of everything. */
    public record Row(
            long id, @Nullable String name, @Nullable Double price, List<String> tags, Map<String, String> extra) {
        static Row of(long id, @Nullable String name) {
            return new Row(id, name, null, List.of("t"), Map.of("a", "b"));
        }
    }

    /** A row whose accessor fails. */
    public record Moody(int id, String mood) {
        @Override
        public String mood() {
            throw new IllegalStateException("not now");
        }
    }

    /** A row that other packages may not look into. */
    private record Hidden(int id) {}

    /** A row with more columns than fit side by side. */
    public record Wide(String first, String second, String third, String fourth, String fifth) {}

    private static Listing<Row> rows(int count) {
        return Listing.of(
                IntStream.range(0, count).mapToObj(i -> Row.of(i, "n" + i)).toList());
    }

    @Test
    void toString_whenFewRows_thenAlignsThemAndLeavesEmptyColumnsOut() {
        Listing<Row> listing = Listing.of(List.of(Row.of(1, "short"), Row.of(20_000, "a longer name")));

        assertThat(listing)
                .hasToString(
                        """
                id     name
                1      short
                20000  a longer name""");
    }

    @Test
    void toString_whenManyRows_thenShowsTenAndCountsTheRest() {
        List<String> lines = rows(25).toString().lines().toList();

        assertThat(lines).hasSize(12);
        assertThat(lines.get(10)).isEqualTo("9   n9");
        assertThat(lines.get(11)).isEqualTo("… 15 more");
    }

    @Test
    void toString_whenExactlyTenRows_thenNothingIsLeftOver() {
        assertThat(rows(10).toString().lines()).hasSize(11).last().isEqualTo("9   n9");
    }

    @Test
    void toString_whenEmpty_thenSaysSo() {
        assertThat(Listing.of(List.of())).hasToString("(empty)");
    }

    @Test
    void toString_whenRowsAreNoRecords_thenOneColumn() {
        assertThat(Listing.of(List.of("a", "b c"))).hasToString("value\na\nb c");
    }

    @Test
    void toString_whenRowsAreOfSeveralTypes_thenOneColumn() {
        assertThat(Listing.<Object>of(List.of(new Moody(1, "x"), "text")).toString())
                .startsWith("value")
                .contains("text");
    }

    @Test
    void toString_whenAnAccessorFails_thenLeavesTheColumnOut() {
        assertThat(Listing.of(List.of(new Moody(1, "x")))).hasToString("id\n1");
    }

    @Test
    void toString_whenRecordIsNotAccessible_thenShowsItAsText() {
        assertThat(Listing.of(List.of(new Hidden(7)))).hasToString("value\nHidden[id=7]");
    }

    @Test
    void toString_whenCellsAreWideOrHaveLineBreaks_thenCutsAndFlattensThem() {
        Listing<Row> listing = Listing.of(List.of(Row.of(1, "two\nlines\tand " + "x".repeat(100) + "end")));

        String line = listing.toString().lines().toList().get(1);
        assertThat(line).isEqualTo("1   two lines and xxxx…" + "x".repeat(14) + "end");
    }

    @Test
    void toString_whenColumnsDoNotFit_thenShowsThoseThatDo() {
        String cell = "x".repeat(28);
        Listing<Wide> listing = Listing.of(List.of(new Wide(cell, cell, cell, cell, cell)));

        assertThat(listing.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(88));
        assertThat(listing.toString()).contains("first", "second").doesNotContain("fourth");
        assertThat(listing.toHtml()).contains("fourth", "fifth");
    }

    /** A row with lists of numbers and of others. */
    public record Choice(String id, List<Integer> counts, List<Integer> none, List<String> texts) {}

    @Test
    void toString_whenAListHoldsNumbers_thenShowsThem() {
        assertThat(Listing.of(List.of(new Choice("a", List.of(4, 8), List.of(), List.of("t")))))
                .hasToString("id  counts\na   [4, 8]");
    }

    @Test
    void toString_whenIdsAreUuids_thenTheyCanBeCopied() {
        String uuid = "6808f3b5-72e5-4001-a2b8-1927ba5bb5f6";

        assertThat(Listing.of(List.of(Row.of(1, uuid))).toString()).contains(uuid);
    }

    @Property(tries = 200)
    void toString_whenAnyRows_thenAtMostTenOfThemInAThousandCharacters(
            @ForAll List<String> names, @ForAll List<Double> prices) {
        List<Row> rows = IntStream.range(0, names.size())
                .mapToObj(i -> new Row(i, names.get(i), i < prices.size() ? prices.get(i) : null, List.of(), Map.of()))
                .toList();

        String text = Listing.of(rows).toString();

        assertThat(text.length()).isLessThanOrEqualTo(1000);
        assertThat(text.split("\n", -1).length).isLessThanOrEqualTo(12);
    }

    @Test
    void toString_whenRowsAreLong_thenShowsFewerOfThem() {
        Listing<Wide> listing =
                Listing.of(Stream.generate(() -> new Wide("a".repeat(28), "b".repeat(28), "c".repeat(10), "d", "e"))
                        .limit(30)
                        .toList());

        String text = listing.toString();
        assertThat(text.length()).isLessThanOrEqualTo(1000);
        assertThat(text).endsWith(" more");
    }

    @Test
    void toHtml_whenCellsHoldMarkup_thenEscapesIt() {
        Listing<Row> listing = Listing.of(List.of(Row.of(1, "<b a=\"x\">&")));

        assertThat(listing.toHtml())
                .isEqualTo(
                        """
                <table>
                <tr><th>id</th><th>name</th></tr>
                <tr><td>1</td><td>&lt;b a=&quot;x&quot;&gt;&amp;</td></tr>
                </table>""");
    }

    @Test
    void toHtml_whenManyRows_thenShowsAllOfThem() {
        assertThat(rows(25).toHtml().lines().filter(line -> line.startsWith("<tr><td>")))
                .hasSize(25);
        assertThat(Listing.of(List.of()).toHtml()).startsWith("<table>").endsWith("</table>");
    }

    @Test
    void of_whenItemsAreNull_thenIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> Listing.of(Arrays.asList("a", null)));
    }

    @Test
    void listing_whenUsedAsList_thenBehavesLikeOne() {
        Listing<Row> listing = rows(3);

        assertThat(listing).hasSize(3).isEqualTo(List.copyOf(listing));
        assertThat(listing.first()).contains(listing.get(0));
        assertThat(Listing.of(List.of()).first()).isEmpty();
        assertThatThrownBy(() -> listing.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> listing.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void toString_whenACellIsCutInsideACharacter_thenLeavesTheWholeCharacterOut() {
        String text =
                Listing.of(List.of("x".repeat(13) + "\uD83D\uDE00".repeat(20))).toString();

        assertThat(text.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }
}
