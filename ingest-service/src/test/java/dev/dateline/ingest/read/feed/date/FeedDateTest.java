package dev.dateline.ingest.read.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/feeds/dates.csv", delimiter = '|', numLinesToSkip = 1)
    void readsWhatFeedsWrite(String text, String expected) {
        assertThat(FeedDate.parse(text)).isEqualTo(Instant.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2004-13-01",
                "2004-02-30",
                "Thu, 32 Jan 2004 00:00:00 GMT",
                "2004-W54",
                "2003-366",
                "25:00",
                "2004-01-01T25:00:00Z",
                "2004-01-01T10:61Z",
                "2004-01-01T10:00+99:00",
                "Jan 2004",
                "1 2 3",
                "Thu, 01 Jan 2004 19:48:21 GMT and more",
                "May",
                "99999-01-01",
                "0000-00-00 00:00:00",
                "1073000000",
                "01/02/2004",
                "Monday",
                "2004-01-01T",
                "12",
                "<b>2004-01-01</b>",
                "-1-1-1",
                "GMT",
                "10 10 10 10:10:10"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(FeedDate.parse(text)).isNull();
    }

    @Test
    void longTextsAreNoDates() {
        assertThat(FeedDate.parse(null)).isNull();
        assertThat(FeedDate.parse("2004-01-01" + " ".repeat(100) + "Z")).isNull();
    }
}
