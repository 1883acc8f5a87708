package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private static Draft draft() {
        return new Draft("test", new Document(new byte[0], MediaType.parse(null), null, null, "https://a.example/x/y"));
    }

    @Test
    void describesWithinTheRulesWhateverIsGiven() {
        RawArticle article = draft().title("t".repeat(5000))
                .subtitle("😀".repeat(3000))
                .summary("half \ud83d a pair")
                .authors(List.of("a\n\tb", "x".repeat(400), "\u0000", "a b"))
                .keywords(Collections.nCopies(500, "k"))
                .keywords(Arrays.asList("one", " "))
                .section("s\u0007s")
                .agency(" ")
                .sourceName("n".repeat(301))
                .sourceDomain("not a domain")
                .language("x-!")
                .language("pt_BR")
                .imageUrl("data:image/png;base64,AAAA")
                .imageUrl("/i mg.png")
                .imageUrl("../pic.jpg")
                .publishedAt(Instant.parse("0001-01-01T00:00:00Z"), NOW)
                .bodyText("body")
                .build();

        ArticleRules.admit(article, "text/plain", NOW, null);
        assertThat(article.title()).hasSize(1000).endsWith("t…");
        assertThat(article.subtitle()).hasSizeLessThanOrEqualTo(2000).endsWith("😀…");
        assertThat(article.summary()).isEqualTo("half  a pair");
        assertThat(article.authors()).hasSize(2).first().isEqualTo("a b");
        assertThat(article.keywords()).containsExactly("k", "one");
        assertThat(article.section()).isEqualTo("s s");
        assertThat(article.agency()).isNull();
        assertThat(article.sourceDomain()).isNull();
        assertThat(article.language()).isEqualTo("pt-BR");
        assertThat(article.imageUrl()).isEqualTo("https://a.example/pic.jpg");
        assertThat(article.publishedAt()).isEqualTo(NOW);
        assertThat(article.sourceId()).isEqualTo("manual");
        assertThat(article.reader()).isEqualTo("test");
    }

    @Test
    void theFirstValueStays() {
        RawArticle article = draft().title(null)
                .title("one")
                .title("two")
                .providerId(" ")
                .providerId(" id ")
                .providerId("other")
                .source(null, "first", "second")
                .bodyText("b")
                .build();

        assertThat(article.title()).isEqualTo("one");
        assertThat(article.providerId()).isEqualTo("id");
        assertThat(article.sourceId()).isEqualTo("first");
    }

    @Test
    void aVersionIsANumberOrATime() {
        assertThat(version("007", NOW)).isEqualTo("7");
        assertThat(version("1.2", NOW)).isEqualTo("2026-06-01T00:00:00.000Z");
        assertThat(version("9".repeat(30), NOW)).isEqualTo("2026-06-01T00:00:00.000Z");
        assertThat(version("٣", null)).isNull();
        assertThat(version(null, null)).isNull();
    }

    private static String version(String number, Instant created) {
        return draft().providerVersion(number, created).bodyText("b").build().providerVersion();
    }

    @Test
    void anEmbargoMovesTheTimeOnlyForward() {
        Instant later = NOW.plusSeconds(60);

        assertThat(draft().publishedAt(NOW).embargoedUntil(later).build().publishedAt())
                .isEqualTo(later);
        assertThat(draft().publishedAt(later).embargoedUntil(NOW).build().publishedAt())
                .isEqualTo(later);
        assertThat(draft().embargoedUntil(NOW).build().publishedAt()).isEqualTo(NOW);
        assertThat(draft().publishedAt(NOW).embargoedUntil(null).build().publishedAt())
                .isEqualTo(NOW);
    }

    @Test
    void aBodyOrIdIsRefusedRatherThanAltered() {
        assertThatThrownBy(() -> draft().bodyText("half \ud83d").build()).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> draft().providerId("\udc00").bodyText("b").build())
                .isInstanceOf(ProblemException.class);
    }
}
