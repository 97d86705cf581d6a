package io.github.vastsdk;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes many calls and tells how many threads that started. */
final class ThreadsPerCallProgram {
    static final int CALLS = 10_000;
    private static final int WARM_UP = 2_000;
    private static final int IN_FLIGHT = 64;

    private ThreadsPerCallProgram() {}

    /** The address of the service and the API key come from the environment. */
    public static void main(String[] args) throws InterruptedException {
        try (VastClient vast = VastClient.create()) {
            Call<?> call = vast.account().current();
            run(call, WARM_UP);
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long startedBefore = threads.getTotalStartedThreadCount();
            long cpuBefore = cpuNanos();
            long begun = System.nanoTime();
            run(call, CALLS);
            System.out.printf(
                    "JDK %s, %d processors, %d calls, threads started: %d, CPU per call: %d µs, wall: %d ms%n",
                    Runtime.version().feature(),
                    Runtime.getRuntime().availableProcessors(),
                    CALLS,
                    threads.getTotalStartedThreadCount() - startedBefore,
                    (cpuNanos() - cpuBefore) / 1000 / CALLS,
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static void run(Call<?> call, int count) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        AtomicInteger failures = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            free.acquire();
            CompletableFuture<?> unused = call.executeAsync().whenComplete((answer, failure) -> {
                if (failure != null && failures.incrementAndGet() == 1) {
                    failure.printStackTrace();
                }
                free.release();
            });
        }
        free.acquire(IN_FLIGHT);
        if (failures.get() > 0) {
            throw new IllegalStateException(failures + " calls failed");
        }
    }
}
