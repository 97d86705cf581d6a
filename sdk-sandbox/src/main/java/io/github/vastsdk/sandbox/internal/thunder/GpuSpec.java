package io.github.vastsdk.sandbox.internal.thunder;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of GPUs of one kind, and what can be had with them.
 *
 * @param gpu the name of the kind
 * @param displayName the name for people
 * @param count how many GPUs
 * @param vramGb the memory of one of them
 * @param vcpuOptions the numbers of vCPUs to choose from
 * @param dollarsPerHour the price of it all with the smallest number of vCPUs
 */
record GpuSpec(
        String gpu, String displayName, int count, int vramGb, List<Integer> vcpuOptions, double dollarsPerHour) {
    static final int MEMORY_GIB_PER_VCPU = 8;
    static final int MIN_DISK_GB = 100;
    static final int MAX_CPU_PER_GPU = 32;

    private static final List<GpuSpec> ALL = Stream.of(
                    several("a6000", "RTX A6000", 48, 0.35, 1, 2),
                    several("a100xl", "A100 80GB", 80, 0.78, 1, 2, 4),
                    several("h100", "H100", 80, 1.38, 1, 2, 4, 8))
            .flatMap(specs -> specs)
            .toList();

    private static Stream<GpuSpec> several(String gpu, String displayName, int vramGb, double price, int... counts) {
        return IntStream.of(counts)
                .mapToObj(count -> new GpuSpec(
                        gpu, displayName, count, vramGb, List.of(4 * count, 8 * count, 16 * count), price * count));
    }

    static List<GpuSpec> all() {
        return ALL;
    }

    /** Finds what can be had; null when it cannot. */
    static @Nullable GpuSpec find(String gpu, int count) {
        return ALL.stream()
                .filter(spec -> spec.gpu.equals(gpu.toLowerCase(Locale.ROOT)) && spec.count == count)
                .findFirst()
                .orElse(null);
    }

    int maxDiskGb() {
        return 1000 * count;
    }

    /** Gives the key of this in the maps of discovery. */
    String key() {
        return gpu + "_x" + count;
    }
}
