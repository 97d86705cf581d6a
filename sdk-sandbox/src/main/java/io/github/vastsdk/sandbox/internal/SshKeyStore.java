package io.github.vastsdk.sandbox.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the account's SSH keys, deleted ones included. */
final class SshKeyStore {
    private final World world;
    private final Map<Long, SshKey> keys = new TreeMap<>();

    SshKeyStore(World world) {
        this.world = world;
        add(world.ids().sshPublicKey("dev@laptop"));
        add(world.ids().sshPublicKey("ci@runner"));
    }

    /** Gives every key, deleted ones included. */
    List<SshKey> all() {
        return List.copyOf(keys.values());
    }

    /** Gives a key that is not deleted; null when there is none. */
    @Nullable
    SshKey live(long id) {
        SshKey key = keys.get(id);
        return key == null || key.deleted() ? null : key;
    }

    /** Gives the key of the account that a line holds. */
    Optional<SshKey> find(String line) {
        return keys.values().stream()
                .filter(key -> !key.deleted() && key.sameKey(line))
                .findFirst();
    }

    SshKey add(String line) {
        return put(new SshKey(world.ids().id(), line, world.now(), null));
    }

    SshKey replace(SshKey key, String line) {
        return put(new SshKey(key.id(), line, key.createdAt(), null));
    }

    void delete(SshKey key) {
        put(new SshKey(key.id(), key.publicKey(), key.createdAt(), world.now()));
    }

    private SshKey put(SshKey key) {
        keys.put(key.id(), key);
        return key;
    }
}
