package io.github.vastsdk.thunder;

import io.github.vastsdk.Call;
import io.github.vastsdk.ErrorCode;
import io.github.vastsdk.Listing;
import io.github.vastsdk.error.CallContext;
import io.github.vastsdk.error.ErrorResponse;
import io.github.vastsdk.error.NoSuchInstanceException;
import io.github.vastsdk.internal.CancellableFuture;
import io.github.vastsdk.internal.Operation;
import io.github.vastsdk.internal.Shape;
import io.github.vastsdk.internal.Transport;
import io.github.vastsdk.internal.Turns;
import io.github.vastsdk.internal.Whereabouts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds instances in the list, which is the only way to read one. The list is a map by an index that moves when
 * instances come and go, and that paths want; so it is read anew for each use, and this client's own calls that make or
 * delete instances keep out from then to the answer. While an instance in front is leaving, the index is about to move,
 * and the use waits.
 */
final class InstanceLocator {
    private final Transport transport;
    private final Turns turns = new Turns();
    private final Departures departures;

    InstanceLocator(Transport transport) {
        this.transport = transport;
        this.departures = new Departures(transport.timer());
    }

    /** Reads the list. */
    static Operation<Listing<ThunderInstance>> list(Shape<Listing<ThunderInstance>> shape) {
        return Operation.get("/v1/instances/list").as(shape);
    }

    /** Looks for one instance; nothing if two lists in succession lack it. */
    Call<Optional<ThunderInstance>> find(Function<Listing<ThunderInstance>, Optional<ThunderInstance>> search) {
        return transport.callToFind(list(ThunderShapes.instances()), search);
    }

    /** Looks for one instance by its uuid. */
    Call<Optional<ThunderInstance>> find(String uuid) {
        return transport.callToFind(list(ThunderShapes.instancesWith(uuid)), rows -> withUuid(rows, uuid));
    }

    /** Puts the index that an instance has at the moment of each attempt into the path of an operation. */
    <T> Operation<T> at(String uuid, Operation<T> operation) {
        return at(uuid, operation, Turns.Use.NAMES);
    }

    /** Does the same for the operation that takes the instance away, and so moves the others. */
    <T> Operation<T> removing(String uuid, Operation<T> operation) {
        return at(uuid, operation, Turns.Use.REMOVES);
    }

    /** Keeps an operation that makes an instance, and so may move the others, apart from those that go by an index. */
    <T> Operation<T> adding(Operation<T> operation) {
        return operation.locatedBy(Whereabouts.adding(turns));
    }

    private <T> Operation<T> at(String uuid, Operation<T> operation, Turns.Use use) {
        Operation<Listing<ThunderInstance>> list = list(ThunderShapes.instancesWith(uuid));
        return operation.locatedBy(new Whereabouts(
                turns,
                use,
                options -> CancellableFuture.map(
                        transport.call(list, options).executeAsync(), rows -> sight(rows, uuid, use)),
                call -> missing(call, uuid)));
    }

    private Whereabouts.Sight sight(Listing<ThunderInstance> rows, String uuid, Turns.Use use) {
        List<ThunderInstance> before =
                rows.stream().takeWhile(row -> !row.isCalled(uuid)).toList();
        if (before.size() == rows.size()) {
            return Whereabouts.Sight.MISSING;
        }
        if (use == Turns.Use.REMOVES) {
            departures.note(uuid);
        }
        String index = rows.get(before.size()).id();
        return new Whereabouts.Sight(index, before.stream().anyMatch(departures::isLeaving));
    }

    private static Optional<ThunderInstance> withUuid(Listing<ThunderInstance> rows, String uuid) {
        return rows.stream().filter(row -> row.isCalled(uuid)).findFirst();
    }

    private static NoSuchInstanceException missing(CallContext call, String uuid) {
        boolean mistaken = uuid.chars().allMatch(each -> each >= '0' && each <= '9');
        String detail = "the list of instances does not hold this uuid"
                + (mistaken ? "; it looks like an index, which findByIndex takes" : "");
        return new NoSuchInstanceException(call, new ErrorResponse(200, ErrorCode.NOT_FOUND, detail, "", Map.of()));
    }
}
