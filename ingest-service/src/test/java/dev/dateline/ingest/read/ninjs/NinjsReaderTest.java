package dev.dateline.ingest.read.ninjs;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsReaderTest {
    private static List<Reading> read(String json) {
        return new NinjsReader()
                .read(new Document(json.getBytes(StandardCharsets.UTF_8), MediaType.parse(null), null, null, null));
    }

    private static RawArticle article(String json) {
        return ((Reading.Article) read(json).get(0)).draft();
    }

    @Test
    void prefersHtmlThenNitfThenText() {
        String text = "{\"contenttype\":\"text/plain\",\"value\":\"plain\"}";
        String nitf = "{\"role\":\"nitf\",\"value\":\"<nitf><body><p>marked</p></body></nitf>\"}";
        String broken = "{\"role\":\"nitf\",\"value\":\"<nitf><body><p>marked\"}";
        String html = "{\"contenttype\":\"application/xhtml+xml\",\"value\":\"<p>html</p>\"}";

        assertThat(bodies(text, nitf, html).bodyHtml()).isEqualTo("<p>html</p>");
        assertThat(bodies(text, nitf).bodyHtml()).isEqualTo("<p>marked</p>");
        assertThat(bodies(broken, text).bodyText()).isEqualTo("plain");
        assertThat(read("{\"uri\":\"x\",\"bodies\":[" + broken + "]}").get(0)).isInstanceOf(Reading.Refused.class);
    }

    private static RawArticle bodies(String... bodies) {
        return article("{\"uri\":\"x\",\"type\":\"text\",\"bodies\":[" + String.join(",", bodies) + "]}");
    }

    @Test
    void anAssociatedStoryIsAnArticleOnlyWhenTheItemHasNone() {
        String inside =
                "\"associations\":{\"a\":{\"uri\":\"inner\",\"body_text\":\"inner text\"},\"p\":{\"type\":\"picture\"}}";

        assertThat(article("{\"uri\":\"outer\",\"body_text\":\"outer text\"," + inside + "}")
                        .providerId())
                .isEqualTo("outer");
        assertThat(article("{\"uri\":\"outer\"," + inside + "}").providerId()).isEqualTo("inner");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uri\":\"x\",\"type\":\"picture\",\"descriptions\":[{\"role\":\"writer\",\"value\":\"jd\"}]}",
                "{\"uri\":\"x\",\"pubStatus\":\"stat:withheld\",\"body_text\":\"text\"}",
                "[7, null]",
                "{}"
            })
    void refusesWhatIsNoStory(String json) {
        assertThat(read(json).get(0)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"type\":\"picture\",\"headline\":\"H\",\"description_text\":\"A caption\" | picture | A caption",
                "\"type\":\"text\",\"descriptions\":[{\"role\":\"caption\",\"value\":\"A caption\"}] | | A caption",
                "\"eventDetails\":{},\"descriptions\":[{\"value\":\"To come\"}] | event | To come",
                "\"type\":\"text\",\"headlines\":[{\"value\":\"Bridge falls\"}] | | Bridge falls",
                "\"type\":\"video\",\"title\":\"Rushes\" | video | Rushes",
            })
    void withoutABodyTheDescriptionOrTheHeadlineIsAllThereIs(String fields, String itemType, String body) {
        RawArticle article = article("{\"uri\":\"x\"," + fields + "}");

        assertThat(article.itemType()).isEqualTo(itemType);
        assertThat(article.bodyText()).isEqualTo(body);
    }

    @Test
    void aPictureIsItsOwnImage() {
        String renditions = "\"renditions\":[{\"href\":\"https://p.example/1.jpg\",\"width\":90}]";

        assertThat(article("{\"uri\":\"x\",\"type\":\"picture\",\"headline\":\"H\"," + renditions + "}")
                        .imageUrl())
                .isEqualTo("https://p.example/1.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"text\"", "null", "[]", "{\"uri\":", "{} {}", "\ufeff\ufeff{}"})
    void saysWhatIsNotADocument(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(ProblemException.class);
    }

    @Test
    void isBoundedInDepth() {
        assertThatThrownBy(() -> read("[".repeat(100_000)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().detail()).contains("beyond"));
    }
}
