package io.github.vastsdk.query;

/**
 * The columns of templates, to be imported statically. The class also stands for the rows: a condition on a template is
 * a {@code Condition<TemplateFields>}.
 */
public final class TemplateFields {
    static final Columns<TemplateFields> COLUMNS = new Columns<>();

    /** The numeric id. */
    public static final NumberField<TemplateFields> id = COLUMNS.number("id", row -> null);

    /** The hash id, which changes with each edit. */
    public static final TextField<TemplateFields> hashId = COLUMNS.text("hash_id", row -> null);

    /** The id of the account that made it. */
    public static final NumberField<TemplateFields> creatorId = COLUMNS.number("creator_id", row -> null);

    /** When it was made. */
    public static final TimeField<TemplateFields> createdAt = COLUMNS.time("created_at", row -> null);

    /** How many instances were created from it. */
    public static final NumberField<TemplateFields> countCreated = COLUMNS.number("count_created", row -> null);

    /** When an instance was last created from it. */
    public static final TimeField<TemplateFields> recentCreateDate = COLUMNS.time("recent_create_date", row -> null);

    /** The name. */
    public static final TextField<TemplateFields> name = COLUMNS.names("name", row -> null);

    /** The image, without its tag. */
    public static final TextField<TemplateFields> image = COLUMNS.text("image", row -> null);

    /** The tag of the image. */
    public static final TextField<TemplateFields> tag = COLUMNS.text("tag", row -> null);

    /** The tag of the image unless another is chosen. */
    public static final TextField<TemplateFields> defaultTag = COLUMNS.text("default_tag", row -> null);

    /** The registry that the image is on, if it needs a login. */
    public static final TextField<TemplateFields> dockerLoginRepo = COLUMNS.text("docker_login_repo", row -> null);

    /** The recommended disk in GB. */
    public static final NumberField<TemplateFields> recommendedDiskSpace =
            COLUMNS.number("recommended_disk_space", row -> null);

    /** Whether the service recommends it. */
    public static final FlagField<TemplateFields> recommended = COLUMNS.flag("recommended", row -> null);

    /** Whether it is one of the account's own that others cannot see. */
    public static final FlagField<TemplateFields> isPrivate = COLUMNS.flag("private", row -> null);

    /** Whether it offers SSH. */
    public static final FlagField<TemplateFields> useSsh = COLUMNS.flag("use_ssh", row -> null);

    /** Whether SSH is reached directly. */
    public static final FlagField<TemplateFields> sshDirect = COLUMNS.flag("ssh_direct", row -> null);

    /** Whether Jupyter is reached directly. */
    public static final FlagField<TemplateFields> jupyterDirect = COLUMNS.flag("jup_direct", row -> null);

    private TemplateFields() {}

    /**
     * Reads conditions from a text such as {@code count_created > 100 creator_id in [38382,48982] created_at>12/31/2024}, in the grammar of {@link OfferQuery#parse}.
     *
     * @param text the conditions, possibly none
     * @return the selection
     * @throws IllegalArgumentException if the text is not understood to its last letter; the message says where
     */
    public static Selection<TemplateFields> parse(String text) {
        return Selection.parse(COLUMNS, text);
    }

    /**
     * Reads the JSON that the API takes as {@code select_filters}.
     *
     * @param json conditions by field and operator
     * @return the selection
     * @throws IllegalArgumentException if the text is no such JSON, or names something unknown
     */
    public static Selection<TemplateFields> fromJson(String json) {
        return Selection.fromJson(COLUMNS, json);
    }
}
