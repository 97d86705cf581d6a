package io.github.vastsdk.sandbox.internal.thunder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.service.Input;
import io.github.vastsdk.sandbox.internal.service.Json;
import java.util.List;

/**
 * What can be had, for how much, and who asks. The first version still tells modes apart, in which all was offered twice;
 * the second one does not.
 */
final class Discovery implements Area {
    private static final String UNLISTED = "sandboxUnlisted";

    /** A way to speak of a machine: as such, or in one of two modes. */
    private enum Form {
        PLAIN("", 1),
        PROTOTYPING("_prototyping", 1),
        PRODUCTION("_production", 1.5);

        private final String suffix;
        private final double factor;

        Form(String suffix, double factor) {
            this.suffix = suffix;
            this.factor = factor;
        }

        static List<Form> of(int version) {
            return version == 1 ? List.of(PROTOTYPING, PRODUCTION) : List.of(PLAIN);
        }

        String key(GpuSpec spec) {
            return spec.key() + suffix;
        }
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.open("/v1/specs", input -> specs(1)),
                Operation.open("/v2/specs", input -> specs(2)),
                Operation.open("/v1/pricing", input -> pricing(1)),
                Operation.open("/v2/pricing", input -> pricing(2)),
                Operation.open("/v1/status", input -> availability(1)),
                Operation.open("/v2/status", input -> availability(2)),
                Operation.open("/v1/thunder-templates", Discovery::templates),
                Operation.of("GET", "/v1/auth/validate", Discovery::validate));
    }

    private static Answer specs(int version) {
        ObjectNode specs = Json.object();
        for (GpuSpec spec : GpuSpec.all()) {
            for (Form form : Form.of(version)) {
                specs.set(form.key(spec), spec(spec, form));
            }
        }
        return Json.answer(200, Json.object().put(UNLISTED, true).set("specs", specs));
    }

    private static ObjectNode spec(GpuSpec spec, Form form) {
        ObjectNode node = Json.object()
                .put("displayName", spec.displayName())
                .put("gpuCount", spec.count())
                .put("vramGB", spec.vramGb())
                .put("ramPerVCPUGiB", GpuSpec.MEMORY_GIB_PER_VCPU)
                .put(UNLISTED, true);
        spec.vcpuOptions().forEach(node.withArray("vcpuOptions")::add);
        node.set("storageGB", range(GpuSpec.MIN_DISK_GB, spec.maxDiskGb()));
        int memory = GpuSpec.MAX_CPU_PER_GPU * GpuSpec.MEMORY_GIB_PER_VCPU;
        if (form == Form.PLAIN) {
            return node.put("ramCapGiB", memory * spec.count());
        }
        node.put("mode", form.suffix.substring(1));
        node.putObject("limits").put("maxCPUPerGPU", GpuSpec.MAX_CPU_PER_GPU).put("maxMemoryGiBPerGPU", memory);
        return node.set("ephemeralStorageGB", range(0, 500));
    }

    private static ObjectNode range(int min, int max) {
        return Json.object().put("min", min).put("max", max);
    }

    private static Answer pricing(int version) {
        ObjectNode prices = Json.object();
        for (GpuSpec spec : GpuSpec.all()) {
            for (Form form : Form.of(version)) {
                prices.put(form.key(spec), Math.round(spec.dollarsPerHour() * form.factor * 100) / 100.0);
            }
        }
        if (version == 1) {
            prices.put("additional_vcpus", 0.04).put("disk_gb", 0.0003).put("ephemeral_disk_gb", 0.0001);
        }
        return Json.answer(200, Json.object().put(UNLISTED, true).set("pricing", prices));
    }

    /** The largest machine is not to be had, and of two A100s nothing is said. */
    private static Answer availability(int version) {
        ObjectNode body = Json.object().put(UNLISTED, true);
        ObjectNode kinds = body.putObject("gpu_type");
        ObjectNode specs = body.putObject("specs");
        for (GpuSpec spec : GpuSpec.all()) {
            if (spec.key().equals("a100xl_x2")) {
                continue;
            }
            String said = spec.count() == 8 ? "unavailable" : "available";
            for (Form form : Form.of(version)) {
                kinds.withObjectProperty(spec.gpu()).put(spec.count() + form.suffix, said);
                specs.put(form.key(spec), said);
            }
        }
        return Json.answer(200, body);
    }

    private static Answer templates(Input input) {
        ObjectNode map = Json.object();
        Template.all().forEach(template -> map.set(template.key(), template.row()));
        return Json.answer(200, map);
    }

    private static Answer validate(Input input) {
        return Json.answer(
                200,
                Json.object()
                        .put("valid", true)
                        .put("email", "somebody@example.com")
                        .put("org_name", "Example")
                        .put("sandbox_unlisted", true));
    }
}
