package io.github.vastsdk.query;

import static io.github.vastsdk.query.Bodies.conditions;
import static io.github.vastsdk.query.OfferFields.cpuName;
import static io.github.vastsdk.query.OfferFields.osVersion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // operators
                "cpu_cores=8                        | {'cpu_cores':{'eq':'8'}}",
                "cpu_cores == 8                     | {'cpu_cores':{'eq':'8'}}",
                "cpu_cores   =8                     | {'cpu_cores':{'eq':'8'}}",
                "cpu_cores!=8                       | {'cpu_cores':{'neq':'8'}}",
                "cpu_cores>8 cpu_cores<=64          | {'cpu_cores':{'gt':'8','lte':'64'}}",
                "cpu_cores<8                        | {'cpu_cores':{'lt':'8'}}",
                "cpu_cores eq 8                     | {'cpu_cores':{'eq':'8'}}",
                "cpu_cores neq 8                    | {'cpu_cores':{'neq':'8'}}",
                "cpu_cores not eq 8                 | {'cpu_cores':{'neq':'8'}}",
                "cpu_cores noteq 8                  | {'cpu_cores':{'neq':'8'}}",
                "cpu_cores gt 8 cpu_cores lte 64    | {'cpu_cores':{'gt':'8','lte':'64'}}",
                "cpu_cores gte 8 cpu_cores lt 64    | {'cpu_cores':{'gte':'8','lt':'64'}}",
                "cpu_cores in [8,16]                | {'cpu_cores':{'in':['8','16']}}",
                "cpu_cores in [ 8 , 16 , ]          | {'cpu_cores':{'in':['8','16']}}",
                "cpu_cores in 8,16                  | {'cpu_cores':{'in':['8','16']}}",
                "cpu_cores nin [8]                  | {'cpu_cores':{'notin':['8']}}",
                "cpu_cores notin 8                  | {'cpu_cores':{'notin':['8']}}",
                "cpu_cores not in[8]                | {'cpu_cores':{'notin':['8']}}",
                // numbers
                "dph_total<=.5                      | {'dph_total':{'lte':'.5'}}",
                "dph_total>-1e-3                    | {'dph_total':{'gt':'-1e-3'}}",
                "num_gpus=[4]                       | {'num_gpus':{'eq':'4'}}",
                "num_gpus=4, dph_total<1,           | {'num_gpus':{'eq':'4'},'dph_total':{'lt':'1'}}",
                // units
                "gpu_ram>=23.5                      | {'gpu_ram':{'gte':23500}}",
                "gpu_total_ram in [80, 160]         | {'gpu_total_ram':{'in':[80000,160000]}}",
                "cpu_ram notin 64                   | {'cpu_ram':{'notin':[64000]}}",
                "duration>=0.5                      | {'duration':{'gte':43200}}",
                "duration in [1,2]                  | {'duration':{'in':[86400,172800]}}",
                "duration<0.00001                   | {'duration':{'lt':0.864}}",
                "end_date>1800000000                | {'end_date':{'gt':1800000000}}",
                "end_date>01/31/2026                | {'end_date':{'gt':1769817600}}",
                // versions
                "driver_version>=550.54.15          | {'driver_version':{'gte':550054015}}",
                "driver_version>=550.54             | {'driver_version':{'gte':550054000}}",
                "driver_version>=550                | {'driver_version':{'gte':550000000}}",
                "driver_version>=550054015          | {'driver_version':{'gte':550054015}}",
                "driver_version in 550.54,535.1.2   | {'driver_version':{'in':[550054000,535001002]}}",
                // texts
                "gpu_name=H100_SXM                  | {'gpu_name':{'eq':'H100 SXM'}}",
                "gpu_name=\"H100_SXM\"              | {'gpu_name':{'eq':'H100 SXM'}}",
                "gpu_name in [H100 SXM,\"L4\"]      | {'gpu_name':{'in':['H100 SXM','L4']}}",
                "gpu_name in \"H100 SXM,L4\"        | {'gpu_name':{'in':['H100 SXM','L4']}}",
                "mobo_name=X570_PRO                 | {'mobo_name':{'eq':'X570 PRO'}}",
                "mobo_name=\"X570_PRO\"             | {'mobo_name':{'eq':'X570_PRO'}}",
                "mobo_name=\"a \"\"b\"\", [c]\"     | {'mobo_name':{'eq':'a \\'b\\', [c]'}}",
                "mobo_name in [\"a,b\"]             | {'mobo_name':{'in':['a,b']}}",
                "mobo_name=\"any\"                  | {'mobo_name':{'eq':'any'}}",
                "mobo_name=\"None\"                 | {'mobo_name':{'eq':'None'}}",
                "mobo_name=\"\"                     | {'mobo_name':{'eq':''}}",
                "cpu_arch=x86_64                    | {'cpu_arch':{'eq':'x86_64'}}",
                "ubuntu_version>=22.04              | {'ubuntu_version':{'gte':'22.04'}}",
                "geolocation=se                     | {'geolocation':{'eq':'SE'}}",
                // flags and null
                "static_ip=true                     | {'static_ip':{'eq':true}}",
                "static_ip=False                    | {'static_ip':{'eq':false}}",
                "static_ip=FALSE                    | {'static_ip':{'eq':false}}",
                "static_ip=0 has_avx=1              | {'static_ip':{'eq':false},'has_avx':{'eq':true}}",
                "static_ip!=true                    | {'static_ip':{'neq':true}}",
                "cluster_id=None                    | {'cluster_id':{'eq':null}}",
                "cluster_id!=null                   | {'cluster_id':{'neq':null}}",
                "external=None                      | {'external':{'eq':null}}",
                // other names
                "dph<1 flops_usd>2 dlperf_usd>3     |"
                        + " {'dph_total':{'lt':'1'},'flops_per_dphtotal':{'gt':'2'},'dlperf_per_dphtotal':{'gt':'3'}}",
                "cuda_vers>=12 display_active=false |"
                        + " {'cuda_max_good':{'gte':'12'},'gpu_display_active':{'eq':false}}",
                "reliability2>0.9 dphtotal<2        | {'reliability':{'gt':'0.9'},'dph_total':{'lt':'2'}}",
                "dph_total<2 dph>1                  | {'dph_total':{'lt':'2','gt':'1'}}",
                // the last one counts
                "num_gpus=1 num_gpus=2              | {'num_gpus':{'eq':'2'}}",
                "num_gpus=1 num_gpus=any            | {}",
                "num_gpus=any num_gpus=1            | {'num_gpus':{'eq':'1'}}",
                "id=42                              | {'id':{'eq':'42'}}"
            })
    void parse_whenUnderstood_thenConditions(String text, String expected) {
        OfferQuery query = OfferQuery.parse(text);

        assertThat(conditions(query.withoutDefaults()).replace("\\'", "\\'")).isEqualTo(expected);
        assertThat(OfferQuery.parse(query.toString())).as(query.toString()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({"any", "?", "*"})
    void parse_whenWildcard_thenDefaultIsDropped(String wildcard) {
        assertThat(conditions(OfferQuery.parse("rented=" + wildcard + " verified = " + wildcard)))
                .isEqualTo("{'external':{'eq':false},'rentable':{'eq':true}}");
    }

    @Test
    void parse_whenConditionOnDefaultField_thenReplacesWhateverTheOperator() {
        assertThat(conditions(OfferQuery.parse("verified!=true")))
                .isEqualTo("{'external':{'eq':false},'rentable':{'eq':true},'rented':{'eq':false},"
                        + "'verified':{'neq':true}}");
        assertThat(conditions(VolumeOfferQuery.parse("disk_space<0.5")))
                .isEqualTo("{'verified':{'eq':true},'external':{'eq':false},'disk_space':{'lt':'0.5'}}");
    }

    @Test
    void parse_whenBlanksOfAnyKind_thenSeparators() {
        assertThat(OfferQuery.parse("\t num_gpus\n=\r\n1\tdph<1\n")).isEqualTo(OfferQuery.parse("num_gpus=1 dph<1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "num_gpus              | num_gpus needs an operator, such as = or >=, at position 9, the end",
                "num_gpus 1            | needs an operator, such as = or >=, at position 10: 1",
                "num_gpus=             | num_gpus has no value, at position 10, the end",
                "num_gpus=,            | num_gpus has no value, at position 10: ,",
                "num_gpus= dph<1       | num_gpus takes a number, not dph<1, at position 11: dph<1",
                "num_gpus in []        | num_gpus has no value, at position 13: []",
                "num_gpus in [,]       | num_gpus has no value",
                "num_gpus in [1 2]     | num_gpus takes a number, not 1 2",
                "num_gpus in [1        | the list has no end, at position 13: [1",
                "num_gpus in [1 [2]]   | a comma is missing before [, at position 16: [2]]",
                "num_gpus in [\"1\"2]  | a comma is missing before 2",
                "num_gpus in [1]2      | a blank is missing before 2, at position 16: 2",
                "num_gpus=1]           | a blank is missing before ]",
                "gpu_name=\"A          | the quote has no end, at position 10: \"A",
                "gpu_name=\"A\"\"      | the quote has no end",
                "gpu_name=A\"B         | a blank is missing before \"",
                "gpu_name in [\"A]     | the quote has no end",
                "=1                    | the name of a field is missing, at position 1: =1",
                "num_gpus=1 >2         | the name of a field is missing, at position 12: >2",
                "num_gpus=>1           | unknown operator =>, at position 9: =>1",
                "num_gpus<>1           | unknown operator <>",
                "num_gpus inn 1        | needs an operator",
                "num_gpu=1             | unknown field num_gpu; did you mean num_gpus?, at position 1: num_gpu=1",
                "gpu_nmae=A            | did you mean gpu_name?",
                "Num_GPUs=1            | unknown field Num_GPUs",
                "a=1;b=2               | unknown field a",
                "pasta=1               | unknown field pasta, at",
                "num_gpus=one          | num_gpus takes a number, not one",
                "num_gpus=1e9999       | num_gpus takes a number",
                "num_gpus=1,2          | several values go with in and notin only",
                "gpu_name=A,B          | several values go with in and notin only",
                "gpu_ram>=24GB         | gpu_ram takes a number of GB, not 24GB",
                "duration>3d           | duration takes a number of days, not 3d",
                "end_date>2026-01-31   | end_date takes seconds since 1970 or MM/DD/YYYY, not 2026-01-31",
                "driver_version=x      | driver_version takes a version such as 535.86.05, not x",
                "verified=maybe        | verified takes true or false, not maybe",
                "verified>true         | verified is true or false, not less or greater, at position 9: >true",
                "geolocation=EUR       | geolocation takes a country code of two letters, not EUR",
                "gpu_name=RTX 4090     | unknown field 4090; a value with blanks needs underscores or double quotes,"
                        + " at",
                "num_gpus=2 and id=1   | unknown field and; a value with blanks needs underscores or double quotes, at",
                "gpu_name='RTX 4090'   | quotes are double, as in \"RTX 4090\", at position 10: 'RTX 4090'",
                "gpu_name='RTX_4090'   | quotes are double",
                "gpu_name in ['A','B'] | quotes are double, as in \"RTX 4090\", at position 14: 'A'",
                "gpu_name in (A,B)     | a list stands in brackets, as in [A,B], at position 13: (A,B)",
                "num_gpus>any          | any value at all goes with = only",
                "num_gpus in [1,any]   | any value at all goes with = only",
                "num_gpus>None         | nothing is less or greater than None"
            })
    void parse_whenNotUnderstood_thenSaysWhatAndWhere(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfferQuery.parse(text))
                .withMessageStartingWith("query: ")
                .withMessageContaining(message);
    }

    @Test
    void toString_whenAListBeginsWithAParenthesis_thenReadAgain() {
        OfferQuery query = OfferQuery.of(osVersion.in("(a", "b)"));

        assertThat(query).hasToString("os_version in [(a,b)]");
        assertThat(OfferQuery.parse(query.toString())).isEqualTo(query);
        assertThat(OfferQuery.parse("cpu_name=(x)")).isEqualTo(OfferQuery.of(cpuName.eq("(x)")));
    }

    @Test
    void parse_whenLongText_thenMessageIsShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfferQuery.parse("num_gpus ~" + "x".repeat(10_000)))
                .withMessageEndingWith("xxx…")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(150));
    }

    @Test
    void parse_whenVeryLongValue_thenRead() {
        String name = "\"\"".repeat(100_000);

        assertThat(OfferQuery.parse("gpu_name=\"" + name + "\"").conditions())
                .contains(OfferFields.gpuName.eq("\"".repeat(100_000)));
    }
}
