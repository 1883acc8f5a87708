package dev.dateline.standalone.command;

import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.tail.JsonLine;
import dev.dateline.standalone.tail.RecordLine;
import dev.dateline.standalone.tail.RecordLines;
import dev.dateline.standalone.topic.TopicReader;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the records of a topic as they come. */
@Command(
        name = "tail",
        description = "Print the records of a topic, as they come. Exits 1 when fewer than --max came.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Only committed records are shown; times are UTC. Nothing that an article holds",
            "can act on the terminal.",
            "",
            "Examples:",
            "  dateline tail                                   events, live, until Ctrl-C",
            "  dateline tail dead-letters --from-beginning --timeout 3s",
            "  dateline tail events --json --max 1 --timeout 30s | jq .title"
        })
final class TailCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "TOPIC",
            defaultValue = "events",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private TailTopic topic;

    @Option(names = "--max", paramLabel = "N", description = "End after so many records.")
    private Long max;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Lengths.class,
            description = "End when no record has come for so long, for example 10s.")
    private Duration timeout;

    @Option(names = "--from-beginning", description = "Start with the oldest record instead of the next one.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "Print each record's value, which is JSON, one a line.")
    private boolean json;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() {
        return cluster.ask(this::tail);
    }

    private int tail(KafkaSettings kafka) {
        Palette palette = Palette.of(spec.commandLine().getColorScheme().ansi());
        RecordLine<?> line = topic.line(new RecordLines(kafka.topics(), palette));
        try (TopicReader reader =
                TopicReader.open(kafka, topic.in(kafka.topics()).name())) {
            if (!fromBeginning) {
                reader.seekToEnd();
            }
            return print(reader, json ? JsonLine::of : line::of);
        }
    }

    private int print(TopicReader reader, Function<ConsumerRecord<byte[], byte[]>, String> line) {
        PrintWriter out = spec.commandLine().getOut();
        long left = max == null ? Long.MAX_VALUE : max;
        long heardAt = System.nanoTime();
        while (left > 0 && (timeout == null || System.nanoTime() - heardAt < timeout.toNanos())) {
            for (ConsumerRecord<byte[], byte[]> published : reader.poll()) {
                heardAt = System.nanoTime();
                if (left > 0) {
                    out.println(line.apply(published));
                    left--;
                }
            }
            // Also notices that nobody reads any more, as in `dateline tail | head`.
            if (out.checkError()) {
                return 0;
            }
        }
        return max != null && left > 0 ? 1 : 0;
    }
}
