package io.github.vastsdk.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vastsdk.sandbox.internal.http.Answer;
import io.github.vastsdk.sandbox.internal.http.Request;
import io.github.vastsdk.sandbox.internal.service.FaultSource;
import io.github.vastsdk.sandbox.internal.service.Ids;
import io.github.vastsdk.sandbox.internal.service.Routes;
import io.github.vastsdk.sandbox.internal.service.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole service: finds the operation of a request, applies the rules that all share, and does it. */
public final class Simulation extends Service<ApiKey> {
    private final Settings settings;
    private final ApiKeys apiKeys;
    private final Instances instances;
    private final PriceIncreases priceIncreases;
    private final Offers offers;
    private final Lifecycle lifecycle;
    private final RateLimiter limiter;
    private final Routes<Route> routes;

    /**
     * Makes a service with a small account.
     *
     * @param settings what was chosen about it
     * @param faults what is to go wrong
     */
    public Simulation(Settings settings, FaultSource faults) {
        super(faults);
        this.settings = settings;
        this.limiter = new RateLimiter(settings.clock(), settings.rateScale());
        World world = World.of(settings);
        this.apiKeys = new ApiKeys(world);
        // Drawn apart from ids and keys, so that these do not depend on what is rented.
        Ids chance = new Ids(~settings.seed());
        Meter meter = new Meter(world.now(), settings.market().credit());
        this.lifecycle = new Lifecycle(world, chance, meter);
        this.instances = new Instances(world, lifecycle);
        SshKeyStore sshKeys = new SshKeyStore(world);
        this.priceIncreases = new PriceIncreases(world, instances);
        Results results = new Results(world);
        TemplateStore templates = new TemplateStore(world);
        CloudConnections connections = new CloudConnections(world);
        VolumeStore volumes = new VolumeStore(world, instances);
        InstanceSshKeys instanceKeys = new InstanceSshKeys(world, sshKeys, instances);
        this.offers = new Offers(world, new Ids(31 * settings.seed() + 17));
        VolumeAsks volumeAsks = new VolumeAsks(world);
        VolumeAsks networkAsks = new VolumeAsks(world);
        this.routes = new Routes<>(Stream.of(
                        apiKeys,
                        new SshKeys(world, sshKeys, instanceKeys),
                        new Secrets(world),
                        new Account(world, sshKeys, meter),
                        instances,
                        instanceKeys,
                        new InstanceCommands(lifecycle, meter),
                        new Prepayments(lifecycle, meter),
                        offers,
                        new Rentals(
                                world,
                                chance,
                                offers,
                                lifecycle,
                                meter,
                                sshKeys,
                                instanceKeys,
                                new TemplateOrders(templates),
                                new VolumeOrders(volumes, volumeAsks)),
                        results,
                        new InstanceTasks(world, instances, results),
                        new InstanceUpkeep(world, lifecycle, templates),
                        priceIncreases,
                        new ScheduledJobs(world, instances),
                        connections,
                        new Copies(instances, id -> volumes.find(id) != null, connections, results),
                        new Templates(templates),
                        new Volumes(volumes, volumeAsks, networkAsks),
                        new VolumeOffers(world, offers, volumeAsks, volumes),
                        new NetworkDisks(world, networkAsks, volumes),
                        new Catalog(world))
                .flatMap(resource -> resource.routes().stream())
                .toList());
    }

    /** Gives the token of the owner's key as it is now; null once that key is deleted. */
    public @Nullable String ownerSecret() {
        return locked(apiKeys::ownerSecret);
    }

    /** Gives the ids of the instances that exist. */
    public List<Long> instanceIds() {
        return settled(() -> List.copyOf(lifecycle.ids()));
    }

    /** Gives every offer as JSON, the rented ones included, at its usual price. */
    public List<String> offers() {
        return settled(() -> offers.all().stream().map(ObjectNode::toString).toList());
    }

    /**
     * Takes an offer off the market; says whether there is such an offer.
     *
     * @param id the id of the offer
     * @param unseen whether searches still show it until somebody wants to rent it
     */
    public boolean takeOffer(long id, boolean unseen) {
        return locked(() -> {
            Offer offer = offers.find(id);
            if (offer != null && unseen) {
                offer.contest();
            } else if (offer != null) {
                offer.take();
            }
            return offer != null;
        });
    }

    /** Says what becomes of the next instances that are rented. */
    public void nextFates(List<InstanceFate> fates) {
        locked(() -> {
            lifecycle.nextFates(fates);
            return true;
        });
    }

    /** Says what becomes of an instance; false when there is none of that id. */
    public boolean fate(long id, InstanceFate fate) {
        return settled(() -> {
            Contract contract = lifecycle.find(id);
            if (contract == null) {
                return false;
            }
            lifecycle.fate(contract, fate);
            return true;
        });
    }

    /**
     * Announces that an instance is to cost more.
     *
     * @param instance the id of the instance
     * @param factor what its prices are multiplied with
     * @return the id of what is pending
     */
    public long announcePriceIncrease(long instance, double factor) {
        return settled(() -> {
            ObjectNode row = instances.find(instance);
            if (row == null) {
                throw new IllegalArgumentException("there is no instance " + instance);
            }
            return priceIncreases.announce(row, factor);
        });
    }

    @Override
    protected void settle() {
        lifecycle.settle();
    }

    @Override
    protected @Nullable ApiKey caller(String token) {
        return apiKeys.find(token);
    }

    @Override
    protected long number(ApiKey key) {
        return key.id();
    }

    @Override
    protected Answer operate(Request request, @Nullable ApiKey key) {
        return routes.answer(
                request,
                (route, arguments) -> operate(route, request, arguments, key),
                methods ->
                        methods.isEmpty() ? Answers.unknownRoute() : Answers.wrongMethod(String.join(", ", methods)));
    }

    private Answer operate(Route route, Request request, Map<String, String> arguments, @Nullable ApiKey key) {
        if (route.isOpen() || (route.isKeyOptional() && bearer(request) == null)) {
            return route.handle(new Call(request, route, arguments, key));
        }
        if (key == null) {
            throw unauthenticated(request);
        }
        if (!limiter.accepts(key, route)) {
            RateForm form = settings.rateForm() == null ? route.rateForm() : settings.rateForm();
            throw new Refusal(form.answer(limiter.interval(route)));
        }
        Call call = new Call(request, route, arguments, key);
        if (!Permissions.allow(key, route, call)) {
            throw Refusal.of(403, "not_authorized", "This API key does not permit " + route.scope());
        }
        return route.handle(call);
    }

    private static Refusal unauthenticated(Request request) {
        return bearer(request) == null
                ? Refusal.of(403, "auth_error", "This action requires login.")
                : Refusal.of(401, "auth_error", "Invalid user key");
    }
}
