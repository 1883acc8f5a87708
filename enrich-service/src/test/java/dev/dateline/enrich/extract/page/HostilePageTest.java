package dev.dateline.enrich.extract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that are made to hurt, or are no pages: read without an exception, and without more than their length in work. */
class HostilePageTest {
    private static final Instant RECEIVED = Instant.parse("2026-01-15T12:00:00Z");
    /** Hundreds of times what these take, and far less than anything quadratic would. */
    private static final Duration MOST = Duration.ofSeconds(30);

    private final PageReader reader = new PageReader();

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("no markup", "just some words"),
                Arguments.of("no body", "<html><head><title>t</title></head></html>"),
                Arguments.of("a frameset", "<html><frameset><frame src=a></frameset></html>"),
                Arguments.of("null characters", "\u0000<p>\u0000a\u0000</p>\uD800"),
                Arguments.of("deep boxes", "<div>".repeat(100_000) + "bottom"),
                Arguments.of("deep inline elements", "<b><i>".repeat(50_000) + "bottom"),
                Arguments.of("deep bylines", "<div class=byline>".repeat(20_000) + "By Jane Doe"),
                Arguments.of("deep hidden boxes", "<div hidden><p>text</p>".repeat(20_000)),
                Arguments.of("deep lists", "<ul><li>item ".repeat(20_000)),
                Arguments.of("deep tables", "<table><tr><td>cell ".repeat(10_000)),
                Arguments.of("many times", "<time datetime=2020-01-01>x</time>".repeat(50_000)),
                Arguments.of("many headings", "<h1>Head</h1>".repeat(50_000)),
                Arguments.of("many bodies", "<div class=article-body><p>Some words of text.</p></div>".repeat(20_000)),
                Arguments.of(
                        "a page for the fallback",
                        "<div class=article-body><h1>a</h1></div>" + "<div>".repeat(30_000)
                                + "<table><tr><td><a href=a>" + "link ".repeat(200) + "</a>" + "text, ".repeat(100)),
                Arguments.of("many metas", "<meta name=date content=2020-01-01>".repeat(50_000)),
                Arguments.of("a long class", "<p class='" + "related ".repeat(200_000) + "'>text</p>"),
                Arguments.of("a long attribute", "<meta name=author content='" + "By ".repeat(500_000) + "'>"),
                Arguments.of("a long title", "<title>" + " | a - ".repeat(200_000) + "</title><h1>a</h1>"),
                Arguments.of("a long line of digits", "<h1>h</h1><p>" + "1.1.".repeat(300_000) + "</p>"),
                Arguments.of("an open script", "<script type=application/ld+json>{\"a\":".repeat(1000)),
                Arguments.of("deep data", data("[".repeat(500_000))),
                Arguments.of("wide data", data("[" + "{\"@type\":\"NewsArticle\"},".repeat(50_000) + "{}]")),
                Arguments.of(
                        "references in a circle",
                        data("{\"@type\":\"NewsArticle\",\"@id\":\"a\",\"author\":{\"@id\":\"a\"}}")),
                Arguments.of(
                        "data of other types",
                        data("{\"@type\":[],\"headline\":{\"a\":[]},\"author\":5,\"image\":[[]]}")),
                Arguments.of(
                        "a broken address",
                        "<link rel=canonical href='http://[bad'><meta property=og:image content=':::'>"));
    }

    private static String data(String json) {
        return "<script type=\"application/ld+json\">" + json + "</script><p>text</p>";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void whateverThePageHoldsItIsRead(String name, String html) {
        Assertions.assertTimeoutPreemptively(
                MOST,
                () -> assertThat(reader.read(html, "http://[bad", RECEIVED)).isNotNull(),
                name);
    }

    @Test
    void damagedPagesAreReadToo() {
        String page =
                """
                <html lang=en><head><title>A - B</title><script type="application/ld+json">{"@type":"Article","datePublished":
                "2020-02-30"}</script></head><body><article class="post"><h1>A</h1><time datetime="2020-13-45">x</time>
                <p>Some text of a page, long enough to be taken for prose by every rule.</p></article></body></html>""";
        Random random = new Random(7);
        List<String> splinters =
                List.of("<", ">", "\"", "<!--", "<div", "</", "&#", "{", "\u0000", "<script>", "2020-");
        for (int i = 0; i < 2000; i++) {
            StringBuilder damaged = new StringBuilder(page);
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                int at = random.nextInt(damaged.length());
                damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(9)));
                damaged.insert(at, splinters.get(random.nextInt(splinters.size())));
            }
            assertThatCode(() -> reader.read(damaged.toString(), null, RECEIVED))
                    .doesNotThrowAnyException();
        }
    }
}
