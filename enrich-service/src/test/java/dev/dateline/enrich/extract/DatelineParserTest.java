package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineParserTest {
    private static final Instant PUBLISHED = Instant.parse("2020-01-03T19:44:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "BAGHDAD, Jan 3 (Reuters) - Six people; BAGHDAD; 2020-01-03; Reuters",
                "LONDON (AP) — Six people; LONDON; -; AP",
                "WASHINGTON — Six people; WASHINGTON; -; -",
                "SAN FRANCISCO/LONDON, Dec 31 (Reuters) - Six; SAN FRANCISCO/LONDON; 2019-12-31; Reuters",
                "PARIS, France (AFP) – Six; PARIS, France; -; AFP",
                "Berlin (dpa) - Sechs; Berlin; -; dpa",
                "PARIS, Jan 3, 2020 (AFP) - Six; PARIS; 2020-01-03; AFP",
                "LONDON Jan 3 (Reuters) - Six; LONDON; 2020-01-03; Reuters",
                "ISLAMABAD, Jan 3 (APP): Six; ISLAMABAD; 2020-01-03; APP",
                "ABU DHABI, 3rd January, 2020 (WAM) -- Six; ABU DHABI; 2020-01-03; WAM",
                "ST. LOUIS (AP) — Six; ST. LOUIS; -; AP",
                "RIO DE JANEIRO -- Six; RIO DE JANEIRO; -; -",
                "STOKE-ON-TRENT, England (AP) — Six; STOKE-ON-TRENT, England; -; AP",
            })
    void readsPlaceDayAndAgency(String paragraph, String place, String date, String agency) {
        DatelineParser.Found found = DatelineParser.parse(paragraph, PUBLISHED).orElseThrow();

        assertThat(found.dateline().place()).isEqualTo(place);
        assertThat(found.dateline().date()).isEqualTo(date);
        assertThat(found.agency()).isEqualTo(agency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister - who had been ill - resigned.",
                "Iran — and nobody else — is to blame.",
                "US - Iran talks resumed.",
                "FINAL UPDATE - The votes are in.",
                "BREAKING — A bridge is down.",
                "EXCLUSIVE: A bridge is down.",
                "WHO: masks help.",
                "Q: Did you like the sea?",
                "A convoy of eleven lorries is said to have overturned – hours after the road had been declared safe.",
                "—",
                "- ",
                "",
            })
    void ordinaryBeginningsAreNone(String paragraph) {
        assertThat(DatelineParser.parse(paragraph, PUBLISHED)).isEmpty();
    }

    @Test
    void anAgencyAloneIsKept() {
        assertThat(DatelineParser.parse("(Reuters) - Six people", PUBLISHED))
                .contains(new DatelineParser.Found(null, "Reuters", "(Reuters)"));
    }
}
