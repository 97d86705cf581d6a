package io.github.vastsdk.request;

import io.github.vastsdk.internal.checks.Args;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy starts or ends: a path on an instance, on a volume, in a cloud storage, or on this machine.
 *
 * <p>As text: {@code C.11824:/data} (an instance), {@code 6003036:/data} (the same in short), {@code V.1234:/data} (a
 * volume), {@code s3.101:/data} (a cloud connection; without a number the service takes the one there is),
 * {@code local:data} or just {@code data} (this machine). A number alone is the root of that instance.
 */
public final class CopyLocation {
    private static final String LOCAL = "local";
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]+\\s*");
    private static final Pattern INSTANCE = Pattern.compile("(?:C\\.)?0*[1-9][0-9]*");
    private static final Pattern VOLUME = Pattern.compile("V\\.0*[1-9][0-9]*");
    private static final Pattern CLOUD = Pattern.compile("[a-z][a-z0-9_]*(?:\\.0*[1-9][0-9]*)?");

    private final @Nullable Object id;
    private final String path;

    private CopyLocation(@Nullable Object id, String path) {
        this.id = id;
        this.path = path;
    }

    /**
     * Makes a place on an instance.
     *
     * @param instanceId the id of the instance
     * @param path the path inside it
     * @return the location
     * @throws IllegalArgumentException if the id is not positive or the path is none
     */
    public static CopyLocation instance(long instanceId, String path) {
        return new CopyLocation(Args.id(instanceId, "instanceId"), checked(path));
    }

    /**
     * Makes a place on a volume.
     *
     * @param volumeId the id of the volume; not of the offer it was rented from
     * @param path the path inside it
     * @return the location
     * @throws IllegalArgumentException if the id is not positive or the path is none
     */
    public static CopyLocation volume(long volumeId, String path) {
        return new CopyLocation("V." + Args.id(volumeId, "volumeId"), checked(path));
    }

    /**
     * Makes a place in a cloud storage.
     *
     * @param kind the kind of storage in the API's words: {@code s3}, {@code drive}, {@code b2}, {@code dropbox}, …
     * @param connectionId the id of the account's connection to it
     * @param path the path inside it
     * @return the location
     * @throws IllegalArgumentException if the kind is no word, the id is not positive or the path is none
     */
    public static CopyLocation cloud(String kind, long connectionId, String path) {
        return new CopyLocation(cloudId(kind + "." + Args.id(connectionId, "connectionId")), checked(path));
    }

    /**
     * Makes a place on this machine. Unlike in a text, the path may hold a colon.
     *
     * @param path the path, as rsync understands it; on Windows such as {@code /cygdrive/c/data}, since rsync takes what
     *     stands before a colon for a host
     * @return the location
     * @throws IllegalArgumentException if the path is none
     */
    public static CopyLocation local(String path) {
        return new CopyLocation(LOCAL, checked(path));
    }

    /**
     * Reads a location as it is written for the official client.
     *
     * @param text such as {@code C.11824:/data/test}
     * @return the location, which is written in the same way again
     * @throws IllegalArgumentException if the text has more than one colon, nothing known before it, or no path
     */
    public static CopyLocation parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException("a location has at most one colon: " + text);
        }
        if (parts.length == 1) {
            return NUMBER.matcher(text).matches()
                    ? new CopyLocation(number(text.strip()), "/")
                    : new CopyLocation(null, checked(text));
        }
        String id = parts[0];
        boolean known = id.equals(LOCAL)
                || INSTANCE.matcher(id).matches()
                || VOLUME.matcher(id).matches();
        return new CopyLocation(known ? id : cloudId(id), checked(parts[1]));
    }

    private static long number(String text) {
        try {
            return Args.id(Long.parseLong(text), "instance id");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not the id of an instance: " + text, e);
        }
    }

    private static String cloudId(String id) {
        if (!CLOUD.matcher(id).matches()) {
            throw new IllegalArgumentException("not the place of a location: \"" + id
                    + "\"; expected C.<instance>, V.<volume>, <cloud>.<connection> "
                    + "or local (for a path with a colon use CopyLocation.local)");
        }
        return id;
    }

    private static String checked(String path) {
        boolean valid = !path.isEmpty() && !path.contains("//") && path.indexOf('\0') < 0;
        if (!valid) {
            throw new IllegalArgumentException("not a path of a location: \"" + path + "\"");
        }
        return path;
    }

    /**
     * Returns what stands before the colon.
     *
     * @return a number for an instance that was given as one, a text such as {@code V.1234} or {@code local}, or null
     *     for a path alone
     */
    public @Nullable Object id() {
        return id;
    }

    /**
     * Returns the path.
     *
     * @return the path, not empty
     */
    public String path() {
        return path;
    }

    /**
     * Tells whether the place is on this machine.
     *
     * @return true for {@code local:} and for a path alone
     */
    public boolean isLocal() {
        return id == null || id.equals(LOCAL);
    }

    /**
     * Tells whether the place is on an instance.
     *
     * @return true if what stands before the colon is the id of an instance
     */
    public boolean isInstance() {
        return id != null && INSTANCE.matcher(id.toString()).matches();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CopyLocation location && Objects.equals(location.id, id) && location.path.equals(path);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, path);
    }

    /** Returns the location as text, such as {@code C.11824:/data}. */
    @Override
    public String toString() {
        return id == null ? path : id + ":" + path;
    }
}
