package io.github.vastsdk.sandbox;

import io.github.vastsdk.sandbox.internal.Settings;
import io.github.vastsdk.sandbox.internal.Simulation;
import java.util.Arrays;
import java.util.List;

/**
 * A running simulator of the Vast.ai API with one account in it.
 *
 * <p>The account starts with a user, two SSH keys, one unrestricted API key, two environment variables and three
 * instances, and there is a market of offers to rent. It serves these operations, each with or without the last slash:
 *
 * <ul>
 *   <li>{@code /api/v0/ssh/}: list, create, update, delete the account's SSH keys
 *   <li>{@code /api/v0/auth/apikeys/}: list, show, create, delete API keys; {@code /api/v0/commands/reset_apikey/}
 *   <li>{@code /api/v0/secrets/}: list, create, update, delete environment variables
 *   <li>{@code /api/v0/users/current/}
 *   <li>{@code /api/v0/bundles/} and {@code /api/v0/search/asks/}: search the market
 *   <li>{@code /api/v0/asks/{id}/}, {@code /api/v0/asks/bulk/} and {@code /api/v0/launch_instance/}: rent
 *   <li>{@code /api/v1/instances/}, paged; {@code /api/v0/instances/{id}/}: show, start, stop, label and destroy;
 *       {@code /api/v0/instances/}: start, stop and destroy several
 *   <li>{@code /api/v0/instances/reboot/{id}/}, {@code recycle}, {@code bid_price}, {@code prepay}, {@code balance}
 *   <li>{@code /api/v0/instances/{id}/ssh/}: list, attach, detach an instance's SSH keys
 *   <li>{@code /api/v0/instances/request_logs/{id}/} and {@code command/{id}/}, whose texts are fetched from a
 *       {@code result_url} on this same server, without a key: with one it answers 400
 *   <li>{@code /api/v0/instances/take_snapshot/{id}/}, {@code update_template/{id}/}, {@code filters/};
 *       {@code pending-price-increases/}, {@code accept-price-increase/}, {@code reject-price-increase/}
 *   <li>{@code /api/v0/commands/schedule_job/}: list, create, update and delete jobs, which are not run
 *   <li>{@code /api/v0/commands/copy_direct/}, {@code rsync/} and {@code rclone/}: copies that move nothing;
 *       {@code /api/v0/users/cloud_integrations/}
 *   <li>{@code /api/v0/template/}: list, create, update and delete templates
 *   <li>{@code /api/v0/volumes/}: list, rent, delete; {@code search/}, {@code copy/}, and for hosts list and
 *       {@code unlist}; {@code /api/v0/network_volumes/} and {@code /api/v0/network_disk/}
 *   <li>{@code /api/v0/gpu_names/unique/}, {@code /api/v0/gpu_types/}, {@code /api/v0/benchmarks}
 * </ul>
 *
 * <p>An API key with permissions can do what its categories allow. Where a category is narrowed to operations, these
 * are their names: {@code api.instance.} with {@code list}, {@code show}, {@code create}, {@code create_bulk},
 * {@code launch}, {@code update}, {@code update_bulk}, {@code destroy}, {@code destroy_bulk}, {@code reboot},
 * {@code recycle}, {@code bid_price}, {@code prepay}, {@code balance}, {@code request_logs}, {@code command},
 * {@code filters}, {@code snapshot}, {@code update_template}, {@code price_increases}, {@code accept_price_increase},
 * {@code reject_price_increase}, {@code ssh_keys}, {@code attach_ssh} or {@code detach_ssh}; {@code api.offers.} with
 * {@code search} or {@code search_new}; {@code api.ssh.} with {@code list}, {@code create}, {@code update} or
 * {@code delete}; {@code api.apikeys.} with the same and {@code show} and {@code reset}, save {@code update};
 * {@code api.secrets.} with the same as {@code api.ssh.}; {@code api.users.} with {@code current} or
 * {@code cloud_integrations}; {@code api.template.} and {@code api.schedule_job.} with the same as {@code api.ssh.};
 * {@code api.commands.} with {@code copy}, {@code cancel_copy}, {@code rsync}, {@code cloud_copy} or
 * {@code cancel_sync}; {@code api.volumes.} with {@code list}, {@code search}, {@code rent}, {@code delete},
 * {@code copy}, {@code list_volume} or {@code unlist}; {@code api.network_volumes.} with {@code search}, {@code rent},
 * {@code list_volume} or {@code unlist}; {@code api.network_disk.} with {@code list} or {@code add};
 * {@code api.benchmarks.search}. The service has not published its names, so these may differ.
 *
 * <p>It listens on a free port of 127.0.0.1, on daemon threads: one that is not closed does not keep the JVM alive. Safe
 * to share between threads; requests are handled one after another.
 */
public final class VastSandbox extends Sandbox {
    private final Simulation simulation;

    private VastSandbox(Simulation simulation, Faults faults) {
        super(simulation, faults);
        this.simulation = simulation;
    }

    /**
     * Starts a sandbox with all defaults.
     *
     * @return the running sandbox
     * @throws java.io.UncheckedIOException if no port can be had on 127.0.0.1
     */
    public static VastSandbox start() {
        return builder().start();
    }

    static VastSandbox start(Settings settings) {
        Faults faults = new Faults();
        return new VastSandbox(new Simulation(settings, faults::take), faults);
    }

    /** {@return a builder that chooses how a sandbox behaves} */
    public static SandboxBuilder builder() {
        return new SandboxBuilder();
    }

    /**
     * Gives the unrestricted API key that the account started with; after a reset, the one that took its place.
     *
     * @return the key
     * @throws IllegalStateException if a call has deleted that key
     */
    public String apiKey() {
        String secret = simulation.ownerSecret();
        if (secret == null) {
            throw new IllegalStateException("the API key that the account started with is deleted");
        }
        return secret;
    }

    /** {@return the ids of the instances that exist now, in ascending order} */
    public List<Long> instanceIds() {
        return simulation.instanceIds();
    }

    /**
     * Lets the host of an instance announce a higher price, which the account can then accept or reject by
     * {@code /api/v0/instances/accept-price-increase/} and {@code reject-price-increase/}. It takes the place of one that
     * is pending for the same instance.
     *
     * @param instanceId the id of the instance
     * @param factor what the prices of GPU and disk are multiplied with, above 1
     * @return the {@code pending_price_increase_id}
     * @throws IllegalArgumentException if there is no such instance or the factor is not above 1
     */
    public long announcePriceIncrease(long instanceId, double factor) {
        if (!(factor > 1) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a price rises by a factor above 1, not " + factor);
        }
        return simulation.announcePriceIncrease(instanceId, factor);
    }

    /**
     * Gives the whole market as it is now, the offers that are rented out included, each at its price with 8 GB of disk.
     *
     * @return one JSON object per offer, as a search shows it, in ascending order of their ids
     */
    public List<String> offers() {
        return simulation.offers();
    }

    /**
     * Lets somebody else rent an offer: searches do not show it any more, and renting it finds it gone.
     *
     * @param id the id of the offer
     * @throws IllegalArgumentException if there is no such offer
     */
    public void takeOffer(long id) {
        requireOffer(id, simulation.takeOffer(id, false));
    }

    /**
     * Lets the next attempt to rent an offer lose a race: searches show the offer until then, and the attempt finds it
     * gone.
     *
     * @param id the id of the offer
     * @throws IllegalArgumentException if there is no such offer
     */
    public void loseRaceFor(long id) {
        requireOffer(id, simulation.takeOffer(id, true));
    }

    private static void requireOffer(long id, boolean found) {
        if (!found) {
            throw new IllegalArgumentException("there is no offer " + id);
        }
    }

    /**
     * Says what becomes of the next instances that are rented, one fate for each in this order.
     *
     * @param fates the fates
     */
    public void nextFate(Fate... fates) {
        simulation.nextFates(Arrays.stream(fates).map(Fate::fate).toList());
    }

    /**
     * Says what becomes of an instance from now on.
     *
     * @param instanceId the id of the instance
     * @param fate the fate
     * @throws IllegalArgumentException if there is no such instance
     */
    public void fate(long instanceId, Fate fate) {
        if (!simulation.fate(instanceId, fate.fate())) {
            throw new IllegalArgumentException("there is no instance " + instanceId);
        }
    }
}
