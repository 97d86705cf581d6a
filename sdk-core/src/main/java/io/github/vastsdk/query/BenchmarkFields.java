package io.github.vastsdk.query;

/**
 * The columns of benchmarks, to be imported statically. The class also stands for the rows: a condition on a benchmark
 * is a {@code Condition<BenchmarkFields>}.
 */
public final class BenchmarkFields {
    static final Columns<BenchmarkFields> COLUMNS = new Columns<>();

    /** The id. */
    public static final NumberField<BenchmarkFields> id = COLUMNS.number("id", row -> null);

    /** The id of the instance that ran it. */
    public static final NumberField<BenchmarkFields> contractId = COLUMNS.number("contract_id", row -> null);

    /** The id of the machine. */
    public static final NumberField<BenchmarkFields> machineId = COLUMNS.number("machine_id", row -> null);

    /** The model of the GPUs, such as {@code RTX 4090}. Underscores count as blanks. */
    public static final TextField<BenchmarkFields> gpuName = COLUMNS.gpuNames("gpu_name", row -> null);

    /** The number of GPUs. */
    public static final NumberField<BenchmarkFields> numGpus = COLUMNS.number("num_gpus", row -> null);

    /** What was measured. */
    public static final TextField<BenchmarkFields> type = COLUMNS.text("type", row -> null);

    /** The result. */
    public static final NumberField<BenchmarkFields> value = COLUMNS.number("value", row -> null);

    /** When it was measured. */
    public static final TimeField<BenchmarkFields> lastUpdate = COLUMNS.time("last_update", row -> null);

    /** The image that ran. */
    public static final TextField<BenchmarkFields> image = COLUMNS.text("image", row -> null);

    /** The arguments that the image ran with. */
    public static final TextField<BenchmarkFields> launchArgs = COLUMNS.text("launch_args", row -> null);

    /** The id of the template. */
    public static final NumberField<BenchmarkFields> templateId = COLUMNS.number("template_id", row -> null);

    /** The hash id of the template. */
    public static final TextField<BenchmarkFields> templateHash = COLUMNS.text("template_hash", row -> null);

    private BenchmarkFields() {}

    /**
     * Reads conditions from a text such as {@code value > 100 last_update>=01/31/2025}, in the grammar of {@link OfferQuery#parse}.
     *
     * @param text the conditions, possibly none
     * @return the selection
     * @throws IllegalArgumentException if the text is not understood to its last letter; the message says where
     */
    public static Selection<BenchmarkFields> parse(String text) {
        return Selection.parse(COLUMNS, text);
    }

    /**
     * Reads the JSON that the API takes as {@code select_filters}.
     *
     * @param json conditions by field and operator
     * @return the selection
     * @throws IllegalArgumentException if the text is no such JSON, or names something unknown
     */
    public static Selection<BenchmarkFields> fromJson(String json) {
        return Selection.fromJson(COLUMNS, json);
    }
}
