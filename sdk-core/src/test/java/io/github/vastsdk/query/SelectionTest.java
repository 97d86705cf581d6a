package io.github.vastsdk.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static String filters(Selection<?> selection) {
        return selection.filtersJson().replace('"', '\'');
    }

    @Test
    void filtersJson_whenTyped_thenNothingByDefault() {
        Selection<TemplateFields> selection = Selection.of(
                TemplateFields.countCreated.gt(100),
                TemplateFields.createdAt.gte(Instant.EPOCH.plusSeconds(60)),
                TemplateFields.name.desc(),
                TemplateFields.id.asc());

        assertThat(filters(selection)).isEqualTo("{'count_created':{'gt':100},'created_at':{'gte':60}}");
        assertThat(selection.orderJson())
                .isEqualTo("[{\"col\":\"name\",\"dir\":\"desc\"},{\"col\":\"id\",\"dir\":\"asc\"}]");
        assertThat(selection).hasToString("count_created>100 created_at>=60");
    }

    @Test
    void filtersJson_whenNone_thenEmptyObjectAndNoOrder() {
        Selection<TemplateFields> selection = Selection.of();

        assertThat(selection.filtersJson()).isEqualTo("{}");
        assertThat(selection.orderJson()).isNull();
        assertThat(selection)
                .isEqualTo(TemplateFields.parse(" "))
                .isEqualTo(TemplateFields.fromJson("{}"))
                .hasSameHashCodeAs(TemplateFields.parse(""));
    }

    @Test
    void parse_whenTemplates_thenTypesOfTheirColumns() {
        assertThat(filters(TemplateFields.parse("count_created > 100  creator_id in [38,48] created_at>12/31/2024"
                        + " private=true image=vastai/py_torch name=My_Template")))
                .isEqualTo("{'count_created':{'gt':'100'},'creator_id':{'in':['38','48']},"
                        + "'created_at':{'gt':1735603200},'private':{'eq':true},'image':{'eq':'vastai/py_torch'},"
                        + "'name':{'eq':'My Template'}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateFields.parse("pytorch"))
                .withMessageContaining("unknown field pytorch");
    }

    @Test
    void parse_whenBenchmarks_thenTypesOfTheirColumns() {
        assertThat(filters(BenchmarkFields.parse("last_update>=01/31/2025 gpu_name=RTX_4090 value>1")))
                .isEqualTo("{'last_update':{'gte':1738281600},'gpu_name':{'eq':'RTX 4090'},'value':{'gt':'1'}}");
    }

    @Test
    void fromJson_whenFilters_thenSame() {
        String json = "{\"name\":{\"eq\":\"a \\\"b\\\" / & 日\"},\"id\":{\"in\":[1,2]}}";

        assertThat(TemplateFields.fromJson(json).filtersJson()).isEqualTo(json);
        assertThat(BenchmarkFields.fromJson("{\"value\":{\"gt\":\"100.0\"}}")
                        .orderBy(BenchmarkFields.lastUpdate.desc()))
                .returns("{\"value\":{\"gt\":\"100.0\"}}", Selection::filtersJson)
                .returns("[{\"col\":\"last_update\",\"dir\":\"desc\"}]", Selection::orderJson);
    }

    @Test
    void of_whenTwoConditionsClash_thenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.of(TemplateFields.id.eq(1), TemplateFields.id.eq(2)))
                .withMessageContaining("id has a condition with eq already");
        assertThat(Selection.of(TemplateFields.id.eq(1))).isNotEqualTo(Selection.of(TemplateFields.id.eq(2)));
    }

    @Test
    void fromJson_whenATimeIsADate_thenItsSeconds() {
        assertThat(TemplateFields.fromJson("{\"created_at\":{\"gte\":\"01/01/2025\",\"lt\":\"1767225600.5\"}}")
                        .filtersJson())
                .isEqualTo("{\"created_at\":{\"gte\":1735689600,\"lt\":\"1767225600.5\"}}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemplateFields.fromJson("{\"created_at\":{\"gte\":\"2025-01-01\"}}"))
                .withMessageContaining("created_at takes seconds since 1970 or MM/DD/YYYY, not 2025-01-01");
    }
}
