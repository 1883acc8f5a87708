package dev.dateline.ingest.read.schemaorg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaOrgReaderTest {
    private static List<Reading> read(String json) {
        return new SchemaOrgReader()
                .read(new Document(
                        json.getBytes(StandardCharsets.UTF_8),
                        MediaType.parse(null),
                        null,
                        null,
                        "https://site.example/news/"));
    }

    private static RawArticle article(String json) {
        return ((Reading.Article) read(json).get(0)).draft();
    }

    private static RawArticle with(String properties) {
        return article("{\"@type\":\"NewsArticle\",\"articleBody\":\"Text\"," + properties + "}");
    }

    @Test
    void findsArticlesWherePagesPutThem() {
        String article = "{\"@type\":\"schema:OpinionNewsArticle\",\"text\":\"Text\"}";

        assertThat(article("{\"@type\":\"WebPage\",\"mainEntity\":" + article + "}")
                        .bodyText())
                .isEqualTo("Text");
        assertThat(article("{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"ListItem\",\"item\":" + article
                                + "}]}")
                        .bodyText())
                .isEqualTo("Text");
        assertThat(read("[[" + article + "]," + article + "]")).hasSize(2);
    }

    @Test
    void anArticleThatIsListedTwiceIsOne() {
        String article = "{\"@id\":\"#a\",\"@type\":\"Article\",\"articleBody\":\"Text\"}";

        assertThat(read("{\"@graph\":[" + article + "," + article + "]}")).hasSize(1);
    }

    @Test
    void readsEachPropertyInAnyOfItsForms() {
        assertThat(with("\"author\":\"A\"").authors()).containsExactly("A");
        assertThat(with("\"author\":{\"name\":[\"A\"],\"@type\":\"Person\"},\"creator\":\"B\"")
                        .authors())
                .containsExactly("A");
        assertThat(with("\"creator\":[{\"name\":\"A\"},{\"name\":{\"@value\":\"B\"}},7,null]")
                        .authors())
                .containsExactly("A", "B", "7");
        assertThat(with("\"image\":{\"contentUrl\":\"pic.jpg\"}").imageUrl())
                .isEqualTo("https://site.example/news/pic.jpg");
        assertThat(with("\"image\":{\"url\":[\"https://x.example/1\"]}").imageUrl())
                .isEqualTo("https://x.example/1");
        assertThat(with("\"inLanguage\":{\"@type\":\"Language\",\"name\":\"German\",\"alternateName\":\"de\"}")
                        .language())
                .isEqualTo("de");
        assertThat(with("\"keywords\":[{\"@type\":\"DefinedTerm\",\"name\":\"a\"},\"b, c\"]")
                        .keywords())
                .containsExactly("a", "b", "c");
    }

    @Test
    void anAddressAsIdentifierIsTheAddress() {
        RawArticle article = with("\"identifier\":\"https://x.example/1\",\"publisher\":\"The X\"");

        assertThat(article.providerId()).isNull();
        assertThat(article.url()).isEqualTo("https://x.example/1");
        assertThat(article.sourceId()).isEqualTo("x.example");
        assertThat(with("\"publisher\":\"The X\"").sourceId()).isEqualTo("the-x");
    }

    @Test
    void resolvesWhatWasEscapedTwice() {
        assertThat(with("\"headline\":\"Bread &amp; salt&apos;s\"").title()).isEqualTo("Bread & salt's");
        assertThat(article("{\"@type\":\"Article\",\"articleBody\":\"1 &lt; 2\"}")
                        .bodyText())
                .isEqualTo("1 < 2");
        assertThat(article("{\"@type\":\"Article\",\"articleBody\":\"<p>1 &lt; 2</p>\"}")
                        .bodyHtml())
                .isEqualTo("<p>1 &lt; 2</p>");
    }

    @Test
    void letsLineBreaksInTextsPass() {
        assertThat(with("\"headline\":\"One\ntwo\"").title()).isEqualTo("One\ntwo");
    }

    @Test
    void refusesAPageWithoutArticlesAndAnArticleWithoutText() {
        assertThatThrownBy(() -> read("{\"@type\":\"WebPage\"}")).isInstanceOf(ProblemException.class);
        assertThat(((Reading.Refused) read("{\"@type\":\"Article\",\"articleBody\":\" \"}")
                                .get(0))
                        .problem()
                        .field())
                .isEqualTo("articleBody");
    }
}
