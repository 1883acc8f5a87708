package dev.dateline.standalone.bench;

/**
 * What the dashboard and its live streams cost. CPU is in per cent of one core, of the whole process without the threads that write the
 * events and read the streams; what one situation takes more than another is what lies between them.
 *
 * @param written events a second that were written
 * @param cpuWithoutDashboard the broker alone, when it is embedded, with what is written to it
 * @param cpuWithoutClients the dashboard reads the topics, nobody looks
 * @param cpuWithClients the streams are read at once
 * @param cpuWithSlow hardly read ones are beside them
 * @param heapWithoutDashboard bytes used after a collection
 * @param skippedByServer events that the dashboard says it did not send to those that hardly read
 * @param fastAlone those that read at once, before there were others
 * @param fastBesideSlow the same, beside the others
 */
public record DashboardReport(
        Machine machine,
        double written,
        double cpuWithoutDashboard,
        double cpuWithoutClients,
        double cpuWithClients,
        double cpuWithSlow,
        long heapWithoutDashboard,
        long heapWithoutClients,
        long heapWithClients,
        long heapWithSlow,
        long skippedByServer,
        Streams fastAlone,
        Streams fastBesideSlow,
        Streams slow) {

    /**
     * What the clients of one kind saw, all together.
     *
     * @param states messages that say how things are: overviews and pulses
     * @param gaps times that a client was told that it did not get some events
     * @param skipped how many these were, as they were told
     * @param unannounced events that are missing, or were sent twice, without a word: always 0
     * @param bytesPerSecond of one client
     * @param p50Ms from the writing of an event to its arrival at a client; null when none arrived
     */
    public record Streams(
            int clients,
            long events,
            long states,
            long gaps,
            long skipped,
            long unannounced,
            double bytesPerSecond,
            Double p50Ms,
            Double p99Ms,
            Double maxMs) {}
}
