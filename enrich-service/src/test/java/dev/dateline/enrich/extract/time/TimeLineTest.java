package dev.dateline.enrich.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.extract.time.TimeLine.Stamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLineTest {
    private static final Instant REFERENCE = Instant.parse("2020-01-05T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Friday 03 January 2020 19:44 GMT; 2020-01-03T19:44:00Z",
                "January 3, 2020 7:44 PM EST; 2020-01-04T00:44:00Z",
                "Jan. 3, 2020 at 7:44 p.m. EST; 2020-01-04T00:44:00Z",
                "3 Jan 2020, 19:44 BST; 2020-01-03T18:44:00Z",
                "2020-01-03T19:44:00Z; 2020-01-03T19:44:00Z",
                "2020-01-03T19:44:00.123+01:00; 2020-01-03T18:44:00Z",
                "2020-01-03 19:44 -0500; 2020-01-04T00:44:00Z",
                "Published: 3 January 2020 19:44 UTC; 2020-01-03T19:44:00Z",
                "Fri 3 Jan 2020 19.44 GMT; 2020-01-03T19:44:00Z",
                "7.44pm GMT, Fri 3 Jan 2020; 2020-01-03T19:44:00Z",
                "Fri., January 3rd, 2020, 7pm PST; 2020-01-04T03:00:00Z",
                "July 3, 2019 7:44 PM ET; 2019-07-03T23:44:00Z",
                "January 3, 2020 12:05 a.m. ET; 2020-01-03T05:05:00Z",
                "19:44 GMT+1, 3 January 2020; 2020-01-03T18:44:00Z",
                "Jan 3, 1944 GMT; 2020-01-03T19:44:00Z",
                "Jan 3; 2020-01-03T00:00:00Z",
                "Dec 31, 7 PM GMT; 2019-12-31T19:00:00Z",
                "3 January 2020; 2020-01-03T00:00:00Z",
                "03.01.2020, 19:44 Uhr; 2020-01-03T19:44:00Z",
                "Stand: 03.01.20 | 19.44 Uhr MEZ; 2020-01-03T18:44:00Z",
                "Freitag, 3. Januar 2020 um 20:44 Uhr; 2020-01-03T20:44:00Z",
                "Publié le vendredi 3 janvier 2020 à 19h44; 2020-01-03T19:44:00Z",
                "Viernes, 3 de enero de 2020 - 19:44 CET; 2020-01-03T18:44:00Z",
                "3 января 2020 г., 19:44 MSK; 2020-01-03T16:44:00Z",
                "2020年1月3日 19:44 JST; 2020-01-03T10:44:00Z",
                "٣ يناير ٢٠٢٠; 2020-01-03T00:00:00Z",
                "13/01/2020 19:44; 2020-01-13T19:44:00Z",
                "01/13/2020; 2020-01-13T00:00:00Z",
                "Friday 03/01/2020 19:44; 2020-01-03T19:44:00Z",
                "Updated 4 January 2020 10:00 GMT; 2020-01-04T10:00:00Z",
            })
    void readsTheUsualStyles(String line, String expected) {
        TimeLine time = TimeLine.parse(line, REFERENCE).orElseThrow();
        Stamp stamp = time.published() == null ? time.updated() : time.published();

        assertThat(stamp.at()).isEqualTo(Instant.parse(expected).truncatedTo(ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The law of 3 January 2020 was repealed",
                "Protests planned for Friday 3 January 2020",
                "May 2020",
                "9/11",
                "2-1",
                "24 hours",
                "1984",
                "31 February 2020",
                "In 2020, 19 people",
                "Chapter 3, March 4",
                "1:99 19:44:99",
                "99999999999999999999-01-01",
            })
    void leavesProseAndNonsenseAlone(String line) {
        assertThat(TimeLine.parse(line, REFERENCE)).isEmpty();
    }

    @Test
    void keepsPublicationAndChangeApart() {
        TimeLine time = TimeLine.parse(
                        "Published 3 January 2020 19:44 GMT | Last updated 4 January 2020 08:00 GMT", REFERENCE)
                .orElseThrow();

        assertThat(time.published().at()).isEqualTo(Instant.parse("2020-01-03T19:44:00Z"));
        assertThat(time.updated().at()).isEqualTo(Instant.parse("2020-01-04T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "03/01/2020 19:44; day and month of the date can't be told apart",
                "3 January 2020 19:44; no zone given, time taken as UTC",
                "3 January 2020 19:44 IST; the zone's abbreviation has several meanings, time taken as UTC",
                "3 January 2020; a date without a time, taken as midnight UTC",
            })
    void saysWhatItAssumed(String line, String remark) {
        assertThat(TimeLine.parse(line, REFERENCE).orElseThrow().published().remark())
                .isEqualTo(remark);
    }

    @Test
    void anAmbiguousDateGivesNoInstant() {
        assertThat(TimeLine.parse("03/01/2020 19:44", REFERENCE)
                        .orElseThrow()
                        .published()
                        .at())
                .isNull();
    }

    @Test
    void aTimeAloneHasNoInstantAndRelativeTimesNoStamp() {
        assertThat(TimeLine.parse("Updated 19:44 GMT", REFERENCE)
                        .orElseThrow()
                        .updated()
                        .at())
                .isNull();
        assertThat(TimeLine.parse("2 hours ago", REFERENCE)).contains(new TimeLine(null, null));
    }

    @Test
    void aDayThatFallsOnALeapDayIsTheLastOne() {
        assertThat(TimeLine.parse("Feb 29", Instant.parse("2023-06-01T00:00:00Z"))
                        .orElseThrow()
                        .published()
                        .at())
                .isEqualTo(Instant.parse("2020-02-29T00:00:00Z"));
    }
}
