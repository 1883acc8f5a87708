package dev.dateline.ingest.read.newsml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsMlTest {
    private static final String NITF = "<nitf><body><body.content><p>One &amp; two.</p></body.content></body></nitf>";

    private static List<Reading> read(FormatReader reader, String xml) {
        return reader.read(new Document(xml.getBytes(StandardCharsets.UTF_8), MediaType.parse(null), null, null, null));
    }

    private static RawArticle article(FormatReader reader, String xml) {
        Reading only = read(reader, xml).get(0);
        assertThat(only).isInstanceOf(Reading.Article.class);
        return ((Reading.Article) only).draft();
    }

    private static String refusal(FormatReader reader, String xml) {
        Reading only = read(reader, xml).get(0);
        assertThat(only).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) only).problem().detail();
    }

    private static String g2(String meta, String content) {
        return "<newsItem guid='g'><itemMeta><itemClass qcode='ninat:text'/>" + meta + "</itemMeta><contentSet>"
                + content + "</contentSet></newsItem>";
    }

    @Test
    void readsNitfThatIsEscapedInAnEnvelope() {
        String escaped = "<inlineData contenttype='application/nitf+xml'><![CDATA[" + NITF + "]]></inlineData>";

        assertThat(article(new NewsMlG2Reader(), g2("", escaped)).bodyHtml()).isEqualTo("<p>One &amp; two.</p>");
    }

    @Test
    void readsEscapedHtmlAndBrokenNitfAsHtml() {
        String html = "<inlineData contenttype='text/html'>&lt;p>One&lt;br>two</inlineData>";
        String broken = "<inlineData><![CDATA[<nitf><p>One</nitf>]]></inlineData>";

        assertThat(article(new NewsMlG2Reader(), g2("", html)).bodyHtml()).isEqualTo("<p>One<br>two");
        assertThat(article(new NewsMlG2Reader(), g2("", broken)).bodyHtml()).isEqualTo("<nitf><p>One</nitf>");
    }

    @Test
    void takesTheFirstContentWithText() {
        String content =
                "<inlineXML/><remoteContent href='http://a.example/x'/><inlineXML><sports-content><t>1</t></sports-content>"
                        + "</inlineXML><inlineData>Text</inlineData><inlineData>Other</inlineData>";

        assertThat(article(new NewsMlG2Reader(), g2("", content)).bodyText()).isEqualTo("Text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<pubStatus qcode='stat:canceled'/> | canceled",
                "<pubStatus qcode='x:WITHHELD'/> | withheld",
                "<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled'/> | canceled",
                "<embargoed/> | embargo",
            })
    void refusesWhatIsNotToBePublished(String meta, String why) {
        assertThat(refusal(new NewsMlG2Reader(), g2(meta, "<inlineData>Text</inlineData>")))
                .contains(why);
    }

    @Test
    void saysWhatIsNotANewsItem() {
        assertThat(refusal(new NewsMlG2Reader(), "<planningItem guid='x'/>")).contains("plan of coverage");
        assertThat(refusal(new NewsMlG2Reader(), "<newsMessage><itemSet><somethingElse/></itemSet></newsMessage>"))
                .contains("somethingElse");
        assertThatThrownBy(() -> read(new NewsMlG2Reader(), "<newsMessage><itemSet/></newsMessage>"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read(new NewsMlG2Reader(), "<rss/>")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read(new NewsMl1Reader(), "<NewsML/>")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read(new NewsMl1Reader(), "<newsItem/>")).isInstanceOf(ProblemException.class);
    }

    @Test
    void namesAnItemWithoutAPublicIdentifierByItsParts() {
        RawArticle article = article(
                new NewsMl1Reader(),
                "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20260504</DateId>"
                        + "<NewsItemId>7</NewsItemId><RevisionId>3</RevisionId></NewsIdentifier></Identification>"
                        + "<NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines><ContentItem><DataContent>"
                        + NITF
                        + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>");

        assertThat(article.providerId()).isEqualTo("urn:newsml:a.example:20260504:7");
        assertThat(article.providerVersion()).isEqualTo("3");
        assertThat(article.title()).isEqualTo("H");
        assertThat(article.bodyHtml()).isEqualTo("<p>One &amp; two.</p>");
    }

    @Test
    void refusesAnItemOfNewsMl1WithoutTextOrToBeWithheld() {
        assertThat(refusal(new NewsMl1Reader(), "<NewsML><NewsItem><NewsComponent/></NewsItem></NewsML>"))
                .contains("no component with text");
        assertThat(
                        refusal(
                                new NewsMl1Reader(),
                                "<NewsML><NewsItem><NewsManagement><Status FormalName='Canceled'/></NewsManagement></NewsItem></NewsML>"))
                .contains("Canceled");
    }
}
