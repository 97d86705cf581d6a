package io.github.vastsdk;

import static io.github.vastsdk.query.VolumeOfferFields.diskSpace;
import static io.github.vastsdk.query.VolumeOfferFields.machineId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.error.BadRequestException;
import io.github.vastsdk.error.NoSuchVolumeException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.model.AttachedVolume;
import io.github.vastsdk.model.CopyStart;
import io.github.vastsdk.model.CreatedVolume;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.Offer;
import io.github.vastsdk.model.SavedTemplate;
import io.github.vastsdk.model.Template;
import io.github.vastsdk.model.Volume;
import io.github.vastsdk.model.VolumeOffer;
import io.github.vastsdk.query.TemplateFields;
import io.github.vastsdk.query.VolumeOfferQuery;
import io.github.vastsdk.request.CopyLocation;
import io.github.vastsdk.request.DockerFlags;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.VolumeKind;
import io.github.vastsdk.request.VolumeMount;
import io.github.vastsdk.ssh.SshEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Templates, volumes and copies, as a user keeps data and set-ups. */
class StorageJourneyTest extends MarketJourney {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void template_whenItLives_thenIsFoundChangedRentedAndDeleted(Mode mode) {
        SavedTemplate saved = run(mode, vast.templates().create("mine", "me/image", settings -> settings.tag("1")
                .env(DockerFlags.parse("-p 9000:9000 -e REGION=eu"))
                .onstart("date")
                .runType(RunType.SSH_DIRECT)
                .recommendedDiskGb(24)));
        assertThat(found(mode, "mine")).extracting(Template::id).containsExactly(saved.id());

        String before = Objects.requireNonNull(saved.hashId());
        SavedTemplate changed = run(mode, vast.templates().update(before, settings -> settings.tag("2")));
        assertThat(changed.id()).isEqualTo(saved.id());
        String hash = Objects.requireNonNull(changed.hashId());
        Template now = found(mode, "mine").get(0);
        assertThat(now.tag()).isEqualTo("2");
        assertThat(now.image()).isEqualTo("me/image");
        assertThat(now.onstart()).isEqualTo("date");
        assertThat(now.recommendedDiskSpaceGb()).isEqualTo(24);

        long id = rent(mode, request -> request.templateHash(hash).env("REGION", "us"));
        Instance instance = run(mode, waiter().untilRunning(id));
        assertThat(instance.image().uuid()).isEqualTo("me/image:2");
        assertThat(instance.onstart()).isEqualTo("date");
        assertThat(instance.extraEnv()).containsEntry("REGION", Secret.of("us")).containsKey("-p 9000:9000");
        assertThat(instance.sshEndpoints()).extracting(SshEndpoint::kind).contains(SshEndpoint.Kind.DIRECT);
        long byId = rent(mode, request -> request.templateId(Objects.requireNonNull(saved.id())));
        assertThat(get(mode, byId).image().uuid()).isEqualTo("me/image:2");

        run(mode, vast.templates().delete(Objects.requireNonNull(saved.id())));
        assertThat(found(mode, "mine")).isEmpty();
        assertThatThrownBy(() -> rent(mode, request -> request.templateHash(hash)))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> run(mode, vast.templates().update(hash, settings -> settings.tag("3"))))
                .isInstanceOf(ApiException.class);
    }

    private List<Template> found(Mode mode, String name) {
        return run(mode, vast.templates().search(TemplateFields.name.eq(name)));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void volume_whenRented_thenIsListedCopiedAndDeleted(Mode mode) {
        VolumeOffer offer = run(
                        mode,
                        vast.volumes()
                                .search(VolumeOfferQuery.of(diskSpace.gte(100)).storageGb(20)))
                .get(0);

        CreatedVolume created = run(mode, vast.volumes().create(offer.id(), 20, "data"));
        long id = Objects.requireNonNull(created.volumeId());
        assertThat(volume(mode, id).status()).isEqualTo("creating");
        timer.advance(Duration.ofSeconds(1));
        Volume volume = volume(mode, id);
        assertThat(volume.status()).isEqualTo("available");
        assertThat(volume.label()).isEqualTo("data");
        assertThat(volume.disk().spaceGb()).isEqualTo(20);
        assertThat(volume.price().storageTotalCost()).isPositive();

        long copy = Objects.requireNonNull(
                run(mode, vast.volumes().clone(id, offer.id())).volumeId());
        assertThat(run(mode, vast.volumes().list(VolumeKind.LOCAL)))
                .extracting(Volume::id)
                .containsExactlyInAnyOrder(id, copy);

        run(mode, vast.volumes().delete(id));
        assertThatThrownBy(() -> run(mode, vast.volumes().delete(id))).isInstanceOf(NoSuchVolumeException.class);
        assertThatThrownBy(() -> run(mode, vast.volumes().create(1, 20))).isInstanceOf(OfferUnavailableException.class);
    }

    private Volume volume(Mode mode, long id) {
        return run(mode, vast.volumes().list()).stream()
                .filter(volume -> volume.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void volume_whenRentedWithAnInstance_thenOutlivesIt(Mode mode) {
        Offer offer = anOffer();
        VolumeOffer room = run(mode, vast.volumes().search(machineId.eq(offer.machineId())))
                .get(0);

        long first = run(mode, vast.instances().create(offer.id(), request -> request.image(IMAGE)
                        .volume(VolumeMount.create(room.id(), 10, "/data").named("data"))))
                .instanceId();

        Volume volume = run(mode, vast.volumes().list()).get(0);
        assertThat(volume.instances()).singleElement().satisfies(user -> assertThat(user.id())
                .isEqualTo(first));
        assertThat(run(mode, waiter().untilRunning(first)).volumes())
                .extracting(AttachedVolume::id)
                .containsExactly(volume.id());
        assertThatThrownBy(() -> run(mode, vast.volumes().delete(volume.id()))).isInstanceOf(BadRequestException.class);

        run(mode, vast.instances().destroyAndVerify(first));
        long second = run(mode, vast.instances().create(offer.id(), request -> request.image(IMAGE)
                        .volume(VolumeMount.attach(volume.id(), "/data"))))
                .instanceId();
        assertThat(volume(mode, volume.id()).instances()).hasSize(1);
        run(mode, vast.instances().destroyAndVerify(second));
        run(mode, vast.volumes().delete(volume.id()));
        assertThat(run(mode, vast.volumes().list())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void networkVolume_whenRented_thenIsOfItsKind(Mode mode) {
        List<VolumeOffer> offers = run(mode, vast.networkVolumes().search(diskSpace.gte(10)));
        assertThat(offers).isNotEmpty();

        CreatedVolume created =
                run(mode, vast.networkVolumes().create(offers.get(0).id(), 10));

        assertThat(run(mode, vast.volumes().list(VolumeKind.NETWORK)))
                .extracting(Volume::id)
                .containsExactly(created.volumeId());
        assertThat(run(mode, vast.volumes().list(VolumeKind.LOCAL))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void copy_whenStarted_thenSaysHowToGoOnAndCanBeCancelled(Mode mode) {
        long source = running(mode);
        long target = running(mode);
        CopyLocation from = CopyLocation.instance(source, "/workspace/");
        CopyLocation to = CopyLocation.parse("C." + target + ":/workspace/");

        assertThat(run(mode, vast.copies().copy(from, to)).success()).isTrue();
        assertThat(run(mode, vast.copies().cancelCopy(to)).success()).isTrue();

        CopyLocation here = CopyLocation.parse("local:./data");
        CopyStart start = run(mode, vast.copies().copy(here, to));
        assertThat(start.rsync(here, to).toString()).contains("rsync").contains(String.valueOf(target));
        assertThatThrownBy(() -> run(mode, vast.copies().copy("C.1:/a/", "C." + target + ":/b/")))
                .isInstanceOf(ApiException.class);
    }
}
