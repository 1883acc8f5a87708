package dev.dateline.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void defaultsNeedNoConfiguration() {
        Settings settings = Settings.load(Map.of(), Map.of());

        assertThat(settings.section("kafka").integer("partitions", 1, 100)).isEqualTo(4);
        settings.check();
    }

    @Test
    void fileIsOverriddenByEnvironmentAndThatByTheCommandLine() throws IOException {
        String file = file("dateline.kafka { partitions = 6, topic-prefix = file-, bootstrap-servers = \"file:1\" }");

        Settings settings = Settings.load(
                Map.of(
                        "DATELINE_CONFIG", file,
                        "DATELINE_KAFKA_TOPIC_PREFIX", "env-",
                        "DATELINE_KAFKA_BOOTSTRAP_SERVERS", "env:1",
                        "PATH", "/bin"),
                Map.of("dateline.kafka.bootstrap-servers", "line:1"));

        Settings kafka = settings.section("kafka");
        assertThat(kafka.integer("partitions", 1, 100)).isEqualTo(6);
        assertThat(kafka.text("topic-prefix")).isEqualTo("env-");
        assertThat(kafka.text("bootstrap-servers")).isEqualTo("line:1");
        settings.check();
    }

    @Test
    void everyProblemIsReportedAtOnceWithItsPathAndAGuess() throws IOException {
        String file = file("dateline.kafka { partitons = 6, replication-factor = many }");

        Settings settings = Settings.load(
                Map.of(
                        "DATELINE_CONFIG",
                        file,
                        "DATELINE_KAFKA_PARTITIONS",
                        "0",
                        "DATELINE_KAFKA_BOOTSTRAP_SERVER",
                        "x"),
                Map.of());
        settings.section("kafka").integer("partitions", 1, 100);
        settings.section("kafka").integer("replication-factor", 1, 9);

        assertThatThrownBy(settings::check)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("4 problems")
                .hasMessageContaining(
                        "dateline.kafka.partitons is not a setting; did you mean dateline.kafka.partitions?")
                .hasMessageContaining("did you mean DATELINE_KAFKA_BOOTSTRAP_SERVERS?")
                .hasMessageContaining("dateline.kafka.partitions is 0, expected 1 to 100")
                .hasMessageContaining("dateline.kafka.replication-factor is \"many\"");
    }

    @Test
    void aMissingFileIsAProblem() {
        Settings settings = Settings.load(Map.of("DATELINE_CONFIG", "no-such-file.conf"), Map.of());

        assertThatThrownBy(settings::check).hasMessageContaining("no-such-file.conf, which can't be read");
    }

    @Test
    void theEffectiveConfigurationIsCompleteAndMasksSecrets() {
        assertThat(Settings.load(Map.of(), Map.of()).effective())
                .containsEntry("dateline.kafka.partitions", "4")
                .doesNotContainKey("java.version");
    }

    private String file(String content) throws IOException {
        return Files.writeString(directory.resolve("dateline.conf"), content).toString();
    }
}
