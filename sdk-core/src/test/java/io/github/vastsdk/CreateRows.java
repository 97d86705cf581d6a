package io.github.vastsdk;

import static io.github.vastsdk.internal.Sends.sends;
import static io.github.vastsdk.query.OfferFields.dphTotal;
import static io.github.vastsdk.query.OfferFields.gpuName;
import static io.github.vastsdk.query.OfferFields.numGpus;

import io.github.vastsdk.internal.Sends;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.request.PortProtocol;
import io.github.vastsdk.request.RegistryLogin;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.TargetState;
import io.github.vastsdk.request.VolumeMount;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What creating and launching instances sends. */
final class CreateRows {
    static final String CREATED = "{'success': true, 'new_contract': 7835610}";

    /** What the official client always sends. */
    private static final String DEFAULTS = "'template_hash_id': null, 'env': {}, 'onstart': null, 'image_login': null,"
            + " 'extra': null, 'python_utf8': false, 'lang_utf8': false, 'use_jupyter_lab': false,"
            + " 'jupyter_dir': null, 'cancel_unavail': false";

    private CreateRows() {}

    static Stream<Sends<VastClient>> rows() {
        return Stream.of(
                sends(
                        "instances.create with an image alone",
                        vast -> vast.instances().create(4242, r -> r.image("pytorch/pytorch")),
                        CREATED,
                        "PUT /api/v0/asks/4242/",
                        "{'image': 'pytorch/pytorch', 'disk': 10.0}"),
                sends(
                        "instances.create with a template alone",
                        vast -> vast.instances().create(4242, r -> r.templateHash("661d")),
                        CREATED,
                        "PUT /api/v0/asks/4242/",
                        "{'template_hash_id': '661d', 'disk': 10.0}"),
                sends(
                        "instances.create with everything for Jupyter",
                        vast -> vast.instances().create(4242, r -> r.image("i")
                                .templateId(9)
                                .diskGb(64.5)
                                .label("train")
                                .bidPrice(0.125)
                                .runType(RunType.JUPYTER_DIRECT)
                                .jupyterLab(true)
                                .jupyterDir("/data")
                                .env("TZ", "UTC")
                                .env("HF_TOKEN", Secret.of("x"))
                                .env(Map.of("-h", "box"))
                                .port(8080)
                                .port(53, 53, PortProtocol.UDP)
                                .dockerFlags("-e A='b c' -v V.1:/mnt")
                                .onstart("echo hi")
                                .login(RegistryLogin.of("bob", Secret.of("pw"), "docker.io"))
                                .user("root")
                                .extra("--shm-size=1g")
                                .pythonUtf8(true)
                                .langUtf8(true)
                                .force(true)
                                .cancelUnavailable(true)
                                .targetState(TargetState.STOPPED)
                                .volume(VolumeMount.create(12, 15, "/data/volume")
                                        .named("v"))),
                        CREATED,
                        "PUT /api/v0/asks/4242/",
                        "{'image': 'i', 'template_id': 9, 'disk': 64.5, 'label': 'train', 'price': 0.125,"
                                + " 'env': {'TZ': 'UTC', 'HF_TOKEN': 'x', '-h': 'box', '-p 8080:8080': '1',"
                                + " '-p 53:53/udp': '1', 'A': 'b c', '-v V.1:/mnt': '1'},"
                                + " 'runtype': 'jupyter_direc ssh_direc ssh_proxy', 'onstart': 'echo hi',"
                                + " 'image_login': '-u bob -p pw docker.io', 'user': 'root',"
                                + " 'extra': '--shm-size=1g', 'python_utf8': true, 'lang_utf8': true,"
                                + " 'use_jupyter_lab': true, 'jupyter_dir': '/data', 'force': true,"
                                + " 'cancel_unavail': true, 'target_state': 'stopped', 'volume_info':"
                                + " {'mount_path': '/data/volume', 'create_new': true, 'volume_id': 12, 'size': 15,"
                                + " 'name': 'v'}}"),
                sends(
                        "instances.create with arguments",
                        vast -> vast.instances().create(1, r -> r.image("i")
                                .args(List.of("-c", "echo hello"))
                                .volume(VolumeMount.attach(13, "/v"))),
                        CREATED,
                        "PUT /api/v0/asks/1/",
                        "{'image': 'i', 'disk': 10.0, 'runtype': 'args', 'args': ['-c', 'echo hello'],"
                                + " 'volume_info': {'mount_path': '/v', 'create_new': false, 'volume_id': 13}}"),
                sends(
                        "instances.create of a VM",
                        vast -> vast.instances().create(1, r -> r.image("docker.io/vastai/kvm:ubuntu")
                                .vm(true)
                                .runType(RunType.SSH_DIRECT)),
                        CREATED,
                        "PUT /api/v0/asks/1/",
                        "{'image': 'docker.io/vastai/kvm:ubuntu', 'disk': 10.0, 'runtype': 'ssh_direc ssh_proxy',"
                                + " 'vm': true}"),
                sends(
                        "instances.launch",
                        vast -> vast.instances()
                                .launch(
                                        OfferQuery.of(gpuName.eq("RTX 4090"), numGpus.eq(2), dphTotal.asc())
                                                .withoutDefaults()
                                                .limit(3),
                                        r -> r.image("i").diskGb(32)),
                        "{'success': true, 'new_contract': '7835610'}",
                        "PUT /api/v0/launch_instance/",
                        "{'image': 'i', 'disk': 32.0, " + DEFAULTS
                                + ", 'label': null, 'q': {'gpu_name': {'eq': 'RTX 4090'}, 'num_gpus': {'eq': 2},"
                                + " 'order': [['dph_total', 'asc']], 'limit': 3, 'allocated_storage': 32.0,"
                                + " 'type': 'on-demand'}}"),
                sends(
                        "instances.bulk.create",
                        vast -> vast.instances().bulk().create(List.of(3L, 1L, 2L), r -> r.image("i")
                                .label("l")),
                        CREATED,
                        "POST /api/v0/asks/bulk/",
                        "{'image': 'i', 'disk': 10.0, " + DEFAULTS + ", 'label': 'l', 'client_id': 'me',"
                                + " 'price': null, 'user': null, 'force': false, 'ids': [3, 1, 2]}"));
    }
}
