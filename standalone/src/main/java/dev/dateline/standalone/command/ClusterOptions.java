package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.common.runtime.KafkaSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Option;

/** Which Kafka cluster a command talks to. */
final class ClusterOptions {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description =
                    "The Kafka cluster to use. Default: dateline.kafka.bootstrap-servers, which is localhost:9092, "
                            + "where `dateline up` listens.")
    private String bootstrapServers;

    @Option(names = "--topic-prefix", paramLabel = "PREFIX", description = "Put before every topic name.")
    private String topicPrefix;

    /** The cluster named on the command line, or null. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Settings with these options on top. */
    Settings settings(Map<String, String> overrides) {
        Map<String, String> all = new LinkedHashMap<>(overrides);
        if (bootstrapServers != null) {
            all.put("dateline.kafka.bootstrap-servers", bootstrapServers);
        }
        if (topicPrefix != null) {
            all.put("dateline.kafka.topic-prefix", topicPrefix);
        }
        return Settings.load(all);
    }

    /** Work on a cluster. */
    @FunctionalInterface
    interface Question<T> {
        T ask(KafkaSettings kafka);
    }

    /** Does something on the cluster; what goes wrong there is told as a failure that says what to do. */
    <T> T ask(Question<T> question) {
        KafkaSettings kafka = kafka();
        try {
            return question.ask(kafka);
        } catch (KafkaException e) {
            throw new CommandFailure(
                    "Kafka at " + kafka.bootstrapServers() + " does not answer (" + e.getMessage()
                            + "). Is it running? `dateline up` starts one; --bootstrap-servers names another.",
                    e);
        }
    }

    /** The cluster, checked. */
    KafkaSettings kafka() {
        Settings settings = settings(Map.of());
        KafkaSettings kafka = KafkaSettings.from(settings);
        settings.check();
        return kafka;
    }
}
