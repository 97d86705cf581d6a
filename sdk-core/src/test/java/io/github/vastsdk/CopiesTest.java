package io.github.vastsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vastsdk.error.ConnectionLostException;
import io.github.vastsdk.error.RejectedException;
import io.github.vastsdk.model.CloudConnection;
import io.github.vastsdk.model.CopyStart;
import io.github.vastsdk.model.RsyncCommand;
import io.github.vastsdk.request.CopyLocation;
import java.nio.file.Path;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CopiesTest extends WireTest {
    private static final String BOTH = "{\"success\": true, \"src_addr\": \"192.0.2.1\", \"src_port\": 41,"
            + " \"dst_addr\": \"2001:db8::2\", \"dst_port\": \"42\"}";

    /** Puts the place where root is at home in a container for HOME. */
    private static String withHome(String place) {
        return place.replace("HOME", String.join("/", "", "root"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data | local:data",
                "local:data | /tmp",
                "V.1:/a | /tmp",
                "s3.101:/a | local:b",
                "V.1:/a | C.7:/",
                "V.1:/a | 7:HOME",
                "V.1:/a | 7:root/.",
                "V.1:/a | 7",
                "V.1:/a | C.7:/workspace/..",
                "V.1:/a | C.7:..",
                "V.1:/a | C.7:HOME/..",
                "V.1:/a | C.7:/workspace/../root/",
                "V.1:/a | C.7:HOME/.cache/../",
                "V.1:/a | C.7:/a/b/../../../root",
                "data | C.7:HOME/"
            })
    void copy_whenPlacesDoNotGoTogether_thenIsRefusedUnsent(String source, String destination) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.copies().copy(withHome(source), withHome(destination)));
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C.7:HOME | V.1:/",
                "7 | s3:/",
                "C.7:/ | data",
                "V.1:/a | C.7:HOME/data",
                "V.1:/a | C.7:/data/root",
                "V.1:/a | C.7:HOME/../data",
                "V.1:/a | C.7:HOME/a..b"
            })
    void copy_whenDestinationIsNoHomeOfAnInstance_thenIsSent(String source, String destination) {
        answer(200, BOTH);

        assertThat(vast.copies()
                        .copy(withHome(source), withHome(destination))
                        .execute()
                        .success())
                .isTrue();
    }

    @Test
    void cancelCopy_whenCopyEndsHere_thenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vast.copies().cancelCopy(CopyLocation.local("data")))
                .withMessageContaining("rsync process");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void copy_whenConnectionBreaks_thenIsNotSentAgain(Mode mode) {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThatThrownBy(() -> mode.run(vast.copies().copy("V.1:/a", "V.2:/a")))
                .isInstanceOf(ConnectionLostException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void copy_whenServiceRefusesWithStatus200_thenThrows(Mode mode) {
        answer(200, "{\"success\": false, \"msg\": \"src_path not supported VMs.\"}");

        assertThatThrownBy(() -> mode.run(vast.copies().copy("C.1:/a", "C.2:/a")))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("not supported VMs");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void copy_whenFromThisMachine_thenDescribesRsync(Mode mode) {
        CopyLocation source = CopyLocation.local("-my data:1");
        CopyLocation destination = CopyLocation.parse("C.11824:/data/test");
        answer(200, BOTH);

        RsyncCommand command = mode.run(vast.copies().copy(source, destination)).rsync(source, destination);

        assertThat(command.arguments())
                .containsExactly(
                        "rsync",
                        "-arz",
                        "-v",
                        "--progress",
                        "-e",
                        "ssh -p 42",
                        "./-my data:1",
                        "vastai_kaalia@[2001:db8::2]::C.11824/data/test");
        assertThat(command)
                .hasToString("rsync -arz -v --progress -e 'ssh -p 42' './-my data:1'"
                        + " 'vastai_kaalia@[2001:db8::2]::C.11824/data/test'");
    }

    @Test
    void rsync_whenToThisMachineWithKeyAndOptions_thenQuotesForRsync() {
        CopyLocation source = CopyLocation.instance(7, "data/it's");
        CopyLocation destination = CopyLocation.local("/a:b");

        RsyncCommand command = CopyStart.fromJson(BOTH)
                .rsync(source, destination)
                .identity(Path.of("my keys", "o'brien"))
                .sshOption("StrictHostKeyChecking=accept-new");

        assertThat(command.arguments())
                .containsSubsequence(
                        "-e",
                        "ssh -p 41 -i '" + Path.of("my keys", "o''brien") + "' -o StrictHostKeyChecking=accept-new",
                        "vastai_kaalia@192.0.2.1::7/data/it's",
                        "/a:b");
    }

    @Test
    void rsync_whenNothingSaysOtherwise_thenHostKeysAreChecked() {
        RsyncCommand command =
                CopyStart.fromJson(BOTH).rsync(CopyLocation.parse("7:/data"), CopyLocation.parse("data"));

        assertThat(command.toString()).doesNotContain("StrictHostKeyChecking", "UserKnownHostsFile");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"dst_addr\":\"192.0.2.1\"}",
                "{\"dst_port\":42}",
                "{\"dst_addr\":\"192.0.2.1\",\"dst_port\":0}",
                "{\"dst_addr\":\"-oProxyCommand=x\",\"dst_port\":42}",
                "{\"src_addr\":\"192.0.2.1\",\"src_port\":42}"
            })
    void rsync_whenAnswerNamesNoAddressForIt_thenSaysSo(String answer) {
        CopyStart start = CopyStart.fromJson(answer);

        assertThatIllegalStateException()
                .isThrownBy(() -> start.rsync(CopyLocation.local("a"), CopyLocation.instance(7, "/b")))
                .withMessageContaining("the answer names no");
    }

    @Test
    void rsync_whenBothPlacesAreRemoteOrLocal_thenIsRefused() {
        CopyStart start = CopyStart.fromJson(BOTH);
        CopyLocation instance = CopyLocation.instance(7, "/b");
        CopyLocation local = CopyLocation.local("/b");

        assertThatIllegalArgumentException().isThrownBy(() -> start.rsync(instance, instance));
        assertThatIllegalArgumentException().isThrownBy(() -> start.rsync(local, local));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void connections_whenListed_thenRead(Mode mode) {
        answer(
                200,
                "[{\"id\": 1001, \"cloud_type\": \"s3\", \"name\": \"backup\", \"zz_future\": 1}, {\"id\": \"2\"}]");

        Listing<CloudConnection> connections = mode.run(vast.copies().connections());

        assertThat(connections).extracting(CloudConnection::id).containsExactly(1001L, 2L);
        assertThat(connections.get(0))
                .returns("s3", CloudConnection::cloudType)
                .returns("backup", CloudConnection::name)
                .satisfies(first -> assertThat(first.extra()).containsOnlyKeys("zz_future"));
    }
}
