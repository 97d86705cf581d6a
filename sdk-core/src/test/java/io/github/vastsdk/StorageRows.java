package io.github.vastsdk;

import static io.github.vastsdk.internal.Sends.OK;
import static io.github.vastsdk.internal.Sends.sends;

import io.github.vastsdk.internal.Sends;
import io.github.vastsdk.query.OfferFields;
import io.github.vastsdk.query.OfferQuery;
import io.github.vastsdk.query.TemplateFields;
import io.github.vastsdk.query.VolumeOfferFields;
import io.github.vastsdk.query.VolumeOfferQuery;
import io.github.vastsdk.request.CloudCopy;
import io.github.vastsdk.request.CopyLocation;
import io.github.vastsdk.request.DockerFlags;
import io.github.vastsdk.request.RegistryLogin;
import io.github.vastsdk.request.RunType;
import io.github.vastsdk.request.VolumeKind;
import io.github.vastsdk.request.VolumeMount;
import io.github.vastsdk.request.VolumeTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the operations on templates, volumes and copies send. */
final class StorageRows {
    private StorageRows() {}

    static Stream<Sends<VastClient>> rows() {
        return Stream.of(copies(), templates(), volumes(), networkStorage()).flatMap(rows -> rows);
    }

    private static Stream<Sends<VastClient>> copies() {
        return Stream.of(
                sends(
                        "copies.copy between remote places",
                        vast -> vast.copies()
                                .copy(CopyLocation.instance(6003036, "/data"), CopyLocation.volume(7, "/é x")),
                        OK,
                        "PUT /api/v0/commands/copy_direct/",
                        "{'client_id': 'me', 'src_id': 6003036, 'dst_id': 'V.7', 'src_path': '/data',"
                                + " 'dst_path': '/é x'}"),
                sends(
                        "copies.copy of texts",
                        vast -> vast.copies().copy("s3.101:/data", "C.11824:/data"),
                        OK,
                        "PUT /api/v0/commands/copy_direct/",
                        "{'client_id': 'me', 'src_id': 's3.101', 'dst_id': 'C.11824', 'src_path': '/data',"
                                + " 'dst_path': '/data'}"),
                sends(
                        "copies.copy from this machine",
                        vast -> vast.copies().copy("data", "C.11824:/data"),
                        OK,
                        "PUT /api/v0/commands/rsync/",
                        "{'client_id': 'me', 'src_id': null, 'dst_id': 'C.11824', 'src_path': 'data',"
                                + " 'dst_path': '/data'}"),
                sends(
                        "copies.copy to this machine",
                        vast -> vast.copies().copy("C.11824:/data", "local:/"),
                        OK,
                        "PUT /api/v0/commands/rsync/",
                        "{'client_id': 'me', 'src_id': 'C.11824', 'dst_id': null, 'src_path': '/data',"
                                + " 'dst_path': '/'}"),
                sends(
                        "copies.cancelCopy",
                        vast -> vast.copies().cancelCopy(CopyLocation.instance(7, "/data")),
                        OK,
                        "DELETE /api/v0/commands/copy_direct/",
                        "{'client_id': 'me', 'dst_id': 7}"),
                sends(
                        "copies.cloudCopy to a cloud",
                        vast -> vast.copies()
                                .cloudCopy(CloudCopy.toCloud(7, "/data", 1001, "/backup")
                                        .build()),
                        OK,
                        "POST /api/v0/commands/rclone/",
                        "{'src': '/data', 'dst': '/backup', 'instance_id': '7', 'selected': '1001',"
                                + " 'transfer': 'Instance To Cloud'}"),
                sends(
                        "copies.cloudCopy from a cloud",
                        vast -> vast.copies()
                                .cloudCopy(CloudCopy.fromCloud(1001, "/backup", 7, "/data")
                                        .flags("--dry-run", "--update")
                                        .build()),
                        OK,
                        "POST /api/v0/commands/rclone/",
                        "{'src': '/backup', 'dst': '/data', 'instance_id': '7', 'selected': '1001',"
                                + " 'transfer': 'Cloud To Instance', 'flags': ['--dry-run', '--update']}"),
                sends(
                        "copies.cancelCloudCopy",
                        vast -> vast.copies().cancelCloudCopy(7),
                        OK,
                        "DELETE /api/v0/commands/rclone/",
                        "{'client_id': 'me', 'dst_id': 7}"),
                sends(
                        "copies.connections",
                        vast -> vast.copies().connections(),
                        "[]",
                        "GET /api/v0/users/cloud_integrations/",
                        null));
    }

    private static Stream<Sends<VastClient>> templates() {
        return Stream.of(
                new Sends<>(
                        "templates.search for everything",
                        vast -> vast.templates().search(),
                        "{'success': true, 'templates_found': 0, 'templates': []}",
                        "GET",
                        "/api/v0/template/",
                        Map.of("select_cols", "['*']", "select_filters", "{}"),
                        null),
                new Sends<>(
                        "templates.search",
                        vast -> vast.templates()
                                .search(
                                        TemplateFields.name.eq("日本 & \"b\""),
                                        TemplateFields.isPrivate.eq(true),
                                        TemplateFields.countCreated.gt(100),
                                        TemplateFields.createdAt.desc()),
                        "{'templates': []}",
                        "GET",
                        "/api/v0/template/",
                        Map.of(
                                "select_cols",
                                "['*']",
                                "select_filters",
                                "{'name':{'eq':'日本 & \\\"b\\\"'},'private':{'eq':true},'count_created':{'gt':100}}",
                                "order_by",
                                "[{'col':'created_at','dir':'desc'}]"),
                        null),
                sends(
                        "templates.create with a name and an image alone",
                        vast -> vast.templates().create("n", "pytorch/pytorch", settings -> {}),
                        OK,
                        "POST /api/v0/template/",
                        "{'name': 'n', 'image': 'pytorch/pytorch', 'private': true}"),
                sends(
                        "templates.create with everything",
                        vast -> vast.templates().create("n", "pytorch/pytorch", settings -> settings.tag("latest")
                                .href("https://e.example/x?y=1&z=2")
                                .repo("r")
                                .env(DockerFlags.builder()
                                        .env("HF_TOKEN", "v")
                                        .port(8080)
                                        .build())
                                .onstart("o")
                                .runType(RunType.JUPYTER_DIRECT)
                                .args("--x 1")
                                .jupyterLab(true)
                                .jupyterDir("/j")
                                .login(RegistryLogin.of("me", Secret.of("HF_TOKEN"), "docker.io"))
                                .offerFilters(OfferQuery.of(OfferFields.numGpus.gte(2), OfferFields.score.asc())
                                        .withoutDefaults()
                                        .limit(3)
                                        .toMap())
                                .recommendedDiskGb(12.5)
                                .volume(VolumeMount.attach(7, "/data"))
                                .desc("d")
                                .readme("# R")
                                .readmeVisible(false)
                                .published(true)),
                        OK,
                        "POST /api/v0/template/",
                        "{'name': 'n', 'image': 'pytorch/pytorch', 'tag': 'latest',"
                                + " 'href': 'https://e.example/x?y=1&z=2', 'repo': 'r',"
                                + " 'env': '-e HF_TOKEN=v -p 8080:8080', 'onstart': 'o',"
                                + " 'runtype': 'jupyter', 'use_ssh': true, 'ssh_direct': true, 'jup_direct': true,"
                                + " 'args_str': '--x 1', 'use_jupyter_lab': true, 'jupyter_dir': '/j',"
                                + " 'docker_login_repo': 'docker.io', 'docker_login_user': 'me',"
                                + " 'docker_login_pass': 'HF_TOKEN', 'extra_filters': {'num_gpus': {'gte': 2}},"
                                + " 'recommended_disk_space': 12.5, 'volume_info': {'mount_path': '/data',"
                                + " 'create_new': false, 'volume_id': 7}, 'desc': 'd', 'readme': '# R',"
                                + " 'readme_visible': false, 'private': false}"),
                sends(
                        "templates.update of one member",
                        vast -> vast.templates().update("h9", changes -> changes.desc("new")),
                        OK,
                        "PUT /api/v0/template/",
                        "{'hash_id': 'h9', 'desc': 'new'}"),
                sends(
                        "templates.update of the run type",
                        vast -> vast.templates().update("h9", changes -> changes.runType(RunType.JUPYTER_PROXY)
                                .sshDirect(true)),
                        OK,
                        "PUT /api/v0/template/",
                        "{'hash_id': 'h9', 'runtype': 'jupyter', 'use_ssh': true, 'ssh_direct': true,"
                                + " 'jup_direct': false}"),
                sends(
                        "templates.update to empty texts",
                        vast -> vast.templates()
                                .update("h9", changes -> changes.onstart("").env(Secret.of(""))),
                        OK,
                        "PUT /api/v0/template/",
                        "{'hash_id': 'h9', 'onstart': '', 'env': ''}"),
                sends(
                        "templates.delete",
                        vast -> vast.templates().delete(9),
                        OK,
                        "DELETE /api/v0/template/",
                        "{'template_id': 9}"),
                sends(
                        "templates.deleteByHash",
                        vast -> vast.templates().deleteByHash("h9"),
                        OK,
                        "DELETE /api/v0/template/",
                        "{'hash_id': 'h9'}"));
    }

    private static Stream<Sends<VastClient>> volumes() {
        return Stream.of(
                sends(
                        "volumes.search",
                        vast -> vast.volumes()
                                .search(VolumeOfferFields.diskSpace.gte(500), VolumeOfferFields.storageCost.asc()),
                        "{'offers': []}",
                        "POST /api/v0/volumes/search/",
                        "{'verified': {'eq': true}, 'external': {'eq': false}, 'disk_space': {'gte': 500},"
                                + " 'order': [['storage_cost', 'asc']], 'allocated_storage': 1.0}"),
                new Sends<>(
                        "volumes.list",
                        vast -> vast.volumes().list(),
                        "{'volumes': []}",
                        "GET",
                        "/api/v0/volumes/",
                        Map.of("owner", "me", "type", "all_volume"),
                        null),
                new Sends<>(
                        "volumes.list of a kind",
                        vast -> vast.volumes().list(VolumeKind.LOCAL),
                        "{'volumes': []}",
                        "GET",
                        "/api/v0/volumes/",
                        Map.of("owner", "me", "type", "local_volume"),
                        null),
                sends(
                        "volumes.create",
                        vast -> vast.volumes().create(7, 15),
                        OK,
                        "PUT /api/v0/volumes/",
                        "{'size': 15, 'id': 7}"),
                sends(
                        "volumes.create with a name",
                        vast -> vast.volumes().create(7, 15, "data_1"),
                        OK,
                        "PUT /api/v0/volumes/",
                        "{'size': 15, 'id': 7, 'name': 'data_1'}"),
                sends(
                        "volumes.clone",
                        vast -> vast.volumes().clone(7, 42),
                        OK,
                        "POST /api/v0/volumes/copy/",
                        "{'src_id': 7, 'dst_id': 42}"),
                sends(
                        "volumes.clone with options",
                        vast -> vast.volumes()
                                .clone(7, 42, options -> options.sizeGb(33.5).uncompressed()),
                        OK,
                        "POST /api/v0/volumes/copy/",
                        "{'src_id': 7, 'dst_id': 42, 'size': 33.5, 'disable_compression': true}"),
                new Sends<>(
                        "volumes.delete",
                        vast -> vast.volumes().delete(7),
                        OK,
                        "DELETE",
                        "/api/v0/volumes/",
                        Map.of("id", "7"),
                        "{'id': 7}"),
                sends(
                        "volumes.offer of one machine",
                        vast -> vast.volumes()
                                .offer(55, VolumeTerms.builder(100, 0.2).build()),
                        OK,
                        "POST /api/v0/volumes/",
                        "{'machine': 55, 'size': 100, 'price_disk': 0.2}"),
                sends(
                        "volumes.offer of many machines",
                        vast -> vast.volumes()
                                .offer(
                                        List.of(55L, 56L),
                                        VolumeTerms.builder(100, 0.2)
                                                .endDate(Instant.ofEpochSecond(1798761600))
                                                .build()),
                        OK,
                        "POST /api/v0/volumes/",
                        "{'machine': [55, 56], 'size': 100, 'price_disk': 0.2, 'end_date': 1798761600}"),
                sends(
                        "volumes.unlist",
                        vast -> vast.volumes().unlist(42),
                        OK,
                        "POST /api/v0/volumes/unlist",
                        "{'id': 42}"));
    }

    private static Stream<Sends<VastClient>> networkStorage() {
        return Stream.of(
                sends(
                        "networkVolumes.search",
                        vast -> vast.networkVolumes()
                                .search(VolumeOfferQuery.of()
                                        .withoutDefaults()
                                        .limit(4)
                                        .storageGb(100)),
                        "{'offers': []}",
                        "POST /api/v0/network_volumes/search/",
                        "{'order': [['score', 'desc']], 'limit': 4, 'allocated_storage': 100.0}"),
                sends(
                        "networkVolumes.create",
                        vast -> vast.networkVolumes().create(7, 15),
                        OK,
                        "PUT /api/v0/network_volumes/",
                        "{'size': 15, 'id': 7}"),
                sends(
                        "networkVolumes.create with a name",
                        vast -> vast.networkVolumes().create(7, 15, "x"),
                        OK,
                        "PUT /api/v0/network_volumes/",
                        "{'size': 15, 'id': 7, 'name': 'x'}"),
                sends(
                        "networkVolumes.offer",
                        vast -> vast.networkVolumes()
                                .offer(
                                        12,
                                        VolumeTerms.builder(30, 0.2)
                                                .endDate(Instant.ofEpochMilli(1798675200500L))
                                                .build()),
                        OK,
                        "POST /api/v0/network_volumes/",
                        "{'disk_id': 12, 'price_disk': 0.2, 'size': 30, 'end_date': 1798675200.5}"),
                sends(
                        "networkVolumes.unlist",
                        vast -> vast.networkVolumes().unlist(42),
                        OK,
                        "POST /api/v0/network_volumes/unlist/",
                        "{'id': 42}"),
                sends(
                        "networkDisks.list",
                        vast -> vast.networkDisks().list(),
                        "{'data': []}",
                        "GET /api/v0/network_disk/",
                        null),
                sends(
                        "networkDisks.add",
                        vast -> vast.networkDisks().add(List.of(1L), "/mnt/disk1"),
                        OK,
                        "POST /api/v0/network_disk/",
                        "{'machines': [1], 'mount_point': '/mnt/disk1'}"),
                sends(
                        "networkDisks.addMachines",
                        vast -> vast.networkDisks().addMachines(12345, List.of(1L, 2L), "/mnt/disk1"),
                        OK,
                        "POST /api/v0/network_disk/",
                        "{'machines': [1, 2], 'mount_point': '/mnt/disk1', 'disk_id': 12345}"));
    }
}
