package dev.dateline.embedded;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Kafka from ending the JVM. A broker that meets a fault it can't go on from (its disk fails, its metadata is damaged) calls
 * {@code Runtime.halt}, which would take every other part of this process with it, without a shutdown hook. Here it tells the
 * brokers' owners instead. Kafka's switch is one per JVM, so all open brokers are told.
 */
final class ExitGuard {
    private static final Logger LOG = LoggerFactory.getLogger(ExitGuard.class);
    private static final Set<Consumer<String>> WATCHERS = ConcurrentHashMap.newKeySet();

    private ExitGuard() {}

    /** Tells the watcher, on the thread that failed, what Kafka wants to end the JVM for. */
    static void watch(Consumer<String> watcher) {
        WATCHERS.add(watcher);
        Exit.setExitProcedure(ExitGuard::refuse);
        Exit.setHaltProcedure(ExitGuard::refuse);
    }

    static void unwatch(Consumer<String> watcher) {
        WATCHERS.remove(watcher);
    }

    /** Returns, so that Kafka's code goes on to throw the fault at hand. */
    private static void refuse(int status, String message) {
        String reason = "Kafka gave up on thread " + Thread.currentThread().getName()
                + (message == null ? "; its log above says why" : ": " + message);
        LOG.error("{} (it asked to end the process with status {})", reason, status);
        WATCHERS.forEach(watcher -> watcher.accept(reason));
    }
}
