package io.github.vastsdk.internal.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Access for the owner alone: 0600 and 0700 where the file system has POSIX permissions, else an access control list
 * with the owner as the only entry, else whatever the file system does by default.
 */
final class OwnerOnly {
    private OwnerOnly() {}

    /** The attributes with which to create a file, so that nobody else can open it even for a moment. */
    static FileAttribute<?>[] newFile(Path file) {
        return posix(file, "rw-------");
    }

    /** Creates a folder and its missing parents. A folder that is there already keeps its permissions. */
    static void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectories(folder, posix(folder, "rwx------"));
            } catch (FileAlreadyExistsException e) {
                // Callers take the other exception to mean that the file itself exists.
                throw new NotDirectoryException(e.getFile());
            }
            restrictByAcl(folder);
        }
    }

    /** To be called while the new file is still empty: the list can only be set on a file that exists. */
    static void restrictByAcl(Path file) throws IOException {
        if (!hasPosix(file)) {
            restrict(Files.getFileAttributeView(file, AclFileAttributeView.class));
        }
    }

    static void restrict(@Nullable AclFileAttributeView view) throws IOException {
        if (view != null) {
            view.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(view.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    private static FileAttribute<?>[] posix(Path file, String permissions) {
        return hasPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
