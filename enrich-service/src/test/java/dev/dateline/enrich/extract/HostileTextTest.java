package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the step ends, in time that grows with the length only, with a value. */
class HostileTextTest {
    private static final Instant RECEIVED = Instant.parse("2020-01-05T09:00:00Z");
    private static final int MANY = 100_000;
    private static final String[] SHARDS = {
        "By ",
        "Jane Doe",
        "3 January 2020",
        "19:44",
        " GMT",
        "\n",
        "\n\n",
        "\r",
        "(",
        ")",
        "—",
        " - ",
        "Reuters",
        "AP",
        ":",
        "Read more",
        "Sign up for our newsletter",
        "Copyright",
        "©",
        "\u0000",
        "\uD83D",
        "\uDE00",
        "\u2028",
        "العربية",
        "مرحبا",
        "东京。",
        "é",
        "e\u0301",
        "* ",
        "#",
        "@",
        "http://",
        "1",
        ".",
        ",",
        " ",
        "a",
        "LONDON",
        "Additional reporting by agencies",
        "<p>",
        "&amp;",
        "'",
        "“"
    };

    static Stream<String> big() {
        return Stream.of(
                "a".repeat(5_000_000),
                "word ".repeat(1_000_000),
                "word. ".repeat(800_000),
                "line\n".repeat(MANY),
                "\n".repeat(MANY) + "text",
                "Jane Doe\n".repeat(MANY),
                "3 January 2020 19:44 GMT\n".repeat(MANY),
                "* bullet\n".repeat(MANY),
                "Advertisement\n".repeat(MANY),
                "Sign up for our newsletter\n".repeat(MANY) + "text",
                "Read more: cats\n".repeat(MANY),
                "(".repeat(1_000_000),
                "By " + "A ".repeat(1_000_000),
                "By " + "Jane Doe and ".repeat(100_000),
                "1".repeat(3_000_000),
                "1:".repeat(1_000_000),
                "- ".repeat(1_000_000),
                "\uD83D".repeat(1_000_000),
                "\u0000".repeat(1_000_000) + "a",
                "مرحبا بالعالم ".repeat(200_000));
    }

    @ParameterizedTest
    @MethodSource("big")
    void bigTextsAreRead(String text) {
        for (String mediaType : new String[] {"text/plain", "application/json"}) {
            Outcome<Article> outcome = new ExtractArticle()
                    .apply(RawArticleBuilder.builder()
                            .articleId("id")
                            .sourceId("s")
                            .receivedAt(RECEIVED)
                            .mediaType(mediaType)
                            .bodyText(text)
                            .build());

            assertThat(outcome).isNotNull();
        }
    }

    @Test
    void mixturesOfEverythingGiveWellFormedArticles() {
        Random random = new Random(20200103);
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(60); j >= 0; j--) {
                text.append(SHARDS[random.nextInt(SHARDS.length)]);
            }
            Outcome<Article> outcome = new ExtractArticle()
                    .apply(RawArticleBuilder.builder()
                            .articleId("id")
                            .sourceId("s")
                            .receivedAt(RECEIVED)
                            .mediaType("text/plain")
                            .bodyText(text.toString())
                            .build());
            if (outcome instanceof Outcome.Done<Article> done) {
                checkWellFormed(done.value());
            }
        }
    }

    private static void checkWellFormed(Article article) {
        assertThat(article.title()).isNotBlank().doesNotContain("\n");
        assertThat(article.bodyText()).isNotBlank().doesNotContain("\n\n\n", "\r", "\u0000", "\u2028");
        assertThat(article.publishedAt()).isNotNull();
        assertThat(article.publishedFrom()).isNotNull();
        assertThat(article.authors()).isNotNull();
        String all = article.title() + article.bodyText();
        assertThat(new String(all.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(all);
    }

    @Test
    void rightToLeftTextIsReadLikeAnyOther() {
        Reading reading = new PlainTextReader()
                .read(
                        "إغلاق الميناء بسبب العاصفة\n\n٣ يناير ٢٠٢٠ 19:44 GMT\n\nأغلقت السلطات الميناء ظهر الجمعة بسبب العاصفة.\n\nلم يصب أحد.",
                        RECEIVED);

        assertThat(reading.title()).isEqualTo("إغلاق الميناء بسبب العاصفة");
        assertThat(reading.publishedAt()).isEqualTo(Instant.parse("2020-01-03T19:44:00Z"));
        assertThat(reading.paragraphs()).hasSize(2);
    }

    @Test
    void otherLineBreaksGiveTheSameReading() {
        String text =
                "Storm closes the harbour\n\nAnn Lee\n3 January 2020 19:44 GMT\n\nThe harbour was closed at noon.\n\nFerries wait.";
        PlainTextReader reader = new PlainTextReader();
        Reading expected = reader.read(text, RECEIVED);

        assertThat(reader.read(text.replace("\n", "\r\n"), RECEIVED)).isEqualTo(expected);
        assertThat(reader.read(text.replace("\n", "\r"), RECEIVED)).isEqualTo(expected);
        assertThat(reader.read(text.replace("\n", "\u2028"), RECEIVED)).isEqualTo(expected);
    }
}
