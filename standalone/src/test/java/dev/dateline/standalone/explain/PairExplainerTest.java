package dev.dateline.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.common.model.FieldSource;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.ArticleBuilder;
import dev.dateline.enrich.near.Comparison.Judgement;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.standalone.console.Palette;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PairExplainerTest {
    private static final Path CASES = Path.of("src", "test", "resources", "explain");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final PairExplainer explainer = new PairExplainer(CopySettings.DEFAULT);
    private final Article agency = article("agency", TEN, body("agency.json"));
    private final Article local = article("local", TEN.plus(Duration.ofHours(2)), body("local.json"));

    @Test
    void aCopyWithALocalParagraph() {
        PairExplanation pair = explain(local, agency);

        assertThat(pair.copies()).isTrue();
        assertThat(pair.judgement()).isEqualTo(Judgement.COPY);
        assertThat(pair.says()).startsWith("Copies: about ").contains("published 2 h apart");
        assertThat(pair.original()).isEqualTo("agency");
        assertThat(pair.originalBecause()).isEqualTo("published first");
        assertThat(pair.exact().containment()).isCloseTo(0.69, within(0.02));
        assertThat(pair.estimated().containment()).isCloseTo(pair.exact().containment(), within(0.15));
        assertThat(pair.bands().shared()).isPositive();
        assertThat(pair.bands().chance()).isGreaterThan(0.99);
        assertThat(pair.numbers().common()).containsExactly("9", "2", "1931", "1,200");
        assertThat(pair.numbers().onlyA()).containsExactly("340");
        assertThat(pair.numbers().onlyB()).containsExactly("4.5");
        assertThat(pair.a().passages()).hasSize(3).element(1).satisfies(passage -> {
            assertThat(passage.common()).isFalse();
            assertThat(passage.text()).startsWith("Anyone who holds one of the 340");
        });
    }

    @Test
    void articlesThatHaveNothingInCommon() {
        PairExplanation pair = explain(agency, article("other", TEN, body("other.json")));

        assertThat(pair.copies()).isFalse();
        assertThat(pair.judgement()).isEqualTo(Judgement.TOO_DIFFERENT);
        assertThat(pair.exact()).isEqualTo(new PairExplanation.Similarity(0, 0));
        assertThat(pair.original()).isNull();
        assertThat(pair.says()).endsWith("They share no band either.");
    }

    @Test
    void theOriginalIsTheSameWhoeverIsNamedFirst() {
        Article same = article("zebra", TEN, agency.bodyText());

        for (PairExplanation pair : List.of(explain(agency, same), explain(same, agency))) {
            assertThat(pair.original()).isEqualTo("agency");
            assertThat(pair.originalBecause()).contains("its article_id comes first");
        }
    }

    @Test
    void aRevisionIsNoCopyOfItself() {
        PairExplanation pair = explain(agency, article("agency", TEN.plusSeconds(60), body("local.json")));

        assertThat(pair.copies()).isFalse();
        assertThat(pair.says()).startsWith("One article");
    }

    @Test
    void thePageShowsBothSides() {
        String page = page(explain(agency, local));

        assertThat(page)
                .contains("COMPARE", "exact 0.69", "TEXT OF A", "TEXT OF B", "VERDICT  copies", "A: published first")
                .containsPattern("only in A +4\\.5")
                .containsPattern("- +Repairs to its roof")
                .containsPattern("= +The terminal, built in 1931");
    }

    @Test
    void nothingInATextReachesTheTerminalAsAControl() {
        UnaryOperator<String> hostile =
                text -> text + " \u001b]0;owned\u0007 @|red markup|@ turns \u009b31m \u202E here";

        String page = page(explain(
                article("a\u001b[2J", TEN, hostile.apply("Same words")), article("b", TEN, hostile.apply("Others"))));

        assertThat(page).doesNotContain("\u001b", "\u0007", "\u202E", "\u009b").contains("@|red markup|@");
    }

    private PairExplanation explain(Article a, Article b) {
        return explainer.explain(a.articleId() + ".json", a, b.articleId() + ".json", b);
    }

    private static String page(PairExplanation pair) {
        StringWriter page = new StringWriter();
        new PairPage(new PrintWriter(page), new Palette(false)).print(pair);
        return page.toString();
    }

    private static Article article(String id, Instant publishedAt, String body) {
        return ArticleBuilder.builder()
                .articleId(id)
                .sourceId("bay-wire")
                .title("Title of " + id)
                .bodyText(body)
                .authors(List.of())
                .publishedAt(publishedAt)
                .publishedFrom(FieldSource.FEED)
                .receivedAt(TEN)
                .build();
    }

    private static String body(String file) {
        try {
            return Json.MAPPER
                    .readTree(Files.readAllBytes(CASES.resolve(file)))
                    .get("body_text")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
