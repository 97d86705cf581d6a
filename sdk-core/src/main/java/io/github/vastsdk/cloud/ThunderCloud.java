package io.github.vastsdk.cloud;

import io.github.vastsdk.Call;
import io.github.vastsdk.Listing;
import io.github.vastsdk.internal.ConvertedCall;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.ThunderClient;
import io.github.vastsdk.thunder.ThunderWaiter;
import java.util.Optional;
import java.util.Set;

/** Thunder Compute, whose ids are uuids. */
record ThunderCloud(ThunderClient client) implements GpuCloud {
    @Override
    public String name() {
        return "Thunder Compute";
    }

    @Override
    public Set<CloudCapability> capabilities() {
        return Set.of();
    }

    @Override
    public Call<Listing<RentedInstance>> list() {
        return new ConvertedCall<>(client.instances().list(), Listing::of);
    }

    @Override
    public Call<Optional<RentedInstance>> find(String instanceId) {
        return new ConvertedCall<>(client.instances().find(instanceId), found -> found.map(instance -> instance));
    }

    @Override
    public Call<Ack> ensureKey(String instanceId, SshPublicKey key) {
        return new ConvertedCall<>(
                client.instances().addKey(instanceId, key),
                added -> new Ack(added.success(), added.message(), added.extra()));
    }

    @Override
    public CloudWaiter waiter() {
        return new AdaptedWaiter<>(
                client.instances().waiter(), ThunderWaiter::untilRunning, ThunderWaiter::destroyAndVerify);
    }

    @Override
    public String toString() {
        return "GpuCloud[" + client + "]";
    }
}
