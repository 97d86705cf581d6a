package io.github.vastsdk.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Reads and writes small files that hold a secret. A file is written in full under another name in the same folder,
 * accessible to its owner alone from the start, and then gets its name; so nobody ever sees half of it, and a symbolic
 * link at that name is not followed.
 */
public final class SecretFiles {
    /** Enough for any key; a larger file is something else. */
    static final int MAX_BYTES = 16 * 1024;

    private SecretFiles() {}

    /** Reads a file, following symbolic links. Bytes that are no UTF-8 are read as U+FFFD. */
    public static String read(Path file) throws IOException {
        return readRegularFile(file);
    }

    /** Reads a file that must not be a symbolic link. Bytes that are no UTF-8 are read as U+FFFD. */
    public static String readNoLink(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "is a symbolic link, which is not followed");
        }
        return readRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes a file, in place of one that may be there. */
    public static void replace(Path file, String text) throws IOException {
        try (Draft draft = draft(file, text)) {
            rename(draft.path, file);
        }
    }

    /** Writes the text beside its destination; it is on the disk when this returns. Missing folders are created. */
    public static Draft draft(Path destination, String text) throws IOException {
        Path folder = destination.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(destination.toString(), null, "is a root folder, not a file");
        }
        OwnerOnly.createFolders(folder);
        Path path = folder.resolve(".vastsdk-" + UUID.randomUUID() + ".tmp");
        Files.createFile(path, OwnerOnly.newFile(path));
        try {
            OwnerOnly.restrictByAcl(path);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            return new Draft(path);
        } catch (IOException | RuntimeException e) {
            deleteLeftover(path, e);
            throw e;
        }
    }

    /**
     * Gives a file of the caller's own a name that others may want as well, unless it is taken. A link never replaces
     * anything, whereas a rename overwrites whatever appeared since the last look.
     *
     * @throws FileAlreadyExistsException if a file, a folder or a symbolic link has that name
     */
    public static void publish(Path own, Path name) throws IOException {
        if (Files.isSymbolicLink(own)) {
            moveAside(own, name);
            return;
        }
        try {
            Files.createLink(name, own);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            // A file system without hard links.
            publishWithoutLink(own, name, e);
            return;
        }
        Files.delete(own);
    }

    /**
     * Renames what others may replace meanwhile, be it a symbolic link, to a name that nobody else wants, unless it is
     * taken. An empty file takes that name first; the rename then moves whatever is there in one step.
     *
     * @throws FileAlreadyExistsException if the new name is taken
     */
    public static void moveAside(Path from, Path to) throws IOException {
        Files.createFile(to, OwnerOnly.newFile(to));
        try {
            rename(from, to);
        } catch (IOException | RuntimeException e) {
            deleteLeftover(to, e);
            throw e;
        }
    }

    private static void publishWithoutLink(Path own, Path name, Exception reason) throws IOException {
        try {
            moveAside(own, name);
        } catch (IOException e) {
            e.addSuppressed(reason);
            throw e;
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void deleteLeftover(Path leftover, Exception failure) {
        try {
            Files.deleteIfExists(leftover);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static String readRegularFile(Path file, LinkOption... links) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class, links).isRegularFile()) {
            throw new FileSystemException(file.toString(), null, "is not a regular file");
        }
        Set<OpenOption> options = new HashSet<>(List.of(links));
        options.add(StandardOpenOption.READ);
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES + 1);
        try (FileChannel channel = FileChannel.open(file, options)) {
            int count = 0;
            while (count >= 0 && bytes.hasRemaining()) {
                count = channel.read(bytes);
            }
        }
        if (!bytes.hasRemaining()) {
            throw new FileSystemException(file.toString(), null, "is larger than " + MAX_BYTES + " bytes");
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    /** A complete file under a temporary name. Closing it removes that name. */
    public static final class Draft implements AutoCloseable {
        private final Path path;

        private Draft(Path path) {
            this.path = path;
        }

        /**
         * Gives the file its name, unless that is taken.
         *
         * @throws FileAlreadyExistsException if a file, a folder or a symbolic link has that name
         */
        public void placeAs(Path file) throws IOException {
            publish(path, file);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
