package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.common.model.AgencyCredit;
import dev.dateline.common.model.AgencyRole;
import dev.dateline.common.model.FieldSource;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The published article the project began with. Its text is not ours to keep here: the system property {@code dateline.seeds}
 * names the folder that holds it.
 */
class SeedArticleTest {
    private static final String FILE = "independent-2020-01-03.txt";

    @Test
    void readsTheArticleWithoutThePageAroundIt() throws IOException {
        String folder = System.getProperty("dateline.seeds");
        assumeTrue(folder != null, "skipped: set -Ddateline.seeds=FOLDER to the folder that holds " + FILE);
        Path file = Path.of(folder, FILE);
        assumeTrue(Files.isReadable(file), "skipped: there is no " + file);
        List<String> lines = Files.readAllLines(file);

        Article article = extract(String.join("\n", lines));

        assertThat(article.title()).isEqualTo(lines.get(0));
        assertThat(article.subtitle()).isEqualTo(lines.get(2));
        assertThat(article.authors()).containsExactly("Andrew Buncombe");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2020-01-03T19:44:00Z"));
        assertThat(article.publishedFrom()).isEqualTo(FieldSource.TEXT);
        assertThat(article.agency()).isEqualTo("agencies");
        assertThat(article.agencies())
                .extracting(AgencyCredit::name, AgencyCredit::role)
                .containsExactly(
                        tuple("agencies", AgencyRole.CONTRIBUTED),
                        tuple("Reuters", AgencyRole.QUOTED),
                        tuple("CNN", AgencyRole.QUOTED));
        assertThat(article.agencies())
                .filteredOn(credit -> credit.start() != null)
                .allSatisfy(credit -> assertThat(article.bodyText().substring(credit.start(), credit.end()))
                        .isEqualTo(credit.cue()));
        assertThat(article.dateline()).isNull();
        List<String> bodyAndTeaser =
                lines.subList(8, 41).stream().filter(line -> !line.isEmpty()).toList();
        List<String> body = bodyAndTeaser.stream()
                .filter(line -> !line.startsWith("Related Video"))
                .toList();
        assertThat(body).hasSize(bodyAndTeaser.size() - 1);
        assertThat(article.bodyText()).isEqualTo(String.join("\n\n", body));
    }

    private static Article extract(String text) {
        RawArticle raw = RawArticleBuilder.builder()
                .articleId("seed")
                .sourceId("desk")
                .mediaType("text/plain; charset=utf-8")
                .receivedAt(Instant.parse("2026-11-22T12:00:00Z"))
                .bodyText(text)
                .build();
        Outcome<Article> outcome = new ExtractArticle().apply(raw);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Article>) outcome).value();
    }
}
