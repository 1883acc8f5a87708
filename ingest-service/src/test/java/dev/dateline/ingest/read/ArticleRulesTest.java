package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.ArticleId;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");

    @Test
    void stampsAndKeepsTheRest() {
        RawArticle admitted = admit(sample().title("  Ferry returns ").build());

        assertThat(admitted.receivedAt()).isEqualTo(Instant.parse("2026-11-22T10:00:00.123Z"));
        assertThat(admitted.mediaType()).isEqualTo("application/json");
        assertThat(admitted.title()).isEqualTo("  Ferry returns ");
        assertThat(admitted.bodyText()).isEqualTo("It sails.");
    }

    @Test
    void theStrongestNameIdentifies() {
        RawArticle both =
                admit(sample().providerId("p").url("https://a.example/1").build());
        RawArticle urlOnly = admit(sample().url("HTTPS://A.example:443/1#top").build());
        RawArticle nameless = admit(sample().title("t").build());

        assertThat(both.articleId()).isEqualTo(ArticleId.ofProvider("desk", "p"));
        assertThat(urlOnly.articleId()).isEqualTo(ArticleId.ofUrl("https://a.example/1"));
        assertThat(urlOnly.url()).isEqualTo("HTTPS://A.example:443/1#top");
        assertThat(nameless.articleId()).isEqualTo(ArticleId.ofContent("desk", "t\nIt sails."));
    }

    @Test
    void aRetryKeyNamesOnlyWhatHasNoName() {
        RawArticle nameless = ArticleRules.admit(sample().build(), "text/plain", NOW, "key-1");
        RawArticle mended =
                ArticleRules.admit(sample().bodyText("It sails again.").build(), "text/plain", NOW, "key-1");
        RawArticle named =
                ArticleRules.admit(sample().url("https://a.example/1").build(), "text/plain", NOW, "key-1");

        assertThat(nameless.providerId()).isEqualTo("key-1");
        assertThat(mended.articleId()).isEqualTo(nameless.articleId());
        assertThat(named.providerId()).isNull();
        assertThat(named.articleId()).isEqualTo(ArticleId.ofUrl("https://a.example/1"));
    }

    @Test
    void spellingsOfAnAddressAreOneArticle() {
        RawArticle shared =
                admit(sample().url("http://www.a.example/1/?utm_source=x").build());

        assertThat(shared.articleId())
                .isEqualTo(admit(sample().url("https://a.example/1").build()).articleId());
        assertThat(shared.url()).isEqualTo("http://www.a.example/1/?utm_source=x");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    https://a.example,              true
                    HTTP://U:p@a.example:80/B?c#d,  true
                    https://[2001:DB8::1]:443/x,    true
                    https://a.example/a|b?c[]=d,    true
                    https://a.example/a|b?c[]=d e,  false
                    ftp://a.example/,               false
                    //a.example/,                   false
                    /a,                             false
                    https://,                       false
                    https://:80/,                   false
                    javascript:alert(1),            false
                    """)
    void addressesAreAbsolute(String url, boolean valid) {
        assertThat(WebAddress.isValid(url)).isEqualTo(valid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1600-01-01T00:00:00Z", "2026-11-29T10:00:00Z", "1905-06-30T12:00:00Z"})
    void plausibleTimesPass(String time) {
        assertThat(admit(sample().publishedAt(Instant.parse(time)).build()).publishedAt())
                .isEqualTo(Instant.parse(time));
    }

    static List<Arguments> wrong() {
        return List.of(
                wrong("no source", "source_id", a -> a.sourceId(null)),
                wrong("source in capitals", "source_id", a -> a.sourceId("Desk")),
                wrong("source of 65", "source_id", a -> a.sourceId("d".repeat(65))),
                wrong("source with dot first", "source_id", a -> a.sourceId(".desk")),
                wrong("empty provider id", "provider_id", a -> a.providerId("")),
                wrong("blank provider id", "provider_id", a -> a.providerId("  ")),
                wrong("long provider id", "provider_id", a -> a.providerId("p".repeat(513))),
                wrong("provider id of two lines", "provider_id", a -> a.providerId("p\nq")),
                wrong("relative url", "url", a -> a.url("/a")),
                wrong("empty url", "url", a -> a.url("")),
                wrong("long url", "url", a -> a.url("https://a.example/" + "a".repeat(2048))),
                wrong("url with a line break", "url", a -> a.url("https://a.example/\n")),
                wrong("script as image", "image_url", a -> a.imageUrl("javascript:alert(1)")),
                wrong("domain with a path", "source_domain", a -> a.sourceDomain("a.example/b")),
                wrong("long title", "title", a -> a.title("t".repeat(1001))),
                wrong("long subtitle", "subtitle", a -> a.subtitle("t".repeat(2001))),
                wrong("long author", "authors[1]", a -> a.authors(List.of("a", "b".repeat(301)))),
                wrong("keyword of two lines", "keywords[0]", a -> a.keywords(List.of("a\r\nb"))),
                wrong("section with a bell", "section", a -> a.section("a\u0007")),
                wrong("language in words", "language", a -> a.language("english please")),
                wrong("empty language", "language", a -> a.language("")),
                wrong("year 0", "published_at", a -> a.publishedAt(Instant.parse("0000-01-01T00:00:00Z"))),
                wrong("year 9999", "published_at", a -> a.publishedAt(Instant.parse("9999-12-31T23:59:59Z"))),
                wrong("the first instant", "published_at", a -> a.publishedAt(Instant.MIN)),
                wrong("the last instant", "modified_at", a -> a.modifiedAt(Instant.MAX)),
                wrong("8 days ahead", "modified_at", a -> a.modifiedAt(Instant.parse("2026-11-30T10:00:00Z"))),
                wrong("no body", "body_text", a -> a.bodyText(null)),
                wrong("two bodies", "body_text", a -> a.bodyHtml("<p>a</p>")),
                wrong("blank body", "body_text", a -> a.bodyText(" \t\r\n\u00a0\u3000\u200b\ufeff\u0000")),
                wrong("blank html", "body_html", a -> a.bodyText(null).bodyHtml(" ")),
                wrong("empty page", "page_html", a -> a.bodyText(null).pageHtml("")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhichFieldIsWrong(String field, UnaryOperator<RawArticleBuilder> change) {
        RawArticle draft = change.apply(sample()).build();

        Problem problem =
                catchThrowableOfType(ProblemException.class, () -> admit(draft)).problem();

        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.detail()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "zh-Hant-TW", "sr-Latn", "und", "de-CH-1996"})
    void languageTagsPass(String tag) {
        assertThat(admit(sample().language(tag).build()).language()).isEqualTo(tag);
    }

    @Test
    void punctuationIsText() {
        assertThat(admit(sample().bodyText("\u2014!").build()).bodyText()).isEqualTo("\u2014!");
    }

    private static Arguments wrong(String what, String field, UnaryOperator<RawArticleBuilder> change) {
        return Arguments.of(field, Named.of(what, change));
    }

    private static RawArticleBuilder sample() {
        return RawArticleBuilder.builder().sourceId("desk").bodyText("It sails.");
    }

    private static RawArticle admit(RawArticle draft) {
        return ArticleRules.admit(draft, "application/json", NOW, null);
    }
}
