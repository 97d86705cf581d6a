package io.github.vastsdk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vastsdk.model.Offer;
import io.github.vastsdk.model.VolumeOffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecheckTest {
    private static Offer offer(String json) {
        return Offer.fromJson(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // numbers, sent as text or not
                "num_gpus=2                    | {'num_gpus':2}                             | true",
                "num_gpus=2.0                  | {'num_gpus':2}                             | true",
                "num_gpus=2                    | {'num_gpus':3}                             | false",
                "num_gpus!=2                   | {'num_gpus':2}                             | false",
                "num_gpus>2                    | {'num_gpus':2}                             | false",
                "num_gpus>=2 num_gpus<=2       | {'num_gpus':2}                             | true",
                "num_gpus<10                   | {'num_gpus':9}                             | true",
                "num_gpus in [1,2,4]           | {'num_gpus':4}                             | true",
                "num_gpus in [1,2,4]           | {'num_gpus':3}                             | false",
                "num_gpus notin [1,2,4]        | {'num_gpus':4}                             | false",
                "dph<0.5                       | {'dph_total':0.5}                          | false",
                "dph<=0.5                      | {'dph_total':'0.50'}                       | true",
                "machine_id=9007199254740993   | {'machine_id':9007199254740992}            | false",
                // units
                "gpu_ram>=24                   | {'gpu_ram':24000}                          | true",
                "gpu_ram>=24                   | {'gpu_ram':23999}                          | false",
                "gpu_total_ram>=48             | {'gpu_totalram':48000}                     | true",
                "cpu_ram<64                    | {'cpu_ram':64000.5}                        | false",
                "duration>=3                   | {'duration':259200.0}                      | true",
                "duration>=3                   | {'duration':259199.9}                      | false",
                "end_date>01/31/2026           | {'end_date':1769817601}                    | true",
                "end_date>01/31/2026           | {'end_date':1769817600}                    | false",
                // versions are numbers, not texts or decimals
                "driver_version>=535.86.05     | {'driver_vers':535086005}                  | true",
                "driver_version>=535.86.05     | {'driver_vers':535086004}                  | false",
                "driver_version>=535.86        | {'driver_version':'535.183.01'}            | true",
                "driver_version<550            | {'driver_version':'1000.1'}                | true",
                "driver_version<550            | {'driver_version':'570.1'}                 | false",
                "driver_vers>=535086005        | {'driver_vers':'535086004'}                | false",
                // columns that rows have under another name
                "verified=true                 | {'verification':'verified'}                | true",
                "verified=true                 | {'verification':'deverified'}              | false",
                "verified=false                | {'verification':'unverified'}              | true",
                "verified!=true                | {'verification':'Verified'}                | false",
                "verification=verified         | {'verification':'unverified'}              | false",
                "datacenter=true               | {'hosting_type':1}                         | true",
                "datacenter=true               | {'hosting_type':0}                         | false",
                "datacenter=false              | {'hosting_type':0}                         | true",
                "geolocation=SE                | {'geolocation':'Sweden, SE'}               | true",
                "geolocation in [SE,NO]        | {'geolocation':'California, US'}           | false",
                "geolocation notin [CN]        | {'geolocation':', CN'}                     | false",
                "geolocation=US                | {'geolocation':'US'}                       | true",
                "reliability>0.9               | {'reliability2':0.8}                       | false",
                "reliability>0.9               | {'reliability':0.95}                       | true",
                "ubuntu_version=22.04          | {'os_version':'20.04'}                     | false",
                "ubuntu_version>=22.04         | {'os_version':'24.04'}                     | true",
                "has_avx=true                  | {'has_avx':1}                              | true",
                "has_avx=true                  | {'has_avx':0}                              | false",
                "external=false                | {'external':1}                             | false",
                "rented=false                  | {'rented':true}                            | false",
                "ask_contract_id=5             | {'ask_contract_id':6}                      | false",
                "id=5                          | {'id':5}                                   | true",
                // texts
                "gpu_name=RTX_4090             | {'gpu_name':'RTX 4090'}                    | true",
                "gpu_name=RTX_4090             | {'gpu_name':'RTX 4090D'}                   | false",
                "gpu_name!=RTX_4090            | {'gpu_name':'RTX 4090 '}                   | false",
                "gpu_name notin [L4,L40]       | {'gpu_name':'L40S'}                        | true",
                // what a row does not have cannot be wrong
                "num_gpus=2 dph<1              | {}                                         | true",
                "num_gpus>2                    | {'num_gpus':null}                          | true",
                "num_gpus notin [2]            | {'num_gpus':null}                          | true",
                "verified=true datacenter=true | {'verification':null,'hosting_type':null}  | true",
                "geolocation=SE                | {'geolocation':null}                       | true",
                "geolocation=SE                | {'geolocation':'somewhere'}                | true",
                "driver_version>=535           | {'driver_version':'custom'}                | true",
                "driver_version>=535           | {'driver_vers':'new','driver_version':'500.1'} | false",
                // null as a value
                "cluster_id=None               | {'cluster_id':null}                        | true",
                "cluster_id=None               | {'cluster_id':7}                           | false",
                "cluster_id!=None              | {'cluster_id':7}                           | true",
                "cluster_id in [None,7]        | {'cluster_id':8}                           | false",
                "cluster_id in [None,7]        | {'cluster_id':7}                           | true",
                "cluster_id notin [None,7]     | {'cluster_id':7}                           | false",
                "cluster_id notin [None,7]     | {'cluster_id':8}                           | true"
            })
    void matches_whenRow_thenAsTheServiceWouldJudge(String query, String row, boolean expected) {
        assertThat(OfferQuery.parse(query).withoutDefaults().matches(offer(row)))
                .isEqualTo(expected);
    }

    @Test
    void violations_whenSeveral_thenAllAreNamed() {
        OfferQuery query = OfferQuery.of(OfferFields.numGpus.gte(2), OfferFields.gpuName.eq("L4"));

        assertThat(query.violations(offer("{'num_gpus':1,'gpu_name':'L4','rentable':false,'rented':null}")))
                .containsExactly(OfferFields.rentable.eq(true), OfferFields.numGpus.gte(2));
        assertThat(query.matches(offer("{'num_gpus':2}"))).isTrue();
    }

    @Test
    void matches_whenValueIsOfAnotherKind_thenCannotBeWrong() {
        OfferQuery query =
                OfferQuery.fromJson("{\"os_version\":{\"eq\":22.04}}").withoutDefaults();

        assertThat(query.matches(offer("{'os_version':22.04}"))).isTrue();
        assertThat(query.matches(offer("{'os_version':'20.04'}"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "disk_space>=500                | {'disk_space':500}                              | true",
                "disk_space>=500                | {'disk_space':499.9}                            | false",
                "storage_cost<0.2 inet_up>=100  | {'storage_cost':0.15,'inet_up':99}              | false",
                "geolocation in [SE]            | {'geolocation':'Sweden, SE','geolocode':'17'}   | true",
                "driver_version>=535.86.05      | {'driver_vers':'535086004'}                     | false",
                "verified=true                  | {'verification':'unverified','vericode':'2'}    | false",
                "cuda_vers>=12                  | {'cuda_max_good':11.8}                          | false",
                "nw_disk_avg_bw>=100 machine_id=1 | {'nw_disk_avg_bw':200,'machine_id':1}         | true",
                "datacenter=true                | {'hosting_type':0}                              | false",
                "verification=verified          | {}                                              | true"
            })
    void matches_whenVolume_thenAsTheServiceWouldJudge(String query, String row, boolean expected) {
        assertThat(VolumeOfferQuery.parse(query)
                        .withoutDefaults()
                        .matches(VolumeOffer.fromJson(row.replace('\'', '"'))))
                .isEqualTo(expected);
    }
}
