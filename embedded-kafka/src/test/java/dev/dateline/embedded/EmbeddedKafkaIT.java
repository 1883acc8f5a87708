package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    @TempDir
    private Path dataDir;

    @Test
    void keepsItsDataAndItsPort() throws Exception {
        int port;
        try (EmbeddedKafka first = start(0)) {
            port = first.port();
            Records.createTopic(first.bootstrapServers());
            try (KafkaProducer<byte[], byte[]> producer = Records.producer(first.bootstrapServers(), Map.of())) {
                Records.send(producer, List.of("one", "two"));
            }
        }
        try (EmbeddedKafka second = start(port)) {
            assertThat(second.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(Records.readCommitted(second.bootstrapServers())).containsExactly("one", "two");
        }
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        start(0).close();

        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.isAlive() && !before.contains(thread))
                        .map(Thread::getName)
                        // Clocks of Kafka's one registry of metrics per JVM, daemons.
                        .filter(name -> !name.startsWith("metrics-meter-tick-thread"))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    @Test
    void takesARecordAsLargeAsTheLimit() throws Exception {
        String large = "x".repeat(BrokerConfig.MAX_RECORD_BYTES - 1_000);
        try (EmbeddedKafka kafka = start(0)) {
            Records.createTopic(kafka.bootstrapServers());
            try (KafkaProducer<byte[], byte[]> producer = Records.producer(
                    kafka.bootstrapServers(), Map.of("max.request.size", BrokerConfig.MAX_RECORD_BYTES))) {
                Records.send(producer, List.of(large));
            }
            assertThat(Records.readCommitted(kafka.bootstrapServers())).containsExactly(large);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> start(other.getLocalPort()))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " of 127.0.0.1")
                    .hasMessageContaining("choose another port");
        }
        start(0).close();
    }

    @Test
    void refusesDamagedMetadata() throws Exception {
        start(0).close();
        Files.writeString(dataDir.resolve("log/__cluster_metadata-0/quorum-state"), "damaged");

        assertThatThrownBy(() -> start(0))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("Kafka can't start on the data in " + dataDir.resolve("log"))
                .hasMessageContaining("move " + dataDir + " away");
    }

    @Test
    void tellsTheOwnerInsteadOfEndingTheProcess() throws Exception {
        try (EmbeddedKafka kafka = start(0)) {
            var failure = kafka.failure().toCompletableFuture();
            assertThat(failure).isNotDone();

            Exit.halt(1, "a test's reason");

            assertThat(failure.get(10, TimeUnit.SECONDS)).contains("a test's reason");
        }
    }

    @Test
    void tellsTheOwnerWhenTheDiskFails() throws Exception {
        try (EmbeddedKafka kafka = start(0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            Files.move(dataDir.resolve("log"), dataDir.resolve("gone"));

            admin.createTopics(List.of(new NewTopic("any", 1, (short) 1)));

            assertThat(kafka.failure().toCompletableFuture().get(30, TimeUnit.SECONDS))
                    .contains("Kafka gave up");
        }
    }

    private EmbeddedKafka start(int port) {
        return EmbeddedKafka.start(new BrokerSettings(dataDir, port));
    }
}
