package io.github.vastsdk.conformance;

import static io.github.vastsdk.conformance.Recorded.id;
import static io.github.vastsdk.conformance.Recorded.ids;
import static io.github.vastsdk.conformance.Recorded.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vastsdk.VastClient;
import io.github.vastsdk.conformance.ConformanceOperations.Run;
import io.github.vastsdk.query.Selection;
import io.github.vastsdk.query.TemplateFields;
import io.github.vastsdk.query.VolumeOfferQuery;
import io.github.vastsdk.request.CopyLocation;
import io.github.vastsdk.request.VolumeKind;
import io.github.vastsdk.request.VolumeTerms;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The operations on templates, volumes and copies. */
final class StorageOperations {
    private StorageOperations() {}

    static final Map<String, Run> ALL = Map.ofEntries(
            Map.entry("copy.parse_location", (vast, args) -> {
                CopyLocation location = CopyLocation.parse(text(args, "url_str"));
                return Arrays.asList(location.id(), location.path());
            }),
            Map.entry("copy.start", (vast, args) -> copy(vast, args)),
            Map.entry("copy.rsync", (vast, args) -> copy(vast, args)),
            Map.entry("copy.cancel", (vast, args) -> vast.copies()
                    .cancelCopy(location(args.path("dst_id"), "/"))
                    .execute()),
            Map.entry("sync.start", (vast, args) -> vast.copies()
                    .cloudCopy(Recorded.cloudCopy(args, id(args, "instance"), "connection"))
                    .execute()),
            Map.entry("sync.cancel", (vast, args) -> vast.copies()
                    .cancelCloudCopy(id(args, "dst_id"))
                    .execute()),
            Map.entry(
                    "connections.list",
                    (vast, args) -> vast.copies().connections().execute()),
            Map.entry("templates.search", (vast, args) -> vast.templates()
                    .search(templates(args.path("query")))
                    .execute()),
            Map.entry("templates.create", (vast, args) -> vast.templates()
                    .create(
                            text(args, "name"),
                            text(args, "image"),
                            settings -> RecordedTemplates.settings(args, settings))
                    .execute()),
            Map.entry("templates.update", (vast, args) -> vast.templates()
                    .update(text(args, "hash_id"), settings -> RecordedTemplates.settings(args, settings))
                    .execute()),
            Map.entry("templates.delete", (vast, args) -> (args.hasNonNull("hash_id")
                            ? vast.templates().deleteByHash(text(args, "hash_id"))
                            : vast.templates().delete(id(args, "template_id")))
                    .execute()),
            Map.entry(
                    "volumes.search",
                    (vast, args) -> vast.volumes().search(volumeOffers(args)).execute()),
            Map.entry("network_volumes.search", (vast, args) -> vast.networkVolumes()
                    .search(volumeOffers(args))
                    .execute()),
            Map.entry("volumes.list", (vast, args) -> vast.volumes()
                    .list(VolumeKind.valueOf(args.path("type").asText("all").toUpperCase(Locale.ROOT)))
                    .execute()),
            Map.entry("volumes.create", (vast, args) -> (text(args, "name").isEmpty()
                            ? vast.volumes().create(id(args, "id"), sizeGb(args))
                            : vast.volumes().create(id(args, "id"), sizeGb(args), text(args, "name")))
                    .execute()),
            Map.entry("volumes.clone", (vast, args) -> vast.volumes()
                    .clone(id(args, "source"), id(args, "dest"), options -> {
                        if (args.hasNonNull("size")) {
                            options.sizeGb(args.get("size").asDouble());
                        }
                        if (args.path("disable_compression").asBoolean()) {
                            options.uncompressed();
                        }
                    })
                    .execute()),
            Map.entry(
                    "volumes.delete",
                    (vast, args) -> vast.volumes().delete(id(args, "id")).execute()),
            Map.entry("volumes.offers.create", (vast, args) -> vast.volumes()
                    .offer(id(args, "id"), terms(args, 0.1))
                    .execute()),
            Map.entry("volumes.offers.create_bulk", (vast, args) -> vast.volumes()
                    .offer(ids(args.path("ids")), terms(args, 0.1))
                    .execute()),
            Map.entry(
                    "volumes.offers.remove",
                    (vast, args) -> vast.volumes().unlist(id(args, "id")).execute()),
            Map.entry("network_volumes.create", (vast, args) -> (text(args, "name")
                                    .isEmpty()
                            ? vast.networkVolumes().create(id(args, "id"), sizeGb(args))
                            : vast.networkVolumes().create(id(args, "id"), sizeGb(args), text(args, "name")))
                    .execute()),
            Map.entry("network_volumes.offers.create", (vast, args) -> vast.networkVolumes()
                    .offer(id(args, "disk_id"), terms(args, 0.15))
                    .execute()),
            Map.entry(
                    "network_volumes.offers.remove",
                    (vast, args) -> vast.networkVolumes().unlist(id(args, "id")).execute()),
            Map.entry(
                    "network_disks.list",
                    (vast, args) -> vast.networkDisks().list().execute()),
            Map.entry("network_disks.add", (vast, args) -> (args.hasNonNull("disk_id")
                            ? vast.networkDisks()
                                    .addMachines(
                                            id(args, "disk_id"), ids(args.path("machines")), text(args, "mount_point"))
                            : vast.networkDisks().add(ids(args.path("machines")), text(args, "mount_point")))
                    .execute()));

    private static Selection<TemplateFields> templates(JsonNode query) {
        return query.isTextual()
                ? TemplateFields.parse(query.textValue())
                : TemplateFields.fromJson(query.isObject() ? query.toString() : "{}");
    }

    private static VolumeOfferQuery volumeOffers(JsonNode args) {
        VolumeOfferQuery query = args.path("query").isTextual()
                ? VolumeOfferQuery.parse(text(args, "query"))
                : VolumeOfferQuery.fromJson(
                        args.hasNonNull("query") ? args.get("query").toString() : "{}");
        if (args.hasNonNull("order")) {
            JsonNode order = args.get("order");
            query = order.isTextual()
                    ? query.orderBy(order.textValue())
                    : query.orderBy(StreamSupport.stream(order.spliterator(), false)
                            .map(each -> each.path(0).asText()
                                    + (each.path(1).asText().equals("desc") ? "-" : ""))
                            .collect(Collectors.joining(",")));
        }
        query = args.path("limit").asInt() > 0 ? query.limit(args.get("limit").asInt()) : query;
        query = args.hasNonNull("storage") ? query.storageGb(args.get("storage").asDouble()) : query;
        return args.path("no_default").asBoolean() ? query.withoutDefaults() : query;
    }

    /** The recorded functions have a default size, and the library has none. */
    private static int sizeGb(JsonNode args) {
        double size = args.path("size").asDouble(15);
        if (size != (int) size) {
            throw new IllegalArgumentException("the library takes whole GB: " + size);
        }
        return (int) size;
    }

    private static VolumeTerms terms(JsonNode args, double defaultPrice) {
        VolumeTerms.Builder terms =
                VolumeTerms.builder(sizeGb(args), args.path("price_disk").asDouble(defaultPrice));
        if (args.hasNonNull("end_date")) {
            terms.endDate(Recorded.time(args, "end_date"));
        }
        return terms.build();
    }

    private static Object copy(VastClient vast, JsonNode args) {
        return args.has("src")
                ? vast.copies().copy(text(args, "src"), text(args, "dst")).execute()
                : vast.copies()
                        .copy(
                                location(args.path("src_id"), text(args, "src_path")),
                                location(args.path("dst_id"), text(args, "dst_path")))
                        .execute();
    }

    private static CopyLocation location(JsonNode id, String path) {
        if (id.isNumber()) {
            return CopyLocation.instance(id.asLong(), path);
        }
        return id.isTextual() ? CopyLocation.parse(id.textValue() + ":" + path) : CopyLocation.local(path);
    }
}
