package io.github.vastsdk.thunder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/**
 * A service whose instances come and go between requests, whose index is the position at that moment, and which fails now
 * and then. It carries a change out on whatever has the index, and remembers on what.
 */
final class ShiftingCloud extends Dispatcher {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CHANGE = Pattern.compile("/v1/instances/(\\d+)/\\w+");

    private final ReentrantLock lock = new ReentrantLock();
    private final Random random;
    private final ThunderChange change;
    private final boolean shiftsBeforeChanges;
    private final List<String> uuids = new ArrayList<>();
    private final List<String> touched = new ArrayList<>();
    private int names;
    private int changes;
    private int listsWithoutIt;
    private @Nullable String answeredAbout;

    /**
     * Starts a service with some instances, among them, mostly, the one that the calls name.
     *
     * @param shiftsBeforeChanges whether instances also come and go between a list and the change that follows
     */
    ShiftingCloud(long seed, ThunderChange change, boolean shiftsBeforeChanges) {
        this.random = new Random(seed);
        this.change = change;
        this.shiftsBeforeChanges = shiftsBeforeChanges;
        for (int i = random.nextInt(4); i > 0; i--) {
            rent();
        }
        if (!chance(0.1)) {
            uuids.add(random.nextInt(uuids.size() + 1), ThunderWireTest.UUID);
        }
    }

    /** On what changes were carried out, in their order. */
    List<String> touched() {
        return touched;
    }

    /** How many requests for a change arrived. */
    int changes() {
        return changes;
    }

    /** What the last request for a change was answered with as a success about; null if it was no such answer. */
    @Nullable
    String answeredAbout() {
        return answeredAbout;
    }

    /** How many of the last lists, in succession, lacked the instance. */
    int listsWithoutIt() {
        return listsWithoutIt;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private void rent() {
        uuids.add(random.nextInt(uuids.size() + 1), "other" + names++);
    }

    private void shift() {
        for (int events = random.nextInt(4); events > 0; events--) {
            if (uuids.isEmpty() || chance(0.5)) {
                rent();
            } else {
                int gone = random.nextInt(uuids.size());
                if (!uuids.get(gone).equals(ThunderWireTest.UUID) || chance(0.1)) {
                    uuids.remove(gone);
                }
            }
        }
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        lock.lock();
        try {
            Matcher index = CHANGE.matcher(String.valueOf(request.getTarget()));
            return index.matches() ? change(Integer.parseInt(index.group(1))) : list();
        } finally {
            lock.unlock();
        }
    }

    private MockResponse list() {
        shift();
        ObjectNode rows = JSON.createObjectNode();
        boolean lags = chance(0.1);
        for (int i = 0; i < uuids.size(); i++) {
            if (!lags || !uuids.get(i).equals(ThunderWireTest.UUID)) {
                ObjectNode row = rows.putObject(String.valueOf(i));
                if (!chance(0.02)) {
                    row.put("uuid", uuids.get(i));
                }
            }
        }
        if (chance(0.15)) {
            return fault();
        }
        listsWithoutIt = rows.findValuesAsText("uuid").contains(ThunderWireTest.UUID) ? 0 : listsWithoutIt + 1;
        return new MockResponse.Builder().body(rows.toString()).build();
    }

    private MockResponse fault() {
        return switch (random.nextInt(6)) {
            case 0 -> new MockResponse.Builder().code(503).build();
            case 1 -> new MockResponse.Builder().code(429).build();
            case 2 -> new MockResponse.Builder().code(404).build();
            case 3 -> new MockResponse.Builder().code(500).build();
            case 4 -> new MockResponse.Builder().body("<html></html>").build();
            default ->
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
        };
    }

    private MockResponse change(int index) {
        changes++;
        answeredAbout = null;
        if (shiftsBeforeChanges) {
            shift();
        }
        if (chance(0.1)) {
            return new MockResponse.Builder().code(429).build();
        }
        if (index >= uuids.size()) {
            return new MockResponse.Builder().code(404).build();
        }
        if (chance(0.15)) {
            return new MockResponse.Builder().code(503).build();
        }
        String uuid = uuids.get(index);
        touched.add(uuid);
        if (change == ThunderChange.DELETE) {
            uuids.remove(index);
        }
        if (chance(0.3)) {
            int kind = random.nextInt(3);
            return kind == 0
                    ? new MockResponse.Builder().code(502).build()
                    : new MockResponse.Builder()
                            .body(change.answer(uuid))
                            .onResponseStart(new SocketEffect.CloseSocket())
                            .build();
        }
        answeredAbout = uuid;
        return new MockResponse.Builder().body(change.answer(uuid)).build();
    }
}
