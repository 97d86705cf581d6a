package io.github.vastsdk;

import static io.github.vastsdk.query.VolumeOfferFields.machineId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ApiException;
import io.github.vastsdk.model.Instance;
import io.github.vastsdk.model.NetworkDisk;
import io.github.vastsdk.model.SavedTemplate;
import io.github.vastsdk.model.Template;
import io.github.vastsdk.model.VolumeOffer;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.query.OfferType;
import io.github.vastsdk.query.TemplateFields;
import io.github.vastsdk.query.VolumeOfferQuery;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.VolumeTerms;
import io.github.vastsdk.ssh.SshEndpoint;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not asked for every day: the host's side, Jupyter, machines, public templates. */
class HostJourneyTest extends MarketJourney {
    /** Not verified yet, which the defaults leave out. */
    private static final VolumeOfferQuery OWN =
            VolumeOfferQuery.of(machineId.eq(4711)).withoutDefaults();

    @ParameterizedTest
    @EnumSource(Mode.class)
    void volumeOffer_whenAHostOffersIt_thenIsFoundUntilItIsUnlisted(Mode mode) {
        run(mode, vast.volumes().offer(4711, VolumeTerms.builder(50, 0.07).build()));

        List<VolumeOffer> found = run(mode, vast.volumes().search(OWN));
        assertThat(found).singleElement().satisfies(offer -> {
            assertThat(offer.disk().spaceGb()).isEqualTo(50);
            assertThat(offer.price().storageCost()).isEqualTo(0.07);
        });

        run(mode, vast.volumes().unlist(found.get(0).id()));
        assertThat(run(mode, vast.volumes().search(OWN))).isEmpty();
        assertThatThrownBy(() -> run(mode, vast.volumes().unlist(found.get(0).id())))
                .isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void networkDisk_whenAdded_thenIsListedAndCanOfferVolumes(Mode mode) {
        NetworkDisk disk = run(mode, vast.networkDisks().add(List.of(4711L, 4712L), "/mnt/disk"));
        long id = Objects.requireNonNull(disk.id());
        assertThat(run(mode, vast.networkDisks().list())).isNotEmpty();

        run(mode, vast.networkVolumes().offer(id, VolumeTerms.builder(50, 0.07).build()));
        VolumeOffer own = run(
                        mode, vast.networkVolumes().search(VolumeOfferQuery.of().withoutDefaults()))
                .stream()
                .filter(offer -> Double.valueOf(0.07).equals(offer.price().storageCost()))
                .findFirst()
                .orElseThrow();
        run(mode, vast.networkVolumes().unlist(own.id()));
        assertThat(run(mode, vast.networkVolumes().search(VolumeOfferQuery.of().withoutDefaults())))
                .extracting(VolumeOffer::id)
                .doesNotContain(own.id());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void jupyter_whenRentedThroughTheProxy_thenSshIsOnePortHigher(Mode mode) {
        long id = rent(mode, request -> request.image(IMAGE).runType(RunType.JUPYTER_PROXY));

        Instance ready = run(mode, waiter().untilRunning(id));

        assertThat(ready.sshEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.kind()).isEqualTo(SshEndpoint.Kind.PROXY);
            assertThat(endpoint.port())
                    .isEqualTo(Objects.requireNonNull(ready.ssh().port()) + 1);
        });
        assertThat(Objects.requireNonNull(ready.jupyterToken()).reveal()).isNotBlank();
        assertThat(ready.toString()).doesNotContain(ready.jupyterToken().reveal());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void template_whenPublic_thenCanBeRentedAndNotDeleted(Mode mode) {
        Template popular = run(mode, vast.templates().search(TemplateFields.recommended.eq(true)))
                .get(0);
        long id = rent(mode, request -> request.templateHash(Objects.requireNonNull(popular.hashId())));
        Instance ready = run(mode, waiter().untilRunning(id));
        assertThat(ready.image().uuid()).startsWith(Objects.requireNonNull(popular.image()));
        assertThat(ready.image().templateName()).isEqualTo(popular.name());
        assertThatThrownBy(() -> run(mode, vast.templates().delete(Objects.requireNonNull(popular.id()))))
                .isInstanceOf(ApiException.class);

        SavedTemplate own = run(mode, vast.templates().create("own", "me/it", settings -> settings.tag("1")));
        SavedTemplate again = run(mode, vast.templates().create("own", "me/it", settings -> settings.tag("1")));
        assertThat(again.id()).isEqualTo(own.id());
        run(mode, vast.templates().deleteByHash(Objects.requireNonNull(own.hashId())));
        assertThat(run(mode, vast.templates().search(TemplateFields.name.eq("own"))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void offers_whenReserved_thenCostTheSameOrLess(Mode mode) {
        assertThat(run(
                        mode,
                        vast.offers()
                                .search(OfferQuery.of().type(OfferType.RESERVED).limit(5))))
                .hasSize(5)
                .allSatisfy(offer -> assertThat(offer.price().discountedDphTotal())
                        .isLessThanOrEqualTo(
                                Objects.requireNonNull(offer.price().dphTotal())));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void connections_whenListed_thenNameWhereACopyCanGo(Mode mode) {
        assertThat(run(mode, vast.copies().connections())).isNotEmpty().allSatisfy(connection -> {
            assertThat(connection.id()).isPositive();
            assertThat(connection.toString()).isNotBlank();
        });
    }
}
