package dev.dateline.enrich.identify;

import static dev.dateline.enrich.Articles.NOON;
import static dev.dateline.enrich.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "9, 10",
        "007, 8",
        "0, 1",
        "99999999999999999999, 100000000000000000000",
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00.001Z",
        "2026-03-01T12:00:00+02:00, 2026-03-01T10:30:00Z"
    })
    void theEarlierIsBefore(String earlier, String later) {
        assertThat(version(earlier).isBefore(version(later))).isTrue();
        assertThat(version(later).isBefore(version(earlier))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "07, 7", "2026-03-01T10:00:00Z, 2026-03-01T11:00:00+01:00", "20260301, 2026-03-01T10:00:00Z"})
    void equalsAndStrangersAreNotBeforeEachOther(String one, String other) {
        assertThat(version(one).isBefore(version(other))).isFalse();
        assertThat(version(other).isBefore(version(one))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "v2",
                "1.0",
                "-1",
                "٣",
                "b94d27b9",
                "2026-03-01",
                "2026-02-30T10:00:00Z",
                "0001-01-01T00:00:00Z",
                "2026-03-01T12:05:00.001Z",
                "9999-12-31T23:59:59Z",
                "11111111111111111111111111111111111111111111111111111111111111111"
            })
    void whatCannotBeComparedOrCannotBeTrueIsNone(String text) {
        assertThat(version(text)).isNull();
    }

    @Test
    void theTimeOfModificationStandsInForAMissingVersion() {
        Instant modified = NOON.minusSeconds(5);

        assertThat(ProviderVersion.of(article().modifiedAt(modified).build()))
                .isEqualTo(new ProviderVersion(null, modified));
        assertThat(ProviderVersion.of(
                        article().modifiedAt(modified).providerVersion("3").build()))
                .isEqualTo(new ProviderVersion("3", null));
        assertThat(ProviderVersion.of(
                        article().modifiedAt(modified).providerVersion("v3").build()))
                .isEqualTo(new ProviderVersion(null, modified));
        assertThat(ProviderVersion.of(
                        article().modifiedAt(NOON.plusSeconds(600)).build()))
                .as("from a clock that is ahead")
                .isNull();
    }

    private static ProviderVersion version(String text) {
        return ProviderVersion.of(article().providerVersion(text).build());
    }
}
