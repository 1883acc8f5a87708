package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Dateline;
import dev.dateline.common.model.FieldSource;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.outcome.Failure;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.outcome.Reason;
import dev.dateline.enrich.article.Article;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractArticleTest {
    private static final Instant RECEIVED = Instant.parse("2020-01-05T09:00:00Z");
    private static final String PASTED =
            """
            Storm closes the harbour

            Ann Lee
            3 January 2020 19:44 GMT

            OSLO, Jan 3 (Reuters) - The harbour was closed at noon.

            Ferries wait outside.
            """;

    private final ExtractArticle extract = new ExtractArticle();

    private static RawArticleBuilder raw() {
        return RawArticleBuilder.builder().articleId("id").sourceId("desk").receivedAt(RECEIVED);
    }

    private static RawArticleBuilder pasted(String text) {
        return raw().mediaType("text/plain").bodyText(text);
    }

    private static RawArticleBuilder json(String text) {
        return raw().mediaType("application/json").bodyText(text);
    }

    private Article done(RawArticleBuilder raw) {
        Outcome<Article> outcome = extract.apply(raw.build());
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Article>) outcome).value();
    }

    private Failure failed(RawArticleBuilder raw) {
        Outcome<Article> outcome = extract.apply(raw.build());
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<Article>) outcome).failure();
    }

    @Test
    void pastedTextTellsWhatTheProducerDoesNot() {
        Article article = done(pasted(PASTED));

        assertThat(article.title()).isEqualTo("Storm closes the harbour");
        assertThat(article.authors()).containsExactly("Ann Lee");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2020-01-03T19:44:00Z"));
        assertThat(article.publishedFrom()).isEqualTo(FieldSource.TEXT);
        assertThat(article.agency()).isEqualTo("Reuters");
        assertThat(article.dateline()).isEqualTo(new Dateline("OSLO", "2020-01-03"));
        assertThat(article.bodyText())
                .isEqualTo("OSLO, Jan 3 (Reuters) - The harbour was closed at noon.\n\nFerries wait outside.");
    }

    @Test
    void theProducersFieldsWin() {
        Instant published = Instant.parse("2019-01-03T12:00:00Z");
        Article article = done(pasted(PASTED)
                .title(" Harbour\nclosed ")
                .subtitle("Storm")
                .authors(List.of(" Bo  Berg ", "", "Bo Berg"))
                .publishedAt(published)
                .agency("dpa")
                .section("Local")
                .language("en")
                .url("https://example.org/1"));

        assertThat(article.title()).isEqualTo("Harbour closed");
        assertThat(article.subtitle()).isEqualTo("Storm");
        assertThat(article.authors()).containsExactly("Bo Berg");
        assertThat(article.publishedAt()).isEqualTo(published);
        assertThat(article.publishedFrom()).isEqualTo(FieldSource.FEED);
        assertThat(article.agency()).isEqualTo("dpa");
        assertThat(article.dateline().date()).isEqualTo("2019-01-03");
        assertThat(article.section()).isEqualTo("Local");
        assertThat(article.languageHint()).isEqualTo("en");
        assertThat(article.url()).isEqualTo("https://example.org/1");
    }

    @Test
    void aFirstLineTakenForTheTitleByItsShapeIsNotLost() {
        Article article = done(pasted("Shares in the harbour company\n\nfell by a third on Friday.")
                .title("Shares fall"));

        assertThat(article.bodyText()).isEqualTo("Shares in the harbour company\n\nfell by a third on Friday.");
    }

    @Test
    void withoutAnyTimeItIsTheTimeOfReceipt() {
        Article article = done(json("The harbour was closed."));

        assertThat(article.publishedAt()).isEqualTo(RECEIVED);
        assertThat(article.publishedFrom()).isEqualTo(FieldSource.RECEIVED);
        assertThat(article.authors()).isEmpty();
    }

    @Test
    void withoutATitleItIsTheFirstSentenceOrWords() {
        assertThat(done(json("The harbour was closed at noon. Ferries wait.")).title())
                .isEqualTo("The harbour was closed at noon.");
        String words = "word ".repeat(40).strip();
        assertThat(done(json(words)).title())
                .hasSizeLessThanOrEqualTo(120)
                .doesNotEndWith(" ")
                .startsWith("word");
        assertThat(done(json("𠀀".repeat(100))).title()).isEqualTo("𠀀".repeat(60));
        assertThat(done(json("字".repeat(500))).title()).hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void aStructuredBodyStaysAsItIs() {
        String body = "Read more: is what he wrote.\r\n\r\nLine one\r\nline two\r\n\r\n\r\nThe end";

        assertThat(done(json(body)).bodyText())
                .isEqualTo("Read more: is what he wrote.\n\nLine one\nline two\n\nThe end");
    }

    @Test
    void singleLineBreaksPartParagraphsWhenThereIsNoEmptyLine() {
        assertThat(done(json("One.\nTwo.\nThree.")).bodyText()).isEqualTo("One.\n\nTwo.\n\nThree.");
    }

    @Test
    void sureBoilerplateAtItsEndGoesFromAStructuredBodyToo() {
        Article article = done(json(
                "The harbour was closed.\n\nNames\n\nAdditional reporting by Reuters\n\nSign up for our newsletter"));

        assertThat(article.bodyText()).isEqualTo("The harbour was closed.\n\nNames");
        assertThat(article.agency()).isEqualTo("Reuters");
    }

    @Test
    void htmlIsReadToo() {
        Article body =
                done(raw().mediaType("application/rss+xml").bodyHtml("<p>OSLO (AP) — The harbour was closed.</p>"));
        Article page = done(raw().mediaType("text/html").pageHtml("<h1>Storm</h1><p>The harbour was closed.</p>"));

        assertThat(body.bodyText()).isEqualTo("OSLO (AP) — The harbour was closed.");
        assertThat(body.agency()).isEqualTo("AP");
        assertThat(page.title()).isEqualTo("Storm");
        assertThat(page.bodyText()).isEqualTo("The harbour was closed.");
    }

    @Test
    void aBlankTextFieldGivesWayToHtml() {
        assertThat(done(raw().bodyText(" ").bodyHtml("<p>text</p>")).bodyText()).isEqualTo("text");
    }

    @Test
    void missingFieldsAreNamed() {
        assertThat(failed(json("text").articleId(" ")))
                .isEqualTo(new Failure(Reason.MISSING_FIELD, "article_id is missing"));
        assertThat(failed(json("text").sourceId(null)))
                .isEqualTo(new Failure(Reason.MISSING_FIELD, "source_id is missing"));
        assertThat(failed(json("text").receivedAt(null)))
                .isEqualTo(new Failure(Reason.MISSING_FIELD, "received_at is missing"));
        assertThat(failed(raw()))
                .isEqualTo(new Failure(Reason.MISSING_FIELD, "one of body_text, body_html and page_html is needed"));
    }

    @Test
    void aBodyWithoutWordsSaysWhatWasReceived() {
        assertThat(failed(json(" \n "))).isEqualTo(new Failure(Reason.NO_TEXT, "body_text is empty"));
        assertThat(failed(json("…\u0000—")))
                .isEqualTo(new Failure(Reason.NO_TEXT, "body_text holds no words (3 characters received)"));
        assertThat(failed(raw().bodyHtml("<p><img src=a></p>")))
                .isEqualTo(new Failure(
                        Reason.NO_TEXT, "body_html holds no text outside its tags (18 characters received)"));
        assertThat(failed(raw().pageHtml("<script>var a = 1</script>")).message())
                .startsWith("page_html holds no text");
        assertThat(failed(pasted("Advertisement\n\n***")).reason()).isEqualTo(Reason.NO_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0000-01-01T00:00:00Z", "1599-12-31T23:59:59Z", "2020-01-12T09:00:01Z", "9999-12-31T00:00:00Z"})
    void anImplausibleTimeIsRefusedWithBothTimes(String time) {
        Failure failure = failed(json("text").publishedAt(Instant.parse(time)));

        assertThat(failure.reason()).isEqualTo(Reason.IMPLAUSIBLE_TIME);
        assertThat(failure.message()).contains(Instant.parse(time).toString()).contains(RECEIVED.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1600-01-01T00:00:00Z", "2020-01-12T09:00:00Z"})
    void theBordersOfWhatIsPlausibleAreIn(String time) {
        assertThat(done(json("text").publishedAt(Instant.parse(time))).publishedAt())
                .isEqualTo(Instant.parse(time));
    }

    @Test
    void anImplausibleTimeInTheTextIsIgnored() {
        Article article = done(
                pasted("Storm closes the harbour\nAnn Lee\n3 January 2920 19:44 GMT\nThe harbour was closed at noon."));

        assertThat(article.publishedFrom()).isEqualTo(FieldSource.RECEIVED);
        assertThat(article.bodyText()).isEqualTo("The harbour was closed at noon.");
    }

    @Test
    void anImplausibleChangeIsLeftOut() {
        assertThat(done(json("text").modifiedAt(Instant.MAX)).modifiedAt()).isNull();
        assertThat(done(json("text").modifiedAt(RECEIVED)).modifiedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void theMediaTypeDecidesWhatABodyIs() {
        String text = "Storm closes the harbour\n\nThe harbour was closed at noon.";

        assertThat(done(raw().mediaType("Text/Plain; charset=utf-8").bodyText(text))
                        .title())
                .isEqualTo("Storm closes the harbour");
        RawArticle untyped = raw().bodyText(text).build();
        assertThat(extract.apply(untyped)).isInstanceOfSatisfying(Outcome.Done.class, outcome -> assertThat(
                        ((Article) outcome.value()).bodyText())
                .isEqualTo(text));
    }
}
