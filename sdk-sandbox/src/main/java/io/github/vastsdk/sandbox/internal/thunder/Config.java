package io.github.vastsdk.sandbox.internal.thunder;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an instance is made of and can be changed into.
 *
 * @param spec its GPUs
 * @param cpuCores how many vCPUs
 * @param diskGb the size of its disk
 * @param mode what was once chosen between; null when nobody said
 * @param ports the HTTP ports that are open, in ascending order
 * @param publicKeys the lines of its {@code authorized_keys}
 */
record Config(
        GpuSpec spec, int cpuCores, int diskGb, @Nullable String mode, List<Integer> ports, List<String> publicKeys) {

    /** Gives this with another machine below it. */
    Config resized(GpuSpec otherSpec, int otherCores, int otherDisk, @Nullable String otherMode) {
        return new Config(otherSpec, otherCores, otherDisk, otherMode, ports, publicKeys);
    }

    /** Gives this with the machine below it that another one has. */
    Config onMachineOf(Config other) {
        return resized(other.spec, other.cpuCores, other.diskGb, other.mode);
    }

    /** Says whether another one has the same machine below it. */
    boolean isSameMachine(Config other) {
        return spec.equals(other.spec)
                && cpuCores == other.cpuCores
                && diskGb == other.diskGb
                && Objects.equals(mode, other.mode);
    }

    /** Gives this with some ports opened and others closed, whatever was open before. */
    Config ports(List<Integer> add, List<Integer> remove) {
        TreeSet<Integer> open = new TreeSet<>(ports);
        open.addAll(add);
        remove.forEach(open::remove);
        return new Config(spec, cpuCores, diskGb, mode, List.copyOf(open), publicKeys);
    }

    /** Says whether a key can log in. */
    boolean has(PublicKey key) {
        return publicKeys.stream().anyMatch(key::isSame);
    }

    /** Gives this with one more key. */
    Config with(PublicKey key) {
        List<String> more =
                Stream.concat(publicKeys.stream(), Stream.of(key.line())).toList();
        return new Config(spec, cpuCores, diskGb, mode, ports, more);
    }
}
