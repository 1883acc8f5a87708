package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import java.nio.file.Path;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class BrokerConfigTest {
    @Test
    void hasRoomForTheLargestRecordOfTheCatalogue() {
        assertThat(Topics.of("", 1).all()).extracting(Topic::config).allSatisfy(config -> assertThat(
                        Integer.parseInt(config.getOrDefault(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "0")))
                .isLessThan(BrokerConfig.MAX_RECORD_BYTES));
    }

    @Test
    void namesOnlySettingsThatKafkaKnows() {
        var config = BrokerConfig.of(Path.of("data"), new Ports(9092, 9093));

        assertThat(config.stringPropertyNames().stream()
                        .filter(name -> !KafkaConfig.configDef().names().contains(name))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }
}
