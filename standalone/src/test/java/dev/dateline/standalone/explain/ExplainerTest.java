package dev.dateline.standalone.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.config.Settings;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.enrich.Pipeline;
import dev.dateline.standalone.console.Palette;
import dev.dateline.testkit.GoldenCase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {
    private static final Path CASES = Path.of("src", "test", "resources", "explain");
    private static final Instant RECEIVED = Instant.parse("2026-04-14T09:00:00Z");
    private static final Pipeline PIPELINE = Pipeline.standard();

    private final Explainer explainer =
            new Explainer(PIPELINE, EnrichSettings.from(Settings.load(Map.of(), Map.of())), "news.raw.v1", 1 << 20);

    /** When a page changes on purpose, {@code -Dgolden.update} writes it anew. */
    @ParameterizedTest
    @ValueSource(strings = {"article.txt", "empty.json", "typo.json"})
    void thePageIsAsExpected(String name) throws IOException {
        String page = page(explain(name, Files.readAllBytes(CASES.resolve(name))));
        Path golden = CASES.resolve(name + ".page");
        if (GoldenCase.updating()) {
            Files.writeString(golden, page);
        }

        assertThat(page).isEqualTo(Files.readString(golden));
    }

    @Test
    void anEventIsWhatTheStepsFound() throws IOException {
        Explanation explained = explain("article.txt", Files.readAllBytes(CASES.resolve("article.txt")));

        assertThat(explained.endsAsEvent()).isTrue();
        assertThat(explained.event().title()).isEqualTo("Library lends rakes as well as novels");
        assertThat(explained.event().language()).isEqualTo("en");
        assertThat(explained.identity().articleIdFrom()).isEqualTo("content");
        assertThat(explained.lines()).last().satisfies(line -> {
            assertThat(line.role()).isEqualTo("prompt");
            assertThat(line.text()).isEqualTo("Sign up for our newsletter");
        });
        assertThat(explained.durationsUs())
                .containsOnlyKeys(
                        "accept-article",
                        "decode-record",
                        "extract-article",
                        "sketch-article",
                        "identify-article",
                        "decide-article",
                        "tag-article",
                        "compose-event");
    }

    @Test
    void aRefusedArticleIsTheDeadLetterItWouldBe() throws IOException {
        Explanation explained = explain("empty.json", Files.readAllBytes(CASES.resolve("empty.json")));

        assertThat(explained.endsAsEvent()).isFalse();
        assertThat(explained.deadLetter().step()).isEqualTo("extract-article");
        assertThat(explained.deadLetter().reason()).isEqualTo("NO_TEXT");
        assertThat(explained.deadLetter().originalValue()).isEqualTo(Json.bytes(explained.raw()));
        assertThat(explained.article()).isNull();
    }

    @Test
    void whatIngestRefusesGoesNoFurther() {
        Explanation tooLarge = explain("big.txt", new byte[(1 << 20) + 1]);

        assertThat(tooLarge.problem().status()).isEqualTo(413);
        assertThat(tooLarge.raw()).isNull();
        assertThat(tooLarge.deadLetter()).isNull();
    }

    @Test
    void nothingInAnArticleReachesTheTerminalAsAControl() {
        String hostile =
                "Headline \u001b]0;owned\u0007 @|red markup|@\n\nThe body \u202Eturns \u009b31m here, says nobody.";

        Explanation explained = explain("hostile.txt", hostile.getBytes(StandardCharsets.UTF_8));

        String page = page(explained);
        assertThat(page).doesNotContain("\u001b", "\u0007", "\u202E", "\u009b").contains("@|red markup|@", "\\u{202e}");
    }

    @Test
    void theFormatIsTheNamesOrTheFirstCharacters() {
        assertThat(format("a.json", "text")).isEqualTo("application/json");
        assertThat(format("A.TXT", "{}")).isEqualTo("text/plain");
        assertThat(format("-", "\uFEFF \n{\"a\":1}")).isEqualTo("application/json");
        assertThat(format("-", "Headline")).isEqualTo("text/plain");
        assertThat(format("-", "<rss>")).isEqualTo("application/xml");
        assertThat(format("page.HTML", "")).isEqualTo("text/html");
        assertThat(format("-", "")).isEqualTo("text/plain");
    }

    private static String format(String name, String content) {
        return Input.of(name, content.getBytes(StandardCharsets.UTF_8), null, null, null)
                .mediaType();
    }

    private Explanation explain(String name, byte[] bytes) {
        return explainer.explain(Input.of(name, bytes, null, null, null), RECEIVED);
    }

    private static String page(Explanation explanation) {
        StringWriter page = new StringWriter();
        new ExplanationPage(new PrintWriter(page), new Palette(false)).print(explanation);
        return page.toString()
                .replace(System.lineSeparator(), "\n")
                .replaceAll("\\d+\\.\\d ms", "T ms")
                .replaceAll("\\d+ shingles", "N shingles")
                .replaceAll("(\"[a-z]+-[a-z]+\" : )\\d+", "$1T")
                // In no particular order, and one of them is the JDK's version.
                .replaceAll("(\"pipeline_version\" : )\"[^\"]*\"", "$1\"V\"")
                .replaceAll("(?s)\"models\" : \\{.*?\\}", "\"models\" : {}");
    }
}
