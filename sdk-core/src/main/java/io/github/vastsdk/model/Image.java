package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.internal.json.TextListReader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an instance runs.
 *
 * @param uuid the name of the image, such as {@code pytorch/pytorch}
 * @param args the arguments of the container
 * @param runtype how the container starts, such as {@code ssh_direc ssh_proxy}
 * @param templateId the id of the template
 * @param templateHashId the hash of the template, which changes with each edit
 * @param templateName the name of the template
 */
public record Image(
        @JsonProperty("image_uuid") @Nullable String uuid,
        @JsonProperty("image_args") @JsonDeserialize(using = TextListReader.class) List<String> args,
        @JsonProperty("image_runtype") @Nullable String runtype,
        @JsonProperty("template_id") @Nullable Long templateId,
        @JsonProperty("template_hash_id") @Nullable String templateHashId,
        @JsonProperty("template_name") @Nullable String templateName) {

    /**
     * Tells whether Jupyter was asked for.
     *
     * @return true if the run type names it
     */
    public boolean hasJupyter() {
        return runtype != null && runtype.toLowerCase(Locale.ROOT).contains("jupyter");
    }

    /** Shows the name of the image; never the arguments, which often hold tokens. */
    @Override
    public String toString() {
        return uuid == null ? "" : uuid;
    }
}
