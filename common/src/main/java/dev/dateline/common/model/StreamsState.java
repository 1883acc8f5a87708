package dev.dateline.common.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;

/**
 * Kafka Streams in one instance of enrich.
 *
 * @param state of the client, in Kafka's words: {@code RUNNING}, {@code REBALANCING} and so on
 * @param threadsAlive stream threads that do their work or prepare to
 * @param threadsDied since the instance started; each was replaced
 * @param rebalances how often the instance began to take part in one, the first at its start
 * @param lastRebalanceAt when the last one began; absent before the first
 * @param topology the description by Kafka Streams; in the first records after a start and then in one each minute
 * @param tasks what this instance works on, at most {@value #MAX_TASKS}, those furthest behind; empty while it has nothing assigned
 * @param tasksLeftOut how many more it has
 * @param restoring stores that are read back from Kafka, at most {@value #MAX_RESTORING}, those with most left
 * @param stores the state that this instance holds, by store
 * @param lastError the last failure that is not the fault of a record; absent when there was none
 */
@RecordBuilder
@JsonIgnoreProperties(
        value = {"last_rebalance_at_ms"},
        allowGetters = true)
public record StreamsState(
        String state,
        int threadsAlive,
        long threadsDied,
        long rebalances,
        Instant lastRebalanceAt,
        String topology,
        List<Task> tasks,
        int tasksLeftOut,
        List<Restoring> restoring,
        List<Store> stores,
        LastError lastError) {

    /** The most tasks one record tells of: with their partitions they fill most of 64 KiB. */
    public static final int MAX_TASKS = 256;

    /** The most stores being restored that one record tells of. */
    public static final int MAX_RESTORING = 64;

    /** {@code lastRebalanceAt} as epoch milliseconds. */
    @JsonProperty("last_rebalance_at_ms")
    public Long lastRebalanceAtMs() {
        return RawArticle.millis(lastRebalanceAt);
    }

    /**
     * A unit of work that this instance has.
     *
     * @param task its id in Kafka Streams: subtopology and partition, {@code 0_3}
     * @param partitions what it reads
     */
    public record Task(String task, List<Partition> partitions) {}

    /**
     * A partition that a task reads.
     *
     * @param lag records on it that are not processed yet; absent as long as nothing was fetched from it
     * @param lagMs while there are any, how long the oldest may have waited, milliseconds: since the last one that was processed was
     *     received, but no longer than since there were none; 0 when there are none; absent with {@code lag}
     */
    public record Partition(String topic, int partition, Long lag, Long lagMs) {}

    /**
     * A partition of a store that is read back from its changelog.
     *
     * @param remaining records of the changelog that are still to be read
     */
    public record Restoring(String store, int partition, long remaining) {}

    /**
     * A store, all partitions of this instance together. Looked up every few seconds.
     *
     * @param entries keys, an estimate by the store; absent when it does not say
     * @param bytes on disk, or in memory for a store that is kept there; absent when it does not say
     */
    public record Store(String store, Long entries, Long bytes) {}

    /**
     * A failure of the program.
     *
     * @param step where, when a step threw; absent otherwise
     * @param thread where, when a thread died; absent otherwise
     * @param message at most {@value #MAX_MESSAGE} characters
     */
    @JsonIgnoreProperties(
            value = {"at_ms"},
            allowGetters = true)
    public record LastError(Instant at, String step, String thread, String message) {
        /** The most characters of a message. */
        public static final int MAX_MESSAGE = 500;

        /** {@code at} as epoch milliseconds. */
        @JsonProperty("at_ms")
        public Long atMs() {
            return RawArticle.millis(at);
        }
    }
}
