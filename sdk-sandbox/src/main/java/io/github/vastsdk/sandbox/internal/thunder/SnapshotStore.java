package io.github.vastsdk.sandbox.internal.thunder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The snapshots of the account. */
final class SnapshotStore {
    private final List<Snapshot> snapshots = new ArrayList<>();

    List<Snapshot> all() {
        return Collections.unmodifiableList(snapshots);
    }

    @Nullable
    Snapshot named(String name) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    void add(Snapshot snapshot) {
        snapshots.add(snapshot);
    }

    /** Deletes one; says whether there was such a one. */
    boolean remove(String id) {
        return snapshots.removeIf(snapshot -> snapshot.id().equals(id));
    }
}
