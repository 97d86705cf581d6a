package io.github.vastsdk.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.github.vastsdk.Secret;
import io.github.vastsdk.internal.json.Json;
import io.github.vastsdk.internal.json.JsonTextReader;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template: stored settings of instances, made by the account or by others.
 *
 * <p>The numeric {@code id} stays; the {@code hashId} is made of the contents and <strong>changes with each
 * edit</strong>. What is stored for later should be the numeric id.
 *
 * <p>The canonical constructor is not part of the API; tests use {@link #fromJson(String)}.
 *
 * @param id the numeric id
 * @param name the name
 * @param image the image, usually without its tag
 * @param tag the tag of the image
 * @param hashId the id that is made of the contents; instances are created by it
 * @param recommended whether the service recommends it
 * @param isPrivate whether others cannot see it
 * @param creatorId the id of the account that made it
 * @param createdAt when it was made
 * @param countCreated how many instances were created from it
 * @param recentCreateDate when an instance was last created from it
 * @param defaultTag the tag of the image unless another is chosen
 * @param runtype what is started: {@code ssh}, {@code jupyter} or {@code args}
 * @param useSsh whether it offers SSH
 * @param sshDirect whether SSH gets a port of the machine
 * @param jupyterDirect whether Jupyter gets a port of the machine
 * @param useJupyterLab whether JupyterLab opens instead of the notebook
 * @param jupyterDir the folder in which Jupyter starts
 * @param recommendedDiskSpaceGb the recommended disk in GB
 * @param desc a short description
 * @param href a link to more about the image
 * @param repo the name of the image's repository
 * @param env environment variables, ports and volumes as flags of docker; read it by
 *     {@link io.github.vastsdk.request.DockerFlags#parse}. A secret, since values of variables stand in it
 * @param onstart the script that runs at each start
 * @param argsStr the arguments of the image's entry point
 * @param extraFilters the conditions for offers, as the JSON that {@link io.github.vastsdk.query.OfferQuery#fromJson}
 *     reads
 * @param dockerLoginRepo the registry of a private image
 * @param dockerLoginUser the user at that registry
 * @param dockerLoginPass the password or token at that registry
 * @param readme a long description
 * @param readmeVisible whether others see the long description
 * @param extra the members that this version does not know, by name; printing the map hides what looks secret
 */
public record Template(
        @JsonProperty("id") @Nullable Long id,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("image") @Nullable String image,
        @JsonProperty("tag") @Nullable String tag,
        @JsonProperty("hash_id") @Nullable String hashId,
        @JsonProperty("recommended") @Nullable Boolean recommended,
        @JsonProperty("private") @Nullable Boolean isPrivate,
        @JsonProperty("creator_id") @Nullable Long creatorId,
        @JsonProperty("created_at") @Nullable Instant createdAt,
        @JsonProperty("count_created") @Nullable Long countCreated,
        @JsonProperty("recent_create_date") @Nullable Instant recentCreateDate,
        @JsonProperty("default_tag") @Nullable String defaultTag,
        @JsonProperty("runtype") @Nullable String runtype,
        @JsonProperty("use_ssh") @Nullable Boolean useSsh,
        @JsonProperty("ssh_direct") @Nullable Boolean sshDirect,
        @JsonProperty("jup_direct") @Nullable Boolean jupyterDirect,
        @JsonProperty("use_jupyter_lab") @Nullable Boolean useJupyterLab,
        @JsonProperty("jupyter_dir") @Nullable String jupyterDir,
        @JsonProperty("recommended_disk_space") @Nullable Double recommendedDiskSpaceGb,
        @JsonProperty("desc") @Nullable String desc,
        @JsonProperty("href") @Nullable String href,
        @JsonProperty("repo") @Nullable String repo,
        @JsonProperty("env") @Nullable Secret env,
        @JsonProperty("onstart") @Nullable String onstart,
        @JsonProperty("args_str") @Nullable String argsStr,
        @JsonProperty("extra_filters") @JsonDeserialize(using = JsonTextReader.class) @Nullable String extraFilters,
        @JsonProperty("docker_login_repo") @Nullable String dockerLoginRepo,
        @JsonProperty("docker_login_user") @Nullable String dockerLoginUser,
        @JsonProperty("docker_login_pass") @Nullable Secret dockerLoginPass,
        @JsonProperty("readme") @Nullable String readme,
        @JsonProperty("readme_visible") @Nullable Boolean readmeVisible,
        @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

    /**
     * Reads what the API sends, for tests and stored answers.
     *
     * @param json a JSON object
     * @return the record
     * @throws IllegalArgumentException if the text is no such JSON
     */
    public static Template fromJson(String json) {
        return Json.read(json, Template.class);
    }

    /** Returns one line such as {@code Template 42 PyTorch pytorch/pytorch:latest}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Template " + id);
        if (name != null) {
            text.append(' ').append(name);
        }
        if (image != null) {
            text.append(' ').append(image).append(tag == null || tag.isEmpty() ? "" : ":" + tag);
        }
        return text.toString();
    }
}
