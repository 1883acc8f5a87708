package dev.dateline.enrich.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ReadabilityFallbackTest {
    private static final String SENTENCE =
            "The keeper of the tower winds the clock by hand, every Sunday, before the bells. ";

    @Test
    void itFindsTheParagraphsOfAnArticle() {
        String page = "<body><div><p>" + SENTENCE.repeat(4) + "</p><p>" + SENTENCE.repeat(3)
                + "</p></div><div class=footer><a href=a>Imprint</a></div></body>";

        assertThat(ReadabilityFallback.read(Jsoup.parse(page)))
                .containsExactly(SENTENCE.repeat(4).strip(), SENTENCE.repeat(3).strip());
    }

    @Test
    void aPageWithoutAnArticleGivesNothing() {
        assertThat(ReadabilityFallback.read(Jsoup.parse("<body></body>"))).isEmpty();
    }
}
