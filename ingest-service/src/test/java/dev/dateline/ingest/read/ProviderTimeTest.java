package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-04T06:30:00Z, 2026-05-04T06:30:00Z",
        "2026-05-04T06:30:00+02:00, 2026-05-04T04:30:00Z",
        "2026-05-04T06:30:00-0530, 2026-05-04T12:00:00Z",
        "2026-05-04T06:30+02, 2026-05-04T04:30:00Z",
        "2026-05-04 06:30:00 +0200, 2026-05-04T04:30:00Z",
        "2026-05-04T06:30:00.1234567891Z, 2026-05-04T06:30:00.123456789Z",
        "' 2026-05-04T06:30:00.5 ', 2026-05-04T06:30:00.500Z",
        "20260504T063000+0000, 2026-05-04T06:30:00Z",
        "20260504T063000, 2026-05-04T06:30:00Z",
        "20260504T0630Z, 2026-05-04T06:30:00Z",
        "20080219+0100, 2008-02-18T23:00:00Z",
        "2026-05-04, 2026-05-04T00:00:00Z",
        "2026-05-04Z, 2026-05-04T00:00:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
    })
    void readsWhatProvidersWrite(String stamp, Instant expected) {
        assertThat(ProviderTime.parse(stamp)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "yesterday",
                "2026",
                "2026-05",
                "2026-13-01",
                "2026-02-30",
                "2026-05-04T25:00:00Z",
                "2026-05-04T06",
                "2026-05-04T06:30:00+99:00",
                "2026-05-04T06:30:00Zulu",
                "16.05.2021",
                "Mon, 04 May 2026 06:30:00 GMT",
                "٢٠٢٦-٠٥-٠٤",
                "2026-05-04T06:30:00.00000000000000000000000000000000000Z"
            })
    void leavesOutWhatIsNone(String stamp) {
        assertThat(ProviderTime.parse(stamp)).isNull();
    }
}
