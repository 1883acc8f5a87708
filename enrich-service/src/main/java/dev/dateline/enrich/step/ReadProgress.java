package dev.dateline.enrich.step;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the tasks of this instance have come in what they read. Each is written by the thread that has the task; anybody may look.
 * As many tasks are kept as the instance ever had, so at most those of the topology, and of each the few topics that it reads.
 */
public final class ReadProgress {
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();

    /**
     * The last record that was processed.
     *
     * @param timestamp when it was received, epoch milliseconds
     */
    public record Position(long offset, long timestamp) {}

    /**
     * A task since it was assigned.
     *
     * @param sinceMs when, epoch milliseconds
     * @param byTopic the topics it has processed a record of
     */
    public record Task(long sinceMs, Map<String, Position> byTopic) {}

    /** A task was assigned to this instance, or begins anew after a transaction that failed. */
    public void started(String task, long nowMs) {
        tasks.put(task, new Task(nowMs, new ConcurrentHashMap<>()));
    }

    /** A task has processed a record. */
    public void done(String task, String topic, Position position) {
        Task started = tasks.get(task);
        if (started != null) {
            started.byTopic().put(topic, position);
        }
    }

    /** Empty for a task that was never assigned to this instance. */
    public Optional<Task> task(String task) {
        return Optional.ofNullable(tasks.get(task));
    }
}
