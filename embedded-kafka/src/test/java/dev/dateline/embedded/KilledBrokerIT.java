package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerIT {
    private static final Map<String, Object> TRANSACTIONAL = Map.of("transactional.id", "writer");

    @TempDir
    private Path dataDir;

    @Test
    void losesNothingThatWasAcknowledged() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        KafkaProducer<byte[], byte[]> left;
        try (BrokerProcess broker = BrokerProcess.start(dataDir)) {
            String servers = broker.bootstrapServers();
            Records.createTopic(servers);
            List<String> plain = values("plain", 5_000);
            try (KafkaProducer<byte[], byte[]> producer =
                    Records.producer(servers, Map.of("compression.type", "zstd"))) {
                Records.send(producer, plain);
            }
            acknowledged.addAll(plain);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
                admin.alterConsumerGroupOffsets("readers", Map.of(Records.PARTITION, new OffsetAndMetadata(42)))
                        .all()
                        .get();
            }
            left = Records.producer(servers, TRANSACTIONAL);
            left.initTransactions();
            left.beginTransaction();
            List<String> committed = values("committed", 500);
            Records.send(left, committed);
            left.commitTransaction();
            acknowledged.addAll(committed);
            left.beginTransaction();
            Records.send(left, values("open", 500));
            broker.kill();
        }
        left.close(Duration.ZERO);

        try (EmbeddedKafka broker = EmbeddedKafka.start(new BrokerSettings(dataDir, 0))) {
            String servers = broker.bootstrapServers();
            // The next writer of that name ends what the killed one left open.
            try (KafkaProducer<byte[], byte[]> next = Records.producer(servers, TRANSACTIONAL)) {
                next.initTransactions();
            }
            assertThat(Records.readCommitted(servers)).isEqualTo(acknowledged);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
                assertThat(admin.listConsumerGroupOffsets("readers")
                                .partitionsToOffsetAndMetadata()
                                .get())
                        .containsEntry(Records.PARTITION, new OffsetAndMetadata(42));
            }
        }
    }

    @Test
    void namesTheProcessThatHoldsTheDirectory() throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(dataDir)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(new BrokerSettings(dataDir, 0)))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("in use by process " + broker.pid());
        }
    }

    private static List<String> values(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
    }
}
