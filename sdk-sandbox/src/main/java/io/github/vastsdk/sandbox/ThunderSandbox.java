package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.thunder.ThunderSettings;
import io.github.vastsdk.sandbox.internal.thunder.ThunderSimulation;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A running simulator of the Thunder Compute API with one account in it.
 *
 * <p>The account starts with two running instances, an SSH key, a snapshot that is ready and one token. It serves these
 * operations:
 *
 * <ul>
 *   <li>{@code /v1/instances/list}, {@code /v1/instances/create}, and for one instance {@code delete}, {@code modify},
 *       {@code ports} and {@code add_key}
 *   <li>{@code /v1/keys/list}, {@code /v1/keys/add}, {@code DELETE /v1/keys/{id}}: the account's SSH keys, which are not
 *       on any instance
 *   <li>{@code /v1/snapshots/list}, {@code /v1/snapshots/create}, {@code DELETE /v1/snapshots/{id}}
 *   <li>{@code specs}, {@code pricing} and {@code status}, each under {@code /v1} and {@code /v2};
 *       {@code /v1/thunder-templates}; {@code /v1/auth/validate}
 * </ul>
 *
 * <p>Paths name an instance by its number in the list. Numbers shift: when an instance goes, all behind it move up, and a
 * client that goes by an old list meets another instance. A UUID in a path, or a number that no instance has now, is not
 * found.
 *
 * <pre>{@code
 * String first = sandbox.uuids().get(0);
 * // somebody else deletes it just after the client has read the list
 * sandbox.faults().beforeNext("POST", "/modify$", () -> sandbox.remove(first));
 * }</pre>
 */
public final class ThunderSandbox extends Sandbox {
    private final ThunderSimulation simulation;

    private ThunderSandbox(ThunderSimulation simulation, Faults faults) {
        super(simulation, faults);
        this.simulation = simulation;
    }

    /**
     * Starts a sandbox with all defaults.
     *
     * @return the running sandbox
     * @throws java.io.UncheckedIOException if no port can be had on 127.0.0.1
     */
    public static ThunderSandbox start() {
        return builder().start();
    }

    static ThunderSandbox start(ThunderSettings settings) {
        Faults faults = new Faults();
        return new ThunderSandbox(new ThunderSimulation(settings, faults::take), faults);
    }

    /** {@return a builder that chooses how a sandbox behaves} */
    public static ThunderSandboxBuilder builder() {
        return new ThunderSandboxBuilder();
    }

    /** {@return the token of the account} */
    public String token() {
        return simulation.token();
    }

    /** {@return the UUIDs of the instances that exist now, listed or not, in their order: each at its number} */
    public List<String> uuids() {
        return simulation.uuids();
    }

    /**
     * Lets somebody else delete an instance: it is gone at once, and all behind it move up.
     *
     * @param uuid the UUID of the instance
     * @throws IllegalArgumentException if there is no such instance
     */
    public void remove(String uuid) {
        simulation.remove(uuid);
    }

    /**
     * Lets somebody else's instance take the first number: all others move down.
     *
     * @return the UUID of the new instance, which is running
     */
    public String prepend() {
        return simulation.prepend();
    }

    /**
     * Keeps an instance out of the list for a while, though it is there and keeps its number.
     *
     * @param uuid the UUID of the instance
     * @param duration how long, on the sandbox's clock
     * @throws IllegalArgumentException if there is no such instance or the duration is negative
     */
    public void hide(String uuid, Duration duration) {
        simulation.hide(uuid, FaultParts.notNegative(duration));
    }

    /**
     * Makes an instance one of an older kind: a change of its ports by {@code ports} is refused with
     * {@code unsupported_instance_version}, while {@code modify} can still change them.
     *
     * @param uuid the UUID of the instance
     * @throws IllegalArgumentException if there is no such instance
     */
    public void makeLegacy(String uuid) {
        simulation.makeLegacy(uuid);
    }

    /**
     * Gives the SSH public keys that can log in to an instance, whether the list shows them yet or not.
     *
     * @param uuid the UUID of the instance
     * @return the keys, one line each, in the order in which they were added
     * @throws IllegalArgumentException if there is no such instance
     */
    public List<String> publicKeys(String uuid) {
        return simulation.publicKeys(uuid);
    }

    /**
     * Says what becomes of the next instances that are created, one fate for each in this order.
     *
     * @param fates the fates
     */
    public void nextFate(ThunderFate... fates) {
        simulation.nextFates(Arrays.stream(fates).map(ThunderFate::fate).toList());
    }

    /**
     * Says what becomes of an instance from now on.
     *
     * @param uuid the UUID of the instance
     * @param fate the fate
     * @throws IllegalArgumentException if there is no such instance
     */
    public void fate(String uuid, ThunderFate fate) {
        simulation.fate(uuid, fate.fate());
    }
}
