package io.github.vastsdk.thunder;

import io.github.vastsdk.Call;
import io.github.vastsdk.FaultTableTest.Kind;

/** The calls that change something. */
enum ThunderChange {
    CREATE(Kind.UNSAFE),
    MODIFY(Kind.UNSAFE),
    PORTS(Kind.IDEMPOTENT),
    DELETE(Kind.IDEMPOTENT),
    ADD_KEY(Kind.IDEMPOTENT),
    GENERATE_KEY(Kind.NEVER);

    private final Kind kind;

    ThunderChange(Kind kind) {
        this.kind = kind;
    }

    Call<?> call(ThunderClient thunder) {
        ThunderInstances instances = thunder.instances();
        String uuid = ThunderWireTest.UUID;
        return switch (this) {
            case CREATE ->
                instances.create(CreateThunderInstance.of(request -> request.template("base")
                        .gpuType("a6000")
                        .numGpus(1)
                        .cpuCores(4)
                        .diskGb(100)));
            case MODIFY -> instances.modify(uuid, change -> change.diskGb(200));
            case PORTS -> instances.updatePorts(uuid, change -> change.add(8080));
            case DELETE -> instances.delete(uuid);
            case ADD_KEY -> instances.addKey(uuid, ThunderRows.KEY);
            case GENERATE_KEY -> instances.generateKey(uuid);
        };
    }

    boolean isLocated() {
        return this != CREATE;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the answer says which instance it is about. */
    boolean isTold() {
        return this != DELETE;
    }

    String method() {
        return this == PORTS ? "PATCH" : "POST";
    }

    /** The path as sent, for an index, or as shown, for a uuid. */
    String path(String id) {
        return "/v1/instances/" + id + "/"
                + switch (this) {
                    case CREATE -> throw new IllegalArgumentException("names no instance");
                    case MODIFY -> "modify";
                    case PORTS -> "ports";
                    case DELETE -> "delete";
                    case ADD_KEY, GENERATE_KEY -> "add_key";
                };
    }

    /** What the service answers when it has changed an instance. */
    String answer(String uuid) {
        String json =
                switch (this) {
                    case CREATE -> "{'identifier': 9, 'uuid': '" + uuid + "', 'key': null}";
                    case MODIFY, PORTS -> "{'identifier': '9', 'instance_name': '" + uuid + "', 'http_ports': []}";
                    case DELETE -> "{'message': 'Success'}";
                    case ADD_KEY -> "{'success': true, 'uuid': '" + uuid + "'}";
                    case GENERATE_KEY ->
                        "{'success': true, 'uuid': '" + uuid + "', 'key': '" + ThunderRows.PRIVATE_KEY + "'}";
                };
        return json.replace('\'', '"');
    }
}
