package io.github.vastsdk.model;

import io.github.vastsdk.request.CopyLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rsync command that moves data between this machine and an instance, as data. It needs rsync and ssh on this
 * machine, and the private half of an SSH key that the account knows. Whether the host may be trusted is left to ssh and
 * its settings: an unknown host is asked about, or refused where nobody can be asked, unless {@link #sshOption} says
 * otherwise.
 *
 * <pre>{@code
 * new ProcessBuilder(start.rsync(from, to).identity(key).arguments()).inheritIO().start();
 * }</pre>
 */
public final class RsyncCommand {
    private static final String USER = "vastai_kaalia";
    private static final int MAX_PORT = 65_535;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9.:_-]*");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@%+=:,./_-]+");

    private final List<String> ssh;
    private final String source;
    private final String destination;

    private RsyncCommand(List<String> ssh, String source, String destination) {
        this.ssh = ssh;
        this.source = source;
        this.destination = destination;
    }

    static RsyncCommand sending(
            CopyLocation local, CopyLocation remote, @Nullable String address, @Nullable Integer port) {
        return new RsyncCommand(ssh(port), ofThisMachine(local), ofHost(remote, address));
    }

    static RsyncCommand receiving(
            CopyLocation remote, @Nullable String address, @Nullable Integer port, CopyLocation local) {
        return new RsyncCommand(ssh(port), ofHost(remote, address), ofThisMachine(local));
    }

    private static List<String> ssh(@Nullable Integer port) {
        if (port == null || port < 1 || port > MAX_PORT) {
            throw new IllegalStateException("the answer names no port for the transfer: " + port);
        }
        return List.of("ssh", "-p", port.toString());
    }

    /** A relative path gets a form that rsync cannot take for an option or for a host. */
    private static String ofThisMachine(CopyLocation local) {
        String path = local.path();
        return path.startsWith("-") || (path.contains(":") && !path.startsWith("/")) ? "./" + path : path;
    }

    private static String ofHost(CopyLocation remote, @Nullable String address) {
        if (address == null || !HOST.matcher(address).matches()) {
            throw new IllegalStateException("the answer names no host for the transfer");
        }
        String host = address.contains(":") ? "[" + address + "]" : address;
        String path = remote.path().startsWith("/") ? remote.path() : "/" + remote.path();
        return USER + "@" + host + "::" + remote.id() + path;
    }

    /**
     * Names the private key that ssh shall use.
     *
     * @param privateKeyFile a file that ssh can read
     * @return the changed command
     */
    public RsyncCommand identity(Path privateKeyFile) {
        return with("-i", privateKeyFile.toString());
    }

    /**
     * Sets an option of ssh, as in {@code ssh -o}. {@code StrictHostKeyChecking=accept-new} takes an unknown host
     * without asking, and still refuses one whose key has changed.
     *
     * @param option name and value, such as {@code ConnectTimeout=10}
     * @return the changed command
     */
    public RsyncCommand sshOption(String option) {
        return with("-o", option);
    }

    private RsyncCommand with(String flag, String value) {
        List<String> more = new ArrayList<>(ssh);
        more.add(flag);
        more.add(value);
        return new RsyncCommand(List.copyOf(more), source, destination);
    }

    /**
     * Gives the command for {@link ProcessBuilder}; no shell is needed.
     *
     * @return the program and its arguments
     */
    public List<String> arguments() {
        String remoteShell = ssh.stream().map(RsyncCommand::quotedForRsync).collect(Collectors.joining(" "));
        return List.of("rsync", "-arz", "-v", "--progress", "-e", remoteShell, source, destination);
    }

    /** Rsync itself splits its -e at blanks, and knows quotes that are doubled inside quotes. */
    private static String quotedForRsync(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "''") + "'";
    }

    private static String quotedForShell(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** Returns the command as a line for a POSIX shell. */
    @Override
    public String toString() {
        return arguments().stream().map(RsyncCommand::quotedForShell).collect(Collectors.joining(" "));
    }
}
