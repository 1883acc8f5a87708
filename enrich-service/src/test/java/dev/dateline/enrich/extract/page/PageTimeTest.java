package dev.dateline.enrich.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.extract.time.DateSearch.Order;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTimeTest {
    private static final Instant RECEIVED = Instant.parse("2026-01-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2024-02-11T17:45:00+01:00       | 2024-02-11T17:45+01:00
            2024-02-11T17:45:00.123Z        | 2024-02-11T17:45Z
            2024-02-11 17:45                | 2024-02-11T17:45
            2024-02-11T17:45:00-0500        | 2024-02-11T17:45-05:00
            20240211                        | 2024-02-11
            20240211T1745                   | 2024-02-11T17:45
            2024/02/11                      | 2024-02-11
            1707669900                      | 2024-02-11T16:45Z
            1707669900000                   | 2024-02-11T16:45Z
            Sun, 11 Feb 2024 17:45:00 GMT   | 2024-02-11T17:45Z
            Sun Feb 11 17:45:09 UTC 2024    | 2024-02-11T17:45Z
            11. Februar 2024                | 2024-02-11
            February 11th, 2024             | 2024-02-11
            Published on 11.02.2024 by Jane | 2024-02-11
            03/04/2024                      | 2024-04-03
            """)
    void aTimeIsReadInItsOwnZone(String value, String stated) {
        assertThat(PageTime.parse(value, Order.DAY_FIRST, RECEIVED))
                .map(PageTime::stated)
                .contains(stated);
    }

    @ParameterizedTest
    @CsvSource({"03/04/2024,2024-03-04", "13/04/2024,2024-04-13"})
    void aPageOfTheUnitedStatesHasTheMonthFirst(String value, String day) {
        assertThat(PageTime.parse(value, Order.MONTH_FIRST, RECEIVED))
                .map(PageTime::stated)
                .contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-01-17", "2024-02-30", "0001-01-01", "2024", "12:30", "1.2.3", "00000000"})
    void whatIsNoDayOrCantBeTrueIsNotRead(String value) {
        assertThat(PageTime.parse(value, Order.DAY_FIRST, RECEIVED)).isEmpty();
    }
}
