package io.github.vastsdk.examples;

import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.geolocation;
import static io.github.vastsdk.query.OfferFields.gpuName;
import static io.github.vastsdk.query.OfferFields.reliability;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.Call;
import io.github.vastsdk.Listing;
import io.github.vastsdk.OfferListing;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.cloud.GpuCloud;
import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.NoSuchSshKeyException;
import io.github.vastsdk.error.Sent;
import io.github.vastsdk.error.TransportException;
import io.github.vastsdk.launch.InstanceWaiter;
import io.github.vastsdk.model.Ack;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.RentedInstance;
import io.github.vastsdk.model.SshKey;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.sandbox.Fault;
import io.github.vastsdk.sandbox.ThunderSandbox;
import io.github.vastsdk.sandbox.VastSandbox;
import io.github.vastsdk.ssh.SshKeyPair;
import io.github.vastsdk.ssh.SshPublicKey;
import io.github.vastsdk.thunder.ThunderClient;
import io.github.vastsdk.thunder.ThunderInstance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The snippets of README.md; {@link ReadmeTest} compares the texts. */
class ReadmeSnippetsTest {
    private final VastSandbox sandbox =
            VastSandbox.builder().lifecycle(Duration.ZERO).start();
    private final VastClient vast = VastClient.builder()
            .baseUrl(sandbox.url().toString())
            .apiKey(sandbox.apiKey())
            .build();

    @AfterEach
    void close() {
        vast.close();
        sandbox.close();
    }

    @Test
    void call_whenItIsBuilt_sendsNothing() {
        long instanceId = sandbox.instanceIds().get(0);
        long sshKeyId = 1;
        // snippet: call
        Call<Ack> detach = vast.instances().detachSshKey(instanceId, sshKeyId); // nothing is sent
        System.out.println(detach); // names the operation, and says that it was not sent
        System.out.println(detach.toCurl()); // the same request for a terminal, without the key
        // end
        assertThat(sandbox.requests()).isEmpty();

        assertThatThrownBy(detach::execute).isInstanceOf(NoSuchSshKeyException.class);
        assertThat(sandbox.requests()).hasSize(1);
    }

    @Test
    void create_whenTheAnswerIsLost_isNotRepeatedBlindly() {
        SshPublicKey key = SshKeyPair.generateEd25519("").publicKey();
        sandbox.faults().next(Fault.resetAfterExecuting().on("POST", "/api/v0/ssh/"));

        create(key);

        assertThat(isRegistered(key)).isTrue();
        assertThat(sandbox.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .hasSize(1);
    }

    @Test
    void create_whenTheRequestIsLost_fails() {
        SshPublicKey key = SshKeyPair.generateEd25519("").publicKey();
        sandbox.faults().next(Fault.reset().on("POST", "/api/v0/ssh/"));

        assertThatThrownBy(() -> create(key)).isInstanceOf(ConnectionLostException.class);
    }

    private void create(SshPublicKey key) {
        // snippet: errors
        try {
            vast.sshKeys().create(key).execute();
        } catch (TransportException e) {
            if (e.sent() == Sent.NO || !isRegistered(key)) {
                throw e; // nothing happened
            }
        }
        // end
    }

    private boolean isRegistered(SshPublicKey key) {
        return vast.sshKeys().list().execute().stream()
                .anyMatch(known -> key.toString().equals(known.publicKey()));
    }

    @Test
    void executeAsync_whenComposed_givesTheAnswer() {
        // snippet: async
        CompletableFuture<Listing<SshKey>> keys = vast.sshKeys().list().executeAsync();
        CompletableFuture<Integer> count = keys.thenApply(Listing::size);
        // end
        assertThat(count.join()).isEqualTo(2);
    }

    @Test
    void rent_whenItIsOver_leavesNothingRented() {
        List<Long> before = sandbox.instanceIds();
        // snippet: rent
        OfferListing offers = vast.offers()
                .search(gpuName.eq("RTX 4090"), reliability.gt(0.95), geolocation.in("SE", "NO", "US"), dphTotal.asc())
                .execute();
        long offerId = offers.get(0).id(); // of the offer; the instance gets an id of its own

        long instanceId = vast.instances()
                .create(offerId, r -> r.image("pytorch/pytorch").diskGb(40).runType(RunType.SSH_DIRECT))
                .execute() // rents: from here on it costs money
                .instanceId();
        InstanceWaiter waiter = vast.instances().waiter();
        Instance ready = waiter.untilRunning(instanceId).execute();
        System.out.println(ready.sshEndpoints());

        waiter.destroyAndVerify(instanceId).execute(); // done when the service twice no longer lists it
        // end
        assertThat(ready.isReady()).isTrue();
        assertThat(ready.gpu().name()).isEqualTo("RTX 4090");
        assertThat(sandbox.instanceIds()).isEqualTo(before);
    }

    @Test
    void thunder_whenItIsOver_leavesNothingRented() {
        try (ThunderSandbox cloud =
                        ThunderSandbox.builder().lifecycle(Duration.ZERO).start();
                ThunderClient thunder = ThunderClient.builder()
                        .baseUrl(cloud.url())
                        .token(cloud.token())
                        .build()) {
            List<String> before = cloud.uuids();
            // snippet: thunder
            SshKeyPair pair = SshKeyPair.generateEd25519("me@laptop");
            String uuid = thunder.instances()
                    .create(r -> r.template("base")
                            .gpuType("a6000")
                            .numGpus(1)
                            .cpuCores(4)
                            .diskGb(100)
                            .publicKey(pair.publicKey()))
                    .execute() // rents: from here on it costs money
                    .uuid();
            ThunderInstance ready =
                    thunder.instances().waiter().untilRunning(uuid).execute();
            System.out.println(ready.sshEndpoints());

            thunder.instances().destroyAndVerify(uuid).execute(); // done when the service twice no longer lists it
            // end
            assertThat(ready.hasPublicKey(pair.publicKey())).isTrue();
            assertThat(cloud.uuids()).isEqualTo(before);
        }
    }

    @Test
    void ensureKey_onBothClouds_letsTheKeyInToEveryInstance() {
        SshPublicKey key = SshKeyPair.generateEd25519("").publicKey();
        try (ThunderSandbox thunderSandbox = ThunderSandbox.start();
                ThunderClient thunder = ThunderClient.builder()
                        .baseUrl(thunderSandbox.url().toString())
                        .token(thunderSandbox.token())
                        .build()) {
            // snippet: clouds
            for (GpuCloud cloud : List.of(GpuCloud.of(vast), GpuCloud.of(thunder))) {
                for (RentedInstance instance : cloud.list().execute()) {
                    cloud.ensureKey(instance.instanceId(), key).execute(); // does nothing if the key is there already
                    instance.sshEndpoints().forEach(endpoint -> System.out.println(endpoint.toCommand()));
                }
            }
            // end
            assertThat(thunderSandbox.uuids()).isNotEmpty().allSatisfy(uuid -> assertThat(
                            thunderSandbox.publicKeys(uuid))
                    .contains(key.toString()));
            assertThat(sandbox.instanceIds()).isNotEmpty().allSatisfy(id -> assertThat(
                            vast.instances().sshKeys(id).execute())
                    .anySatisfy(row -> assertThat(row.publicKey()).isEqualTo(key.toString())));
        }
    }

    // snippet: sandbox
    @Test
    void list_whenAGatewayFails_isRepeated() {
        try (VastSandbox sandbox = VastSandbox.start();
                VastClient vast = VastClient.builder()
                        .baseUrl(sandbox.url().toString())
                        .apiKey(sandbox.apiKey())
                        .build()) {
            sandbox.faults().next(Fault.status(502).html());

            assertThat(vast.sshKeys().list().execute()).hasSize(2);
            assertThat(sandbox.requests()).hasSize(2); // one failed, one was repeated
        }
    }
    // end
}
