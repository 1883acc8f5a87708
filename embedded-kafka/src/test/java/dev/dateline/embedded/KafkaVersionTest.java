package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaVersionTest {
    private static final KafkaVersion HERE = new KafkaVersion(4, 3);

    @Test
    void readsTheLineOfARelease() {
        assertThat(KafkaVersion.parse("4.3.1")).contains(HERE);
        assertThat(KafkaVersion.parse("4.3.0-rc1")).contains(HERE);
        assertThat(KafkaVersion.parse("unknown")).isEmpty();
        assertThat(KafkaVersion.parse("")).isEmpty();
    }

    @Test
    void ordersLinesAndNotReleases() {
        assertThat(new KafkaVersion(4, 4).isNewerLineThan(HERE)).isTrue();
        assertThat(new KafkaVersion(5, 0).isNewerLineThan(HERE)).isTrue();
        assertThat(HERE.isNewerLineThan(HERE)).isFalse();
        assertThat(new KafkaVersion(3, 9).isNewerLineThan(HERE)).isFalse();
    }
}
