package dev.dateline.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedrivesTest {
    @Test
    void theLastMarkCounts() {
        RecordHeaders headers = new RecordHeaders();
        assertThat(Redrives.count(headers)).isZero();

        Redrives.mark(headers, 1);
        Redrives.mark(headers, 2);

        assertThat(Redrives.count(headers)).isEqualTo(2);
        assertThat(headers.toArray()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "two", "99999999999"})
    void nonsenseIsNoMark(String value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Redrives.ATTEMPT, value.getBytes(StandardCharsets.US_ASCII));

        assertThat(Redrives.count(headers)).isZero();
    }
}
