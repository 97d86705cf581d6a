package io.github.vastsdk.examples;

import io.github.vastsdk.Listing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.InstanceSshKey;
import io.github.vastsdk.model.SshKey;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Manages SSH keys: the account's, a new pair of files, and the keys on an instance. */
final class SshKeySteps {
    private final VastClient vast;
    private final Narrator narrator;

    SshKeySteps(VastClient vast, Narrator narrator) {
        this.vast = vast;
        this.narrator = narrator;
    }

    void show() throws IOException {
        narrator.step("The account's SSH keys");
        Listing<SshKey> keys = vast.sshKeys().list().execute();
        List<KeyRow> rows =
                keys.stream().map(key -> KeyRow.of(key.id(), key.publicKey())).toList();
        narrator.say(Listing.of(rows));

        Path folder = Files.createTempDirectory("quickstart");
        Path privateKeyFile = folder.resolve("id_ed25519");
        Path publicKeyFile = folder.resolve("id_ed25519.pub");
        try {
            narrator.step("A new SSH key");
            SshKeyPair pair = SshKeyPair.generateEd25519("quickstart@example");
            pair.save(privateKeyFile);
            narrator.say("Saved as id_ed25519 and id_ed25519.pub in a temporary folder.");
            register(publicKeyFile);
        } finally {
            Files.deleteIfExists(privateKeyFile);
            Files.deleteIfExists(publicKeyFile);
            Files.delete(folder);
        }
    }

    private void register(Path publicKeyFile) {
        SshKey registered = vast.sshKeys().create(publicKeyFile).execute();
        try {
            narrator.say("Registered with the account as key " + registered.id() + ".");
            useOnInstance(SshPublicKey.fromFile(publicKeyFile));
        } finally {
            vast.sshKeys().delete(registered.id()).execute();
            narrator.say("Deleted key " + registered.id() + " from the account.");
        }
    }

    private void useOnInstance(SshPublicKey key) {
        narrator.step("The key on an instance");
        try {
            Optional<Instance> instance = vast.instances().list().stream().findFirst();
            if (instance.isPresent()) {
                attachAndDetach(instance.get().id(), key);
            } else {
                narrator.say("Skipped: the account has no instance.");
            }
        } finally {
            removeFromInstances(key);
        }
    }

    private void attachAndDetach(long instanceId, SshPublicKey newKey) {
        vast.instances().attachSshKey(instanceId, newKey).execute();
        Listing<InstanceSshKey> keys = vast.instances().sshKeys(instanceId).execute();
        List<KeyRow> rows =
                keys.stream().map(key -> KeyRow.of(key.id(), key.publicKey())).toList();
        narrator.say("Attached to instance " + instanceId + ", which now has:");
        narrator.say(Listing.of(rows));

        long keyId = find(newKey, keys).orElseThrow().id();
        vast.instances().detachSshKey(instanceId, keyId).execute();
        narrator.say("Detached. Once more, to see the error:");
        try {
            vast.instances().detachSshKey(instanceId, keyId).execute();
        } catch (NoSuchSshKeyException e) {
            narrator.say("NoSuchSshKeyException: " + e.getMessage());
        }
    }

    /** The service may have put the new key on every instance, and deleting it from the account leaves it there. */
    private void removeFromInstances(SshPublicKey key) {
        int removed = 0;
        for (Instance instance : vast.instances().list()) {
            Optional<InstanceSshKey> found =
                    find(key, vast.instances().sshKeys(instance.id()).execute());
            if (found.isPresent()) {
                vast.instances().detachSshKey(instance.id(), found.get().id()).execute();
                removed++;
            }
        }
        narrator.say("Other instances that had got the key, too, and lost it again: " + removed);
    }

    private static Optional<InstanceSshKey> find(SshPublicKey key, Listing<InstanceSshKey> keys) {
        return keys.stream()
                .filter(row -> key.toString().equals(row.publicKey()))
                .findFirst();
    }
}
