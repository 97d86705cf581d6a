package io.github.vastsdk.query;

import static io.github.vastsdk.query.Bodies.body;
import static io.github.vastsdk.query.Bodies.conditions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryJsonTest {
    private static OfferQuery read(String json) {
        return OfferQuery.fromJson(json.replace('\'', '"'));
    }

    @Test
    void fromJson_whenEverything_thenRead() {
        String json = "{'gpu_name':{'in':['RTX 4090','L4']},'num_gpus':{'gte':2,'lte':8},'reliability':{'gt':0.98},"
                + "'static_ip':{'eq':true},'cluster_id':{'eq':null},"
                + "'order':[['dph_total','asc'],['score','desc']],'limit':3,'allocated_storage':32.5,"
                + "'type':'reserved','disable_bundling':true}";

        assertThat(body(read(json).withoutDefaults())).isEqualTo(json);
    }

    @Test
    void fromJson_whenOwnBody_thenSameAgain() {
        OfferQuery query = OfferQuery.of(OfferFields.gpuRam.gteGb(8), OfferFields.dphTotal.asc())
                .without(OfferFields.rented)
                .limit(2)
                .type(OfferType.INTERRUPTIBLE);

        assertThat(OfferQuery.fromJson(query.toJson()).withoutDefaults().toMap())
                .isEqualTo(query.toMap());
    }

    @Test
    void fromJson_whenDefaultOnSameField_thenReplaced() {
        assertThat(conditions(read("{'verified':{'eq':false}}")))
                .isEqualTo("{'external':{'eq':false},'rentable':{'eq':true},'rented':{'eq':false},"
                        + "'verified':{'eq':false}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'gpu_name':{'eq':'RTX_4090'}}       | {'gpu_name':{'eq':'RTX 4090'}}",
                "{'mobo_name':{'eq':'X570_PRO'}}      | {'mobo_name':{'eq':'X570_PRO'}}",
                "{'verified':{'eq':'True'}}           | {'verified':{'eq':true}}",
                "{'num_gpus':{'eq':'2'}}              | {'num_gpus':{'eq':'2'}}",
                "{'gpu_ram':{'gte':24000.0}}          | {'gpu_ram':{'gte':24000}}",
                "{'cuda_vers':{'gte':12.4}}           | {'cuda_max_good':{'gte':12.4}}",
                "{'driver_version':{'gte':'535.86'}}  | {'driver_version':{'gte':535086000}}",
                "{'geolocation':{'notin':['cn','ключ']}} | {'geolocation':{'notin':['CN','ключ']}}",
                "{'os_version':{'eq':22.04}}          | {'os_version':{'eq':22.04}}",
                "{'type':'ondemand'}                  | {}",
                "{'type':'interruptible'}             | {}"
            })
    void fromJson_whenSpelledOtherwise_thenAsTheServiceSpellsIt(String json, String expected) {
        assertThat(conditions(read(json).withoutDefaults())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "''                               | not the JSON of a query",
                "[]                               | not the JSON of a query: no object",
                "{                                | not the JSON of a query",
                "{'gpuname':{'eq':'L4'}}          | unknown field gpuname; did you mean gpu_name?",
                "{'num_gpus':{'ge':1}}            | unknown operator ge; there are eq, neq,",
                "{'num_gpus':1}                   | num_gpus needs an operator, as in {\"eq\":1}",
                "{'gpu_name':'L4'}                | gpu_name needs an operator, as in {\"eq\":\"L4\"}",
                "{'num_gpus':{}}                  | num_gpus cannot be {}",
                "{'num_gpus':{'eq':[1]}}          | num_gpus cannot be [1]",
                "{'num_gpus':{'in':1}}            | num_gpus cannot be 1",
                "{'num_gpus':{'in':[]}}           | num_gpus cannot be []",
                "{'num_gpus':{'in':[{}]}}         | num_gpus cannot be {}",
                "{'num_gpus':{'eq':'two'}}        | num_gpus cannot be compared with two",
                "{'num_gpus':{'eq':true}}         | num_gpus cannot be compared with true",
                "{'num_gpus':{'eq':NaN}}          | ",
                "{'num_gpus':{'eq':1e999}}        | ",
                "{'gpu_ram':{'gte':'24GB'}}       | gpu_ram cannot be compared with 24GB",
                "{'verified':{'eq':'yes'}}        | verified takes true or false, not yes",
                "{'verified':{'gt':true}}         | verified is true or false, not less or greater",
                "{'driver_version':{'eq':'new'}}  | driver_version takes a version such as 535.86.05, not new",
                "{'order':'score'}                | order cannot be",
                "{'order':[['score']]}            | order cannot be",
                "{'order':[['score','down']]}     | order cannot be",
                "{'order':[['scor','asc']]}       | unknown field scor; did you mean score?",
                "{'limit':0}                      | limit must be positive",
                "{'limit':1.5}                    | limit cannot be 1.5",
                "{'allocated_storage':'8'}        | allocated_storage cannot be",
                "{'disable_bundling':'yes'}       | disable_bundling cannot be",
                "{'type':'auction'}               | unknown type of offer: auction; there are on-demand, bid or"
            })
    void fromJson_whenNotUnderstood_thenRefused(String json, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(json))
                .withMessageContaining(message == null ? "" : message);
    }

    @Test
    void fromJson_whenVolumes_thenOnlyTheirMembers() {
        assertThat(body(VolumeOfferQuery.fromJson("{\"disk_space\":{\"gt\":\"50\"},\"limit\":4}")))
                .isEqualTo("{'verified':{'eq':true},'external':{'eq':false},'disk_space':{'gt':'50'},"
                        + "'order':[['score','desc']],'limit':4,'allocated_storage':1.0}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VolumeOfferQuery.fromJson("{\"type\":\"bid\"}"))
                .withMessageContaining("unknown field type");
    }

    @Test
    void fromJson_whenNull_thenRefused() {
        assertThatNullPointerException().isThrownBy(() -> OfferQuery.fromJson(null));
    }
}
