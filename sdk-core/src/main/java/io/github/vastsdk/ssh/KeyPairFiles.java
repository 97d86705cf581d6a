package io.github.vastsdk.ssh;

import io.github.vastsdk.internal.files.SecretFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** The two files of a key pair: a private key, and the public key beside it with {@code .pub} behind its name. */
class KeyPairFiles {
    private final Path privateFile;
    private final Path publicFile;

    KeyPairFiles(Path privateFile) {
        this.privateFile = Objects.requireNonNull(privateFile, "privateFile").toAbsolutePath();
        this.publicFile = this.privateFile.resolveSibling(this.privateFile.getFileName() + ".pub");
    }

    /** Writes both files, or neither. */
    void create(SshKeyPair pair) throws IOException {
        for (Path file : new Path[] {privateFile, publicFile}) {
            if (exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        write(pair, done -> {});
    }

    /** Writes both files and renames what is there; or, if that fails, leaves everything as it was. */
    void createWithBackup(SshKeyPair pair, Clock clock) throws IOException {
        write(pair, done -> {
            String suffix = freeSuffix(clock);
            setAside(privateFile, suffix, done);
            setAside(publicFile, suffix, done);
        });
    }

    private void write(SshKeyPair pair, Preparation preparation) throws IOException {
        Deque<Step> undo = new ArrayDeque<>();
        try (SecretFiles.Draft privateDraft =
                        SecretFiles.draft(privateFile, pair.privateKey().reveal());
                SecretFiles.Draft publicDraft = SecretFiles.draft(publicFile, pair.publicKey() + "\n")) {
            preparation.run(undo);
            // The private key comes last: where there is one, its pair is complete, and undoing never deletes one.
            place(publicDraft, publicFile);
            undo.push(() -> Files.delete(publicFile));
            place(privateDraft, privateFile);
            undo.clear();
        } catch (IOException | RuntimeException e) {
            for (Step step : undo) {
                try {
                    step.run();
                } catch (IOException failure) {
                    e.addSuppressed(failure);
                }
            }
            throw e;
        }
    }

    void place(SecretFiles.Draft draft, Path file) throws IOException {
        draft.placeAs(file);
    }

    private static void setAside(Path file, String suffix, Deque<Step> undo) throws IOException {
        if (exists(file)) {
            Path backup = backup(file, suffix);
            SecretFiles.moveAside(file, backup);
            undo.push(() -> restore(backup, file));
        }
    }

    private static void restore(Path backup, Path file) throws IOException {
        try {
            SecretFiles.publish(backup, file);
        } catch (IOException e) {
            throw new IOException("What was " + file + " is now " + backup, e);
        }
    }

    /** The present second, or the next one for which neither of the two backup names is taken. */
    private String freeSuffix(Clock clock) {
        long second = clock.instant().getEpochSecond();
        while (exists(backup(privateFile, suffix(second))) || exists(backup(publicFile, suffix(second)))) {
            second++;
        }
        return suffix(second);
    }

    private static String suffix(long second) {
        return ".backup_" + second;
    }

    private static Path backup(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private interface Step {
        void run() throws IOException;
    }

    private interface Preparation {
        void run(Deque<Step> undo) throws IOException;
    }
}
