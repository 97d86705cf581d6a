package io.github.vastsdk.query;

import static io.github.vastsdk.query.Bodies.body;
import static io.github.vastsdk.query.Bodies.conditions;
import static io.github.vastsdk.query.VolumeOfferFields.diskSpace;
import static io.github.vastsdk.query.VolumeOfferFields.geolocation;
import static io.github.vastsdk.query.VolumeOfferFields.storageCost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class VolumeOfferQueryTest {
    @Test
    void toJson_whenNothingIsSet_thenDefaults() {
        assertThat(body(VolumeOfferQuery.of()))
                .isEqualTo("{'verified':{'eq':true},'external':{'eq':false},'disk_space':{'gte':1},"
                        + "'order':[['score','desc']],'allocated_storage':1.0}");
        assertThat(VolumeOfferQuery.parse(""))
                .isEqualTo(VolumeOfferQuery.of())
                .isEqualTo(VolumeOfferQuery.fromJson("{}"))
                .hasSameHashCodeAs(VolumeOfferQuery.of());
    }

    @Test
    void toJson_whenEverythingIsSet_thenSent() {
        VolumeOfferQuery query = VolumeOfferQuery.of(diskSpace.gt(500), storageCost.asc())
                .where(geolocation.in("SE"))
                .limit(3)
                .storageGb(500);

        assertThat(body(query))
                .isEqualTo("{'verified':{'eq':true},'external':{'eq':false},'disk_space':{'gt':500},"
                        + "'geolocation':{'in':['SE']},'order':[['storage_cost','asc']],'limit':3,"
                        + "'allocated_storage':500.0}");
        assertThat(query).hasToString("disk_space>500 geolocation in SE").isNotEqualTo(VolumeOfferQuery.of());
    }

    @Test
    void parse_whenText_thenSameGrammar() {
        assertThat(conditions(VolumeOfferQuery.parse("verified=any duration>=2 cuda_vers>=12.1 disk_space=any")))
                .isEqualTo("{'external':{'eq':false},'duration':{'gte':172800},'cuda_max_good':{'gte':'12.1'}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeOfferQuery.parse("gpu_ram>=24"))
                .withMessageContaining("unknown field gpu_ram");
    }
}
