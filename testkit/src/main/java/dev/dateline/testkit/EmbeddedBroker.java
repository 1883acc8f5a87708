package dev.dateline.testkit;

import dev.dateline.embedded.BrokerSettings;
import dev.dateline.embedded.EmbeddedKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The embedded broker over a temporary directory. */
record EmbeddedBroker(EmbeddedKafka kafka, Path dir) implements Broker {

    static EmbeddedBroker start() {
        try {
            Path dir = Files.createTempDirectory("dateline-broker");
            return new EmbeddedBroker(EmbeddedKafka.start(new BrokerSettings(dir, 0)), dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        kafka.close();
        try (Stream<Path> tree = Files.walk(dir)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
