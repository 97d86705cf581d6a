package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A volume for a new instance: one that is rented with it, or one that exists. A volume is on one machine; the offer for
 * the instance must be of the same machine. It outlives its instance, and costs money until it is deleted.
 */
public final class VolumeMount {
    private static final Pattern PATH = Pattern.compile("/?[^/\\x00]+(?:/[^/\\x00]+)*/?");

    private final boolean createNew;
    private final long id;
    private final @Nullable Integer sizeGb;
    private final @Nullable String name;
    private final String path;

    private VolumeMount(boolean createNew, long id, @Nullable Integer sizeGb, @Nullable String name, String path) {
        if (path.length() > 4096 || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("no path to mount a volume at: " + path);
        }
        this.createNew = createNew;
        this.id = id;
        this.sizeGb = sizeGb;
        this.name = name;
        this.path = path;
    }

    /**
     * Rents a new volume together with the instance.
     *
     * @param volumeOfferId the id of the <em>offer</em> of the volume, on the machine of the instance's offer
     * @param sizeGb the size in GB, which cannot be changed later
     * @param path where the container sees it, such as {@code /data}
     * @return what to mount
     * @throws IllegalArgumentException if an argument cannot be right
     */
    public static VolumeMount create(long volumeOfferId, int sizeGb, String path) {
        if (sizeGb <= 0) {
            throw new IllegalArgumentException("sizeGb must be positive: " + sizeGb);
        }
        return new VolumeMount(true, Args.id(volumeOfferId, "volumeOfferId"), sizeGb, null, path);
    }

    /**
     * Mounts a volume that the account rents already.
     *
     * @param volumeId the id of the <em>volume</em>; not of the offer that it came from
     * @param path where the container sees it, such as {@code /data}
     * @return what to mount
     * @throws IllegalArgumentException if an argument cannot be right
     */
    public static VolumeMount attach(long volumeId, String path) {
        return new VolumeMount(false, Args.id(volumeId, "volumeId"), null, null, path);
    }

    /**
     * Gives a new volume a name.
     *
     * @param newName the name
     * @return what to mount
     * @throws IllegalArgumentException if the name is blank
     * @throws IllegalStateException if the volume exists already
     */
    public VolumeMount named(String newName) {
        if (!createNew) {
            throw new IllegalStateException("a volume that exists has a name already");
        }
        return new VolumeMount(true, id, sizeGb, Args.notBlank(newName, "newName"), path);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("mount_path", path);
        map.put("create_new", createNew);
        map.put("volume_id", id);
        if (sizeGb != null) {
            map.put("size", sizeGb);
        }
        if (name != null) {
            map.put("name", name);
        }
        return map;
    }

    /** Shows what is mounted where. */
    @Override
    public String toString() {
        return (createNew ? "new volume from offer " : "volume ") + id + " at " + path;
    }
}
