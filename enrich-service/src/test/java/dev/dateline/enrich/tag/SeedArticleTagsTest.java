package dev.dateline.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.common.model.Entity;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.extract.ExtractArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The entities of the article the project began with; see SeedArticleTest of the extract step. */
class SeedArticleTagsTest {
    private static final String FILE = "independent-2020-01-03.txt";

    @Test
    void namesEverybodyOnce() throws IOException {
        Tags tags = tags(seed());

        assertThat(names(tags, EntityType.PER))
                .containsExactlyInAnyOrder(
                        "Qassem Soleimani",
                        "Abu Mahdi al-Muhandis",
                        "Donald Trump",
                        "Antonio Guterres",
                        "Majid Takht Ravanchi",
                        "Mohammed Ridha Jabri");
        assertThat(names(tags, EntityType.ORG))
                .contains("Popular Mobilisation Forces", "Reuters", "UN Security Council", "CNN");
        assertThat(names(tags, EntityType.LOC)).contains("Iraq", "Iran", "US", "Baghdad", "Florida");
        assertThat(tags.entities())
                .filteredOn(entity ->
                        List.of("Iraq", "Iran", "US", "Baghdad", "Florida").contains(entity.name()))
                .extracting(Entity::place)
                .doesNotContainNull();
    }

    @Test
    void isAboutTheCountryWhereItHappened() throws IOException {
        assertThat(tags(seed()).primaryCountry()).isEqualTo("IQ");
    }

    private static String seed() throws IOException {
        String folder = System.getProperty("dateline.seeds");
        assumeTrue(folder != null, "skipped: set -Ddateline.seeds=FOLDER to the folder that holds " + FILE);
        Path file = Path.of(folder, FILE);
        assumeTrue(Files.isReadable(file), "skipped: there is no " + file);
        return Files.readString(file);
    }

    private static List<String> names(Tags tags, EntityType type) {
        return tags.entities().stream()
                .filter(entity -> entity.type() == type)
                .map(Entity::name)
                .toList();
    }

    private static Tags tags(String text) {
        RawArticle raw = RawArticleBuilder.builder()
                .articleId("seed")
                .sourceId("desk")
                .mediaType("text/plain; charset=utf-8")
                .receivedAt(Instant.parse("2026-11-22T12:00:00Z"))
                .bodyText(text)
                .build();
        Article article = ((Outcome.Done<Article>) new ExtractArticle().apply(raw)).value();
        return ((Outcome.Done<Tags>) new TagArticle().apply(article)).value();
    }
}
