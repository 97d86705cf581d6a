package io.github.vastsdk.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerOnlyTest {
    @Test
    void restrict_whenAccessControlList_thenOwnerIsTheOnlyEntry() throws IOException {
        RecordingView view = new RecordingView();

        OwnerOnly.restrict(view);

        assertThat(view.acl).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
            assertThat(entry.principal().getName()).isEqualTo("owner");
            assertThat(entry.permissions()).containsExactlyInAnyOrder(AclEntryPermission.values());
        });
    }

    /** Stands for a file on a file system such as NTFS. */
    private static final class RecordingView implements AclFileAttributeView {
        private List<AclEntry> acl = List.of();

        @Override
        public String name() {
            return "acl";
        }

        @Override
        public List<AclEntry> getAcl() {
            return acl;
        }

        @Override
        public void setAcl(List<AclEntry> entries) {
            acl = entries;
        }

        @Override
        public UserPrincipal getOwner() {
            return () -> "owner";
        }

        @Override
        public void setOwner(UserPrincipal owner) {
            throw new UnsupportedOperationException("the owner stays");
        }
    }
}
