package io.github.vastsdk.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.internal.files.SecretFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What else may happen while a pair is saved. */
class KeyPairFilesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    private final SshKeyPair pair = SshKeyPair.generateEd25519("new");

    @TempDir
    Path folder;

    private Path privateFile;
    private Path publicFile;

    @BeforeEach
    void names() {
        privateFile = folder.resolve("id_ed25519");
        publicFile = folder.resolve("id_ed25519.pub");
    }

    @Test
    void create_whenSecondFileAppearsMeanwhile_thenFirstIsTakenBack() throws IOException {
        KeyPairFiles files = new FailingFiles(() -> Files.writeString(privateFile, "theirs"));

        assertThatThrownBy(() -> files.create(pair)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(privateFile).hasContent("theirs");
        assertThat(TestKeys.names(folder)).containsExactly("id_ed25519");
    }

    @RepeatedTest(20)
    void create_whenManyAtOnce_thenExactlyOneWins() throws Exception {
        List<SshKeyPair> pairs = generate(8);

        List<Boolean> saved = atOnce(pairs, each -> each.save(privateFile));

        assertThat(saved).containsOnlyOnce(true);
        assertThat(SshKeyPair.load(privateFile).publicKey())
                .isEqualTo(pairs.get(saved.indexOf(true)).publicKey())
                .isEqualTo(SshPublicKey.fromFile(publicFile));
        assertThat(TestKeys.names(folder)).containsExactly("id_ed25519", "id_ed25519.pub");
    }

    @Test
    void createWithBackup_whenLastStepFails_thenEverythingIsAsBefore() throws IOException {
        Files.writeString(privateFile, "old private");
        Files.writeString(publicFile, "old public");
        KeyPairFiles files = new FailingFiles(() -> {
            throw new FileSystemException("disk full");
        });

        assertThatThrownBy(() -> files.createWithBackup(pair, CLOCK))
                .isInstanceOf(FileSystemException.class)
                .hasMessage("disk full")
                .hasNoSuppressedExceptions();

        assertThat(privateFile).hasContent("old private");
        assertThat(publicFile).hasContent("old public");
        assertThat(TestKeys.names(folder)).containsExactly("id_ed25519", "id_ed25519.pub");
    }

    @Test
    void createWithBackup_whenOldFileCannotGetItsNameBack_thenTellsWhereItIs() throws IOException {
        Files.writeString(privateFile, "old private");
        KeyPairFiles files = new FailingFiles(() -> Files.writeString(privateFile, "theirs"));

        assertThatThrownBy(() -> files.createWithBackup(pair, CLOCK))
                .isInstanceOf(FileAlreadyExistsException.class)
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("id_ed25519.backup_1700000000"));

        assertThat(privateFile).hasContent("theirs");
        assertThat(folder.resolve("id_ed25519.backup_1700000000")).hasContent("old private");
    }

    @RepeatedTest(20)
    void createWithBackup_whenManyAtOnce_thenNoSavedKeyIsLost() throws Exception {
        SshKeyPair old = SshKeyPair.generateEd25519("old");
        old.save(privateFile);
        List<SshKeyPair> pairs = generate(8);

        List<Boolean> saved = atOnce(pairs, each -> each.saveWithBackup(privateFile, CLOCK));

        List<String> privateKeys = TestKeys.names(folder).stream()
                .filter(name -> !name.contains(".pub"))
                .map(name -> SshKeyPair.load(folder.resolve(name)).privateKey().reveal())
                .toList();
        assertThat(saved).contains(true);
        assertThat(privateKeys).contains(old.privateKey().reveal());
        IntStream.range(0, pairs.size()).filter(saved::get).forEach(i -> assertThat(privateKeys)
                .contains(pairs.get(i).privateKey().reveal()));
        assertThat(TestKeys.names(folder)).noneMatch(name -> name.endsWith(".tmp"));
    }

    private static List<SshKeyPair> generate(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SshKeyPair.generateEd25519("pair " + i))
                .toList();
    }

    /** Runs the step for all pairs from one moment on, and tells which succeeded. */
    private static List<Boolean> atOnce(List<SshKeyPair> pairs, Consumer<SshKeyPair> step) throws Exception {
        CyclicBarrier start = new CyclicBarrier(pairs.size());
        ExecutorService threads = Executors.newFixedThreadPool(pairs.size());
        try {
            List<Future<Boolean>> results = threads.invokeAll(pairs.stream()
                    .map(pair -> (Callable<Boolean>) () -> {
                        start.await();
                        try {
                            step.accept(pair);
                            return true;
                        } catch (UncheckedIOException e) {
                            return false;
                        }
                    })
                    .toList());
            List<Boolean> values = new ArrayList<>();
            for (Future<Boolean> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Something happens just before the private key gets its name. */
    private final class FailingFiles extends KeyPairFiles {
        private final Event event;

        FailingFiles(Event event) {
            super(privateFile);
            this.event = event;
        }

        @Override
        void place(SecretFiles.Draft draft, Path file) throws IOException {
            if (file.equals(privateFile)) {
                event.happen();
            }
            super.place(draft, file);
        }
    }

    private interface Event {
        void happen() throws IOException;
    }
}
