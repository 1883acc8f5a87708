package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    @Test
    void refusesAPortThatDoesNotExist() {
        assertThatThrownBy(() -> new BrokerSettings(Path.of("data"), 65_536))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65535");
        assertThatThrownBy(() -> new BrokerSettings(Path.of("data"), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesThePathAbsolute() {
        assertThat(new BrokerSettings(Path.of("a/../data"), 0).dataDir())
                .isEqualTo(Path.of("data").toAbsolutePath());
    }
}
