package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.common.model.AgencyCredit;
import dev.dateline.common.model.AgencyRole;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which agency an article credits, and for what. */
class AgencyCreditsTest {
    private static final String TEXT = "The lighthouse of Nordvik has been dark since the storm. Nobody was hurt.";
    private static final String MORE =
            "Its keeper says that the lamp will be mended before the ships come back in June.";

    private static Article extract(String agency, String... paragraphs) {
        return ((Outcome.Done<Article>) new ExtractArticle()
                        .apply(RawArticleBuilder.builder()
                                .articleId("a")
                                .sourceId("s")
                                .receivedAt(Instant.parse("2026-03-01T12:00:00Z"))
                                .title("Lighthouse dark")
                                .agency(agency)
                                .bodyText(String.join("\n\n", paragraphs))
                                .build()))
                .value();
    }

    private static List<AgencyCredit> credits(String... paragraphs) {
        Article article = extract(null, paragraphs);
        assertThat(article.agencies())
                .filteredOn(credit -> credit.start() != null)
                .allSatisfy(credit -> assertThat(article.bodyText().substring(credit.start(), credit.end()))
                        .isEqualTo(credit.cue()));
        return article.agencies();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(Reporting by Reuters; editing by Paul Reed)| Reuters| SOURCE",
                "Text: dpa| dpa| SOURCE",
                "Source: Xinhua| Xinhua| SOURCE",
                "© AFP| AFP| SOURCE",
                "© 2026 AFP| AFP| SOURCE",
                "Copyright 2026 The Associated Press. All rights reserved.| AP| SOURCE",
                "(ANI)| ANI| SOURCE",
                "Additional reporting by agencies| agencies| CONTRIBUTED",
                "Additional reporting by Reuters and AP| Reuters, AP| CONTRIBUTED",
                "(Reporting by Ann Lee; additional reporting by PA)| PA| CONTRIBUTED",
                "Reuters contributed to this report.| Reuters| CONTRIBUTED",
                "Associated Press writer Ann Lee contributed to this report.| AP| CONTRIBUTED",
                "With agency input| agencies| CONTRIBUTED",
                "(With inputs from PTI and IANS)| PTI, IANS| CONTRIBUTED",
                "With files from The Canadian Press| Canadian Press| CONTRIBUTED",
                "This report includes material from UPI.| UPI| CONTRIBUTED",
                "Mit Material von dpa und Reuters| dpa, Reuters| CONTRIBUTED",
                "(mit AFP)| AFP| CONTRIBUTED",
                "avec AFP| AFP| CONTRIBUTED",
                "Con información de EFE| EFE| CONTRIBUTED",
            })
    void readsTheLineBelowTheText(String line, String names, AgencyRole role) {
        assertThat(credits(TEXT, MORE, line)).containsExactlyElementsOf(AgencyCredits.of(names, role, line, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NORDVIK, Feb 28 (Reuters) - | Reuters",
                "NORDVIK (AP) — | AP",
                "Nordvik (AFP) – | AFP",
                "Nordvik (dpa) - | dpa",
                "NORDVIK, Feb. 28 (Xinhua) -- | Xinhua",
                "NORDVIK, February 28. /TASS/. | TASS",
                "NORDVIK. Feb 28 (Interfax) - | Interfax",
                "(ANSA) - NORDVIK, FEB 28 - | ANSA",
                "Nordvik, 28 feb (EFE).- | EFE",
                "NORDVIK, Feb. 28 (Kyodo) - | Kyodo",
                "NORDVIK, Feb. 28 (Yonhap) -- | Yonhap",
                "New Nordvik, Feb 28 (PTI) | PTI",
                "Nordvik [Norway], February 28 (ANI): | ANI",
                "NORDVIK (AA) - | Anadolu",
                "Feb. 28 (UPI) -- | UPI",
                "(Bloomberg) -- | Bloomberg",
                "Nordvik, Feb 28 (IANS) | IANS",
                "NORDVIK, March 1, 2026 /PRNewswire/ -- | PR Newswire",
            })
    void readsTheDateline(String dateline, String name) {
        assertThat(credits(dateline + " " + TEXT, MORE)).singleElement().satisfies(credit -> {
            assertThat(credit.name()).isEqualTo(name);
            assertThat(credit.role()).isEqualTo(AgencyRole.SOURCE);
            assertThat(credit.start()).isZero();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A keeper told Reuters that he was tired.| Reuters| told Reuters",
                "The roof is gone, according to the AFP news agency.| AFP| according to the AFP",
                "Xinhua reported that ships wait.| Xinhua| Xinhua reported",
                "An Associated Press reporter saw three ships.| AP| Associated Press reporter",
                "“Dark,” he told The Associated Press.| AP| told The Associated Press",
            })
    void tellsWhomTheTextQuotes(String sentence, String name, String cue) {
        int start = TEXT.length() + 2 + sentence.indexOf(cue);
        assertThat(credits(TEXT, sentence, MORE))
                .containsExactly(new AgencyCredit(name, AgencyRole.QUOTED, cue, start, start + cue.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He told the agency that PA systems fail.",
                "He told agencies that the lamp is broken.",
                "Shares of Reuters fell, and AP was silent.",
                "He worked for Bloomberg until 2019.",
            })
    void proseThatQuotesNoAgencyHasNone(String sentence) {
        assertThat(credits(TEXT, sentence, MORE)).isEmpty();
    }

    @Test
    void theEndOfTheLastParagraphIsInTheBody() {
        int start = TEXT.length() + 2 + MORE.length() + 1;
        assertThat(credits(TEXT, MORE + " (AFP)"))
                .containsExactly(new AgencyCredit("AFP", AgencyRole.SOURCE, "(AFP)", start, start + 5));
    }

    @Test
    void theProducersFieldComesFirstAndAnAgencyHasOneRole() {
        Article article = extract(
                "dpa", "NORDVIK (AP) — " + TEXT, "He told dpa and also told Reuters.", MORE, "Mit Material von AP");
        assertThat(article.agencies())
                .extracting(AgencyCredit::name, AgencyCredit::role)
                .containsExactly(
                        tuple("dpa", AgencyRole.SOURCE),
                        tuple("AP", AgencyRole.SOURCE),
                        tuple("Reuters", AgencyRole.QUOTED));
        assertThat(article.agency()).isEqualTo("dpa");
    }
}
