package io.github.vastsdk.sandbox.internal.thunder;

import io.github.vastsdk.sandbox.internal.service.Input;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an instance is to be made of, and refuses what cannot be had. */
final class Orders {
    private static final Set<String> MODES = Set.of("prototyping", "production");

    private final SnapshotStore snapshots;

    Orders(SnapshotStore snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * What is to be created.
     *
     * @param template the template or the snapshot
     * @param restoredBytes the size of the snapshot; 0 when it is a template
     * @param config what it is made of
     */
    record Order(String template, long restoredBytes, Config config) {}

    /** Reads what is to be created. */
    Order read(Input input) {
        int cores = Body.requireInteger(input, "cpu_cores");
        int disk = Body.requireInteger(input, "disk_size_gb");
        GpuSpec spec = spec(Body.requireText(input, "gpu_type"), Body.requireInteger(input, "num_gpus"));
        String name = Body.requireText(input, "template");
        requireCores(spec, cores);
        Template template = Template.find(name);
        Snapshot snapshot = template == null ? snapshots.named(name) : null;
        if (template == null && (snapshot == null || !snapshot.isReady())) {
            throw Refusal.invalid("template is neither a template nor a snapshot that is ready");
        }
        // A disk that is too small for the snapshot is not refused: it comes as large as it has to be.
        int size = snapshot == null ? disk : Math.max(disk, snapshot.minimumDiskGb());
        requireDisk(spec, size, snapshot == null ? 0 : snapshot.minimumDiskGb());
        List<Integer> ports = template == null ? List.of() : template.openPorts();
        return new Order(
                name,
                snapshot == null ? 0 : snapshot.bytes(),
                new Config(spec, cores, size, mode(input, null), ports, List.of()));
    }

    /** Reads what a machine is to become. */
    Config change(Input input, Config before) {
        String gpu = Body.text(input, "gpu_type");
        GpuSpec spec = spec(
                gpu == null ? before.spec().gpu() : gpu,
                or(Body.integer(input, "num_gpus"), before.spec().count()));
        int cores = or(Body.integer(input, "cpu_cores"), before.cpuCores());
        int disk = or(Body.integer(input, "disk_size_gb"), before.diskGb());
        requireCores(spec, cores);
        if (disk < before.diskGb()) {
            throw Refusal.invalid("disk_size_gb cannot be reduced");
        }
        // A disk that came with a snapshot may be larger than what can be had, as long as it stays as it is.
        requireDisk(spec, disk, before.diskGb());
        return before.resized(spec, cores, disk, mode(input, before.mode()));
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static GpuSpec spec(String gpu, int count) {
        GpuSpec spec = GpuSpec.find(gpu, count);
        if (spec == null) {
            throw Refusal.invalid("gpu_type " + gpu + " cannot be had with num_gpus " + count);
        }
        return spec;
    }

    private static void requireCores(GpuSpec spec, int cores) {
        if (!spec.vcpuOptions().contains(cores)) {
            throw Refusal.invalid("cpu_cores must be one of " + spec.vcpuOptions());
        }
    }

    private static void requireDisk(GpuSpec spec, int disk, int allowed) {
        if (disk < GpuSpec.MIN_DISK_GB || disk > Math.max(spec.maxDiskGb(), allowed)) {
            throw Refusal.invalid("disk_size_gb must be " + GpuSpec.MIN_DISK_GB + " to " + spec.maxDiskGb());
        }
    }

    private static @Nullable String mode(Input input, @Nullable String otherwise) {
        String mode = Body.text(input, "mode");
        if (mode != null && !MODES.contains(mode)) {
            throw Refusal.invalid("mode must be one of prototyping, production");
        }
        return mode == null ? otherwise : mode;
    }
}
