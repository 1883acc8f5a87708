package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Additional reporting by agencies| agencies",
                "Additional reporting by Reuters and AP| Reuters, AP",
                "(Reporting by Ann Lee in Oslo; editing by Paul Reed)| -",
                "(Reuters)| Reuters",
                "— AP| AP",
                "AP contributed to this report| AP",
                "The Associated Press contributed to this report.| AP",
                "Ann Lee in Oslo contributed to this report.| -",
                "(With inputs from PTI)| PTI",
                "Source: AFP| AFP",
                "Mit Material von dpa| dpa",
                "dpa/afp| dpa, AFP",
                "(avec AFP)| AFP",
            })
    void readsWhoTookPart(String line, String agency) {
        assertThat(Credit.parse(line)).map(Credit::why).isPresent();
        assertThat(Credit.parse(line).orElseThrow().agency()).isEqualTo(agency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The law was edited by three ministers.",
                "He told AP that he would resign.",
                "Officials worked with agencies on the ground.",
                "PA system fails",
                "The source of the fire is unknown.",
            })
    void proseIsNoCredit(String line) {
        assertThat(Credit.parse(line)).isEmpty();
    }

    @Test
    void reportersAreAuthorsOfLastResort() {
        assertThat(Credit.parse("(Reporting by Ann Lee and Bo Berg; editing by Paul Reed)")
                        .orElseThrow()
                        .authors())
                .containsExactly("Ann Lee", "Bo Berg");
    }

    @Test
    void theAgencyBehindTheLastSentenceIsFound() {
        assertThat(Credit.trailing("Nobody was hurt. (AFP)")).isEqualTo(new Credit.Trailing("AFP", "(AFP)"));
        assertThat(Credit.trailing("Nobody was hurt. – Reuters"))
                .isEqualTo(new Credit.Trailing("Reuters", "– Reuters"));
        assertThat(Credit.trailing("Nobody was hurt (so far)")).isNull();
    }
}
