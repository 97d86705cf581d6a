package io.github.vastsdk.internal;

import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers changing calls that were built and not executed: the one mistake that a lazy call invites. */
final class Unsent {
    private static final Logger log = LoggerFactory.getLogger(Unsent.class);
    /** Beyond this many the report would not be read, and a program that builds calls for show must not grow. */
    private static final int MOST = 1000;

    private final Set<Ticket> open = ConcurrentHashMap.newKeySet();

    /** One built call, shared by the copies that its options make. */
    final class Ticket {
        private final String operation;
        private final AtomicBoolean executed = new AtomicBoolean();

        private Ticket(String operation) {
            this.operation = operation;
        }

        void executed() {
            if (executed.compareAndSet(false, true)) {
                open.remove(this);
            }
        }
    }

    Ticket built(Operation<?> operation) {
        Ticket ticket = new Ticket(operation.name());
        if (operation.safety().changes() && open.size() < MOST) {
            open.add(ticket);
        }
        return ticket;
    }

    /** Logs one line if there is something to report. */
    void report() {
        if (!open.isEmpty()) {
            TreeMap<String, Long> counts = open.stream()
                    .collect(Collectors.groupingBy(ticket -> ticket.operation, TreeMap::new, Collectors.counting()));
            log.warn("Changing calls were built and never executed (call .execute()): {}", counts);
            open.clear();
        }
    }
}
