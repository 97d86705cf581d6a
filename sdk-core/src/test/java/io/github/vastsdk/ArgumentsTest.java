package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.request.FilterOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong arguments are refused when the call is built, with a message that names the argument. */
class ArgumentsTest extends WireTest {
    private static final String KEY = OperationsWireTest.KEY;

    private static Arguments wrong(String says, Function<VastClient, Object> call) {
        return Arguments.of(says, call);
    }

    static Stream<Arguments> wrongArguments() {
        return Stream.of(
                wrong("instanceId must be positive: 0", vast -> vast.instances().get(0)),
                wrong("instanceId must be positive: -1", vast -> vast.instances()
                        .sshKeys(-1)),
                wrong("instanceId must be positive", vast -> vast.instances().attachSshKey(0, KEY)),
                wrong("sshKeyId must be positive", vast -> vast.instances().detachSshKey(1, 0)),
                wrong("instanceId must be positive", vast -> vast.instances().detachSshKey(0, 1)),
                wrong("sshKeyId must be positive", vast -> vast.sshKeys().delete(0)),
                wrong("sshKeyId must be positive", vast -> vast.sshKeys().update(0, KEY)),
                wrong("apiKeyId must be positive", vast -> vast.apiKeys().get(0)),
                wrong("apiKeyId must be positive", vast -> vast.apiKeys().delete(0)),
                wrong("255 characters, not 256", vast -> vast.apiKeys().create("n".repeat(256), key -> {})),
                wrong("name must not be blank", vast -> vast.envVars().create(" ", "v")),
                wrong("name must not be blank", vast -> vast.envVars().update("", "v")),
                wrong("name must not be blank", vast -> vast.envVars().put("\t", "v")),
                wrong("name must not be blank", vast -> vast.envVars().delete("")),
                wrong("from 1 to 25: 26", vast -> vast.instances().list(request -> request.limit(26))),
                wrong("from 1 to 25: 0", vast -> vast.instances().list(request -> request.limit(0))),
                wrong("column must not be blank", vast -> vast.instances().list(request -> request.orderBy(""))),
                wrong("takes a collection", vast -> vast.instances()
                        .list(request -> request.where("id", FilterOp.IN, 1))),
                wrong("takes one value", vast -> vast.instances()
                        .list(request -> request.where("id", FilterOp.EQ, List.of(1)))),
                wrong("already", vast -> vast.instances()
                        .list(request -> request.where("id", FilterOp.EQ, 1).where("id", FilterOp.EQ, 2))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongArguments")
    void call_whenAnArgumentIsWrong_thenIsRefusedBeforeAnythingIsSent(String says, Function<VastClient, Object> call) {
        assertThatIllegalArgumentException().isThrownBy(() -> call.apply(vast)).withMessageContaining(says);
    }

    static Stream<Function<VastClient, Object>> nulls() {
        return Stream.of(
                vast -> vast.envVars().create(null, "v"),
                vast -> vast.envVars().create("A", null),
                vast -> vast.envVars().delete(null),
                vast -> vast.sshKeys().create((String) null),
                vast -> vast.sshKeys().create((Path) null),
                vast -> vast.apiKeys().create(null, key -> {}),
                vast -> vast.instances().attachSshKey(7, (String) null),
                vast -> vast.call(null, "/x/", null),
                vast -> vast.call("GET", null, null),
                vast -> vast.sshKeys().list().header(null, "x"),
                vast -> vast.sshKeys().list().header("X", null),
                vast -> vast.sshKeys().list().timeout(null));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void call_whenAnArgumentIsNull_thenIsRefusedBeforeAnythingIsSent(Function<VastClient, Object> call) {
        assertThatThrownBy(() -> call.apply(vast)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void sshKey_whenGivenAsFile_thenItsOnlyLineIsSent(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("id.pub"), KEY + "\n");
        for (Function<VastClient, Call<?>> use : List.<Function<VastClient, Call<?>>>of(
                vast -> vast.sshKeys().create(file), vast -> vast.sshKeys().update(1, file), vast -> vast.instances()
                        .attachSshKey(7, file))) {
            answer(200, "{\"success\": true, \"id\": 1}");
            use.apply(vast).execute();
            assertThat(json(body(request())).path("ssh_key").asText()).isEqualTo(KEY);
        }
    }

    @AfterEach
    void onlyGoodCallsWereSent() {
        assertThat(server.getRequestCount()).isIn(0, 3);
    }
}
