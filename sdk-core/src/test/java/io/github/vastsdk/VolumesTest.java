package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.NoSuchVolumeException;
import io.github.vastsdk.error.OfferUnavailableException;
import io.github.vastsdk.model.NetworkDisk;
import io.github.vastsdk.model.NetworkDiskCluster;
import io.github.vastsdk.model.Volume;
import io.github.vastsdk.model.VolumeOffer;
import io.github.vastsdk.query.VolumeOfferFields;
import io.github.vastsdk.query.VolumeOfferQuery;
import io.github.vastsdk.request.CloneVolume;
import io.github.vastsdk.request.VolumeTerms;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumesTest extends WireTest {
    static Stream<Arguments> rentalsInEachMode() {
        return Stream.<Function<VastClient, Call<?>>>of(
                        vast -> vast.volumes().create(7, 15),
                        vast -> vast.volumes().clone(7, 42),
                        vast -> vast.networkVolumes().create(7, 15))
                .flatMap(rental -> Stream.of(Mode.values()).map(mode -> Arguments.of(rental, mode)));
    }

    @ParameterizedTest
    @MethodSource("rentalsInEachMode")
    void rental_whenConnectionBreaks_thenIsNotSentAgain(Function<VastClient, Call<?>> rental, Mode mode) {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> mode.run(rental.apply(vast))).isInstanceOf(ConnectionLostException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("rentalsInEachMode")
    void rental_whenOfferIsGone_thenSaysSo(Function<VastClient, Call<?>> rental, Mode mode) {
        answer(410, "{\"success\": false, \"error\": \"no_such_ask\", \"msg\": \"gone\"}");

        assertThatThrownBy(() -> mode.run(rental.apply(vast))).isInstanceOf(OfferUnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'success': true, 'volume_name': 'V.20118481'} | 20118481",
                "{'volume_id': 7, 'volume_name': 'V.8'} | 7",
                "{'volume_id': '7'} | 7",
                "{'volume_id': null, 'volume_name': ' V.9 '} | 9",
                "{'volume_name': 'data', 'id': 3} |",
                "{'success': true} |"
            })
    void create_whenAnswerNamesTheVolume_thenItsId(String sent, Long id) {
        answer(200, json(sent).toString());

        assertThat(vast.volumes().create(7, 15).execute().volumeId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a-b", "日本", "a.b", "a\n"})
    void create_whenNameHasOtherCharacters_thenIsRefusedUnsent(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> vast.volumes().create(7, 15, name));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.networkVolumes().create(7, 15, name));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void arguments_whenTheyCannotBeRight_thenAreRefusedByName() {
        VolumeTerms terms = VolumeTerms.builder(1, 0).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.volumes().create(7, 15, "a".repeat(65)))
                .withMessageContaining("1 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.volumes().create(7, 0))
                .withMessageContaining("sizeGb");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.volumes().create(0, 15))
                .withMessageContaining("volumeOfferId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.volumes().delete(0))
                .withMessageContaining("volumeId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.volumes().unlist(0))
                .withMessageContaining("volumeOfferId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.volumes().offer(0, terms))
                .withMessageContaining("machineId");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.volumes().offer(List.of(), terms))
                .withMessageContaining("machineIds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.volumes().offer(List.of(1L, -1L), terms))
                .withMessageContaining("machineIds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.networkDisks().add(List.of(1L), " "))
                .withMessageContaining("mountPoint");
        assertThatIllegalArgumentException().isThrownBy(() -> VolumeTerms.builder(0, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> VolumeTerms.builder(1, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> VolumeTerms.builder(1, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloneVolume.builder(1, 2).sizeGb(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CloneVolume.builder(1, 2).sizeGb(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void delete_whenVolumeDoesNotExist_thenSaysSo(Mode mode) {
        answer(404, "{\"success\": false, \"error\": \"no_such_volume\", \"msg\": \"none\"}");

        assertThatThrownBy(() -> mode.run(vast.volumes().delete(7))).isInstanceOf(NoSuchVolumeException.class);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void delete_whenConnectionBreaks_thenIsSentAgain(Mode mode) {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(200, "{\"success\": true}");

        assertThat(mode.run(vast.volumes().delete(7)).success()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void list_whenVolumes_thenReadInGroups(Mode mode) {
        answer(
                200,
                json("{'volumes': [{'id': 9, 'label': 'data', 'status': 'available', 'machine_id': 55, 'host_id': 3,"
                                + " 'disk_space': 500.0, 'disk_name': 'nvme', 'storage_total_cost': 0.02,"
                                + " 'inet_up': 500, 'geolocation': 'SE', 'verification': 'verified',"
                                + " 'instances': [{'id': 42, 'token': 's3cret'}, null], 'start_date': 1767225540.0,"
                                + " 'zz_future': 1}, {'id': '10', 'instances': null}]}")
                        .toString());

        Listing<Volume> volumes = mode.run(vast.volumes().list());

        Volume first = volumes.get(0);
        assertThat(first)
                .returns(9L, Volume::id)
                .returns("available", Volume::status)
                .returns(55L, Volume::machineId)
                .returns(3L, Volume::hostId)
                .hasToString("Volume 9 data 500 GB available, used by 1");
        assertThat(first.disk().name()).isEqualTo("nvme");
        assertThat(first.price().storageTotalCost()).isEqualTo(0.02);
        assertThat(first.network().uploadMbps()).isEqualTo(500);
        assertThat(first.times().startDate()).hasToString("2025-12-31T23:59:00Z");
        assertThat(first.instances()).singleElement().returns(42L, instance -> instance.id());
        assertThat(first.instances().toString()).doesNotContain("s3cret");
        assertThat(first.extra()).containsOnlyKeys("zz_future");
        assertThat(volumes.get(1)).hasToString("Volume 10");
        assertThat(volumes.toString()).contains("500 GB", "available").doesNotContain("null");
        assertThat(volumes.get(1).instances()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void networkDisks_whenListedAndAdded_thenRead(Mode mode) {
        answer(
                200,
                json("{'data': [{'cluster_id': 1, 'network_disks': [{'network_disk_id': 12, 'free_space': 1.5,"
                                + " 'total_space': 2}], 'machine_ids': [55, '56'], 'mounts': {'55': '/mnt/disk1'}}]}")
                        .toString());
        answer(200, "{\"success\": true, \"data\": [], \"disk_id\": 12}");

        NetworkDiskCluster cluster = mode.run(vast.networkDisks().list()).get(0);
        NetworkDisk added = mode.run(vast.networkDisks().add(List.of(55L), "/mnt/disk1"));

        assertThat(cluster.clusterId()).isEqualTo(1);
        assertThat(cluster.disks())
                .singleElement()
                .returns(12L, NetworkDisk::id)
                .returns(1.5, NetworkDisk::freeSpace)
                .returns(2.0, NetworkDisk::totalSpace);
        assertThat(cluster.machineIds()).containsExactly(55L, 56L);
        assertThat(cluster.mounts()).containsExactlyEntriesOf(Map.of(55L, "/mnt/disk1"));
        assertThat(added.id()).isEqualTo(12);
    }

    static Stream<Arguments> searchesInEachMode() {
        return Stream.<Function<VastClient, Call<VolumeOfferListing>>>of(
                        vast -> vast.volumes().search(VolumeOfferFields.diskSpace.gte(500)),
                        vast -> vast.networkVolumes().search(VolumeOfferFields.diskSpace.gte(500)))
                .flatMap(search -> Stream.of(Mode.values()).map(mode -> Arguments.of(search, mode)));
    }

    @ParameterizedTest
    @MethodSource("searchesInEachMode")
    void search_whenServiceIgnoresACondition_thenDropsAndCounts(
            Function<VastClient, Call<VolumeOfferListing>> search, Mode mode) {
        answer(
                200,
                json("{'success': true, 'offers': [{'id': 1, 'disk_space': 500, 'storage_cost': 0.15},"
                                + " {'id': 2, 'disk_space': 499.9}, {'id': 3, 'disk_space': 1e4, 'verification':"
                                + " 'unverified'}, {'id': 4}]}")
                        .toString());

        VolumeOfferListing found = mode.run(search.apply(vast));

        assertThat(found).extracting(VolumeOffer::id).containsExactly(1L, 4L);
        assertThat(found.dropped()).isEqualTo(2);
        assertThat(found.truncated()).isFalse();
        assertThat(found.first()).hasValue(found.get(0));
        assertThat(found.toString()).contains("500 GB", "$0.15/GB/month").doesNotContain("null");
        assertThat(found.toHtml()).startsWith("<table>");
    }

    @ParameterizedTest
    @MethodSource("searchesInEachMode")
    void search_whenConnectionBreaks_thenIsSentAgain(Function<VastClient, Call<VolumeOfferListing>> search, Mode mode) {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(200, "{\"offers\": []}");

        assertThat(mode.run(search.apply(vast))).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,false", "100,false"})
    void search_whenAsManyAsTheLimitCame_thenMayBeTruncated(int limit, boolean truncated) {
        answer(200, "{\"offers\": [{\"id\": 1}]}");

        assertThat(vast.volumes()
                        .search(VolumeOfferQuery.of().limit(limit))
                        .execute()
                        .truncated())
                .isEqualTo(truncated);
    }

    @Test
    void search_whenSixtyFourCame_thenMayBeTruncatedWhateverTheLimit() {
        String offers = Stream.iterate(1, id -> id + 1)
                .limit(64)
                .map(id -> "{\"id\": " + id + "}")
                .collect(Collectors.joining(",", "{\"offers\": [", "]}"));
        answer(200, offers);
        answer(200, offers);

        assertThat(vast.volumes().search().execute().truncated()).isTrue();
        assertThat(vast.volumes()
                        .search(VolumeOfferQuery.of().limit(100))
                        .execute()
                        .truncated())
                .isTrue();
    }
}
