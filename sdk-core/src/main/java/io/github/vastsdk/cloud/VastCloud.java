package io.github.vastsdk.cloud;

import io.github.vastsdk.Call;
import io.github.vastsdk.Listing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.internal.ConvertedCall;
import io.github.vastsdk.internal.WholeListCall;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.ssh.SshPublicKey;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Vast.ai, whose ids are positive numbers. */
record VastCloud(VastClient client) implements GpuCloud {
    /** Without leading zeros, so that one instance has one id; longer numbers would not fit. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private static final Set<CloudCapability> CAPABILITIES =
            Collections.unmodifiableSet(EnumSet.of(CloudCapability.STOP, CloudCapability.DETACH_KEY));

    @Override
    public String name() {
        return "Vast.ai";
    }

    @Override
    public Set<CloudCapability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Call<Listing<RentedInstance>> list() {
        return WholeListCall.of("GET /api/v1/instances/", client.instances().list());
    }

    /** Of the exceptions, only this one says that there is no such instance; a 404 alone does not become it. */
    @Override
    public Call<Optional<RentedInstance>> find(String instanceId) {
        return new ConvertedCall<>(
                client.instances().get(number(instanceId)),
                Optional::of,
                refused -> refused instanceof NoSuchInstanceException ? Optional.empty() : null);
    }

    @Override
    public Call<Ack> ensureKey(String instanceId, SshPublicKey key) {
        return client.instances().attachSshKey(number(instanceId), key);
    }

    @Override
    public CloudWaiter waiter() {
        return new AdaptedWaiter<>(
                client.instances().waiter(),
                (waiter, id) -> waiter.untilRunning(number(id)),
                (waiter, id) -> waiter.destroyAndVerify(number(id)));
    }

    private static long number(String instanceId) {
        if (!ID.matcher(instanceId).matches()) {
            throw new IllegalArgumentException("instanceId must be a positive decimal number here: " + instanceId);
        }
        return Long.parseLong(instanceId);
    }

    @Override
    public String toString() {
        return "GpuCloud[" + client + "]";
    }
}
