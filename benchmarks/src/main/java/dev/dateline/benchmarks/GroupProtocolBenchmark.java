package dev.dateline.benchmarks;

import dev.dateline.embedded.BrokerSettings;
import dev.dateline.embedded.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.CloseOptions;

/**
 * How long the two group protocols of Kafka Streams need to start, to share work with a second instance and to take over from one
 * that stopped, each with Kafka's defaults and with tuned settings. The figures are in docs/decisions/001-group-protocol.md.
 */
public final class GroupProtocolBenchmark {
    private static final int DEFAULT_RUNS = 5;

    private GroupProtocolBenchmark() {}

    /** What is measured; all end when every task runs. */
    private enum Phase {
        /** First start of an application: Streams creates its internal topics. */
        FIRST_START,
        /** From the start of a second instance. */
        SHARE,
        /** From the stop of that instance, which says that it leaves. */
        TAKE_OVER,
        /** From the start after a stop. */
        RESTART
    }

    /** One way to run a group: the broker's settings (on top of the embedded broker's) and the application's. */
    private record Variant(String name, Map<String, String> broker, Map<String, String> streams) {}

    /**
     * Measures and prints.
     *
     * @param args how many runs of each, 5 when absent; one run before them is thrown away
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length == 0 ? DEFAULT_RUNS : Integer.parseInt(args[0]);
        measure(variants().get(0), 1);
        System.out.printf("%-18s", "median (min-max) ms");
        for (Phase phase : Phase.values()) {
            System.out.printf("%24s", phase.name().toLowerCase(Locale.ROOT));
        }
        System.out.println();
        for (Variant variant : variants()) {
            System.out.printf("%-19s", variant.name());
            measure(variant, runs).forEach((phase, times) -> System.out.printf("%24s", summary(times)));
            System.out.println();
        }
    }

    private static List<Variant> variants() {
        Map<String, String> defaults = Map.of(
                "group.initial.rebalance.delay.ms", "3000",
                "group.streams.initial.rebalance.delay.ms", "3000",
                "group.streams.min.heartbeat.interval.ms", "5000",
                "group.streams.heartbeat.interval.ms", "5000",
                "group.streams.assignment.interval.ms", "1000");
        return List.of(
                new Variant("classic, defaults", defaults, Map.of("group.protocol", "classic")),
                new Variant(
                        "classic, tuned",
                        Map.of(),
                        Map.of("group.protocol", "classic", "heartbeat.interval.ms", "500")),
                new Variant("streams, defaults", defaults, Map.of("group.protocol", "streams")),
                new Variant("streams, tuned", Map.of(), Map.of("group.protocol", "streams")));
    }

    private static Map<Phase, List<Long>> measure(Variant variant, int runs) throws IOException, InterruptedException {
        Map<Phase, List<Long>> times = new EnumMap<>(Phase.class);
        Path dir = Files.createTempDirectory("group-protocol");
        try (EmbeddedKafka kafka =
                EmbeddedKafka.start(new BrokerSettings(dir.resolve("broker"), 0, variant.broker()))) {
            try (SampleApplication.Topics topics = SampleApplication.Topics.create(kafka.bootstrapServers())) {
                for (int run = 0; run < runs; run++) {
                    SampleApplication application =
                            new SampleApplication(topics, "run-" + run, dir.resolve("run-" + run), variant.streams());
                    oneRun(application).forEach((phase, time) -> times.computeIfAbsent(phase, any -> new ArrayList<>())
                            .add(time));
                }
            }
        }
        return times;
    }

    private static Map<Phase, Long> oneRun(SampleApplication application) throws InterruptedException {
        Map<Phase, Long> times = new EnumMap<>(Phase.class);
        CloseOptions leave = CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
        try (SampleApplication.Instance first = application.instance("first")) {
            times.put(Phase.FIRST_START, millis(first::startAndAwaitAllTasks));
            try (SampleApplication.Instance second = application.instance("second")) {
                times.put(Phase.SHARE, millis(() -> second.startAndShareWith(first)));
                times.put(Phase.TAKE_OVER, millis(() -> {
                    second.close(leave);
                    first.awaitAllTasks();
                }));
            }
            first.close(leave);
        }
        try (SampleApplication.Instance again = application.instance("first")) {
            times.put(Phase.RESTART, millis(again::startAndAwaitAllTasks));
        }
        return times;
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private static long millis(Step step) throws InterruptedException {
        long start = System.nanoTime();
        step.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static String summary(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[sorted.length / 2] + " (" + sorted[0] + "-" + sorted[sorted.length - 1] + ")";
    }
}
