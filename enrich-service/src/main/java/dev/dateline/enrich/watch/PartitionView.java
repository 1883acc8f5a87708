package dev.dateline.enrich.watch;

import dev.dateline.enrich.step.ReadProgress.Position;

/**
 * What is known of a partition that a task reads.
 *
 * @param task its task
 * @param taskSinceMs since when this instance has the task, epoch milliseconds
 * @param committed the next offset to be read after the last commit; null before the first
 * @param fetched the highest offset fetched; null before the first
 * @param unfetched records behind it, as the consumer said with its last fetch; null before the first
 * @param processed the last record processed; null before the first
 */
record PartitionView(
        String task,
        String topic,
        int partition,
        long taskSinceMs,
        Long committed,
        Long fetched,
        Long unfetched,
        Position processed) {

    /** Records not processed yet; null as long as nothing was fetched. */
    Long lag() {
        if (unfetched == null) {
            return null;
        }
        // Offsets between the two may be markers of transactions; behind the last record fetched the consumer knows
        // them.
        return unfetched + (fetched == null ? 0 : Math.max(0, fetched - lastDone()));
    }

    private long lastDone() {
        if (processed != null) {
            return processed.offset();
        }
        return committed == null ? fetched - 1 : committed - 1;
    }
}
