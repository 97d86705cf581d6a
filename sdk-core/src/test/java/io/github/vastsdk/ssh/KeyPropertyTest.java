package io.github.vastsdk.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes in: a key, or an IllegalArgumentException that repeats nothing of it. */
class KeyPropertyTest {
    /** So much of a key in a message would be a leak, and no word of a message is that long. */
    private static final int LEAK = 24;

    @Property
    void parse_whenGarbage_thenRefusedWithoutRepeatingIt(@ForAll String text) {
        assertThat(isRefused(SshPublicKey::parse, text)).isTrue();
    }

    @Property
    void parse_whenGarbageBehindAType_thenRefusedWithoutRepeatingIt(
            @ForAll @From("types") String type, @ForAll byte[] data, @ForAll String comment) {
        WireWriter blob = new WireWriter().text(type).raw(data);
        String base64 = Base64.getEncoder().encodeToString(blob.toBytes());
        isRefused(SshPublicKey::parse, type + " " + base64 + " " + comment);
    }

    @Property
    void parse_whenMutatedPublicKey_thenKeyOrRefusal(@ForAll @From("publicKeys") String text, @ForAll long seed) {
        isRefused(SshPublicKey::parse, mutate(text, new Random(seed)));
    }

    @Property
    void parse_whenCutOffAnywhere_thenKeyDataIsNeverTakenAsWhole(
            @ForAll @From("publicKeys") String text, @ForAll long seed) {
        String line = text.substring(0, text.indexOf(' ', text.indexOf(' ') + 1));
        String cut = line.substring(0, new Random(seed).nextInt(line.length()));

        assertThat(isRefused(SshPublicKey::parse, cut)).isTrue();
    }

    @Property
    void parse_whenMutatedPrivateKeyIsGiven_thenNotRepeated(
            @ForAll @From("privateKeys") String text, @ForAll long seed) {
        assertThat(isRefused(SshPublicKey::parse, mutate(text, new Random(seed))))
                .isTrue();
    }

    @Property(tries = 300)
    void publicHalf_whenMutatedPrivateKey_thenKeyOrRefusal(
            @ForAll @From("privateKeys") String text, @ForAll long seed) {
        isRefused(OpenSshPrivateKey::publicHalf, mutate(text, new Random(seed)));
    }

    @Property
    void publicHalf_whenGarbage_thenRefusedWithoutRepeatingIt(@ForAll String text) {
        assertThat(isRefused(OpenSshPrivateKey::publicHalf, text)).isTrue();
    }

    @Property
    void parse_whenOwnOutput_thenSameKey(
            @ForAll @From("publicKeys") String text, @ForAll @From("labels") String label) {
        SshPublicKey key = SshPublicKey.parse(text);
        String line = key.toString()
                        .substring(0, key.toString().length() - key.comment().length())
                + label;

        SshPublicKey again = SshPublicKey.parse(SshPublicKey.parse(line).toString());

        assertThat(again).isEqualTo(key);
        assertThat(again.comment()).isEqualTo(label.strip());
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(KeyType.values()).map(KeyType::wireName);
    }

    @Provide
    Arbitrary<String> publicKeys() {
        return Arbitraries.of(TestKeys.PAIRS).map(name -> TestKeys.text(name + ".pub"));
    }

    @Provide
    Arbitrary<String> privateKeys() {
        return Arbitraries.of(TestKeys.PAIRS).map(TestKeys::text);
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.chars()
                .filter(c -> !Character.isISOControl(c) && !Character.isSurrogate(c))
                .list()
                .map(chars -> chars.stream().map(String::valueOf).collect(Collectors.joining()));
    }

    /** Tells whether the text is refused. Any other exception, and a refusal that repeats the text, fails the property. */
    private static boolean isRefused(Consumer<String> parser, String text) {
        try {
            parser.accept(text);
            return false;
        } catch (IllegalArgumentException e) {
            assertThat(e.getCause()).isNull();
            assertThat(IntStream.rangeClosed(0, text.length() - LEAK).mapToObj(i -> text.substring(i, i + LEAK)))
                    .noneMatch(e.getMessage()::contains);
            return true;
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.setCharAt(at, (char) random.nextInt(128));
                case 1 -> mutated.setCharAt(at, text.charAt(random.nextInt(text.length())));
                case 2 -> mutated.insert(at, (char) random.nextInt(0x10000));
                default -> mutated.delete(at, at + 1 + random.nextInt(5));
            }
        }
        return mutated.toString();
    }
}
