package dev.dateline.ingest.read.nitf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NitfReaderTest {
    private static Reading read(String xml) {
        Document document = new Document(xml.getBytes(StandardCharsets.UTF_8), MediaType.parse(null), null, null, null);
        return new NitfReader().read(document).get(0);
    }

    private static RawArticle article(String head, String content) {
        Reading reading = read("<nitf><body><body.head>" + head + "</body.head><body.content>" + content
                + "</body.content></body></nitf>");
        return ((Reading.Article) reading).draft();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a <person>b</person> <em>c</em></p> | <p>a b <em>c</em></p>",
                "<p class='x' id='y' lede='true'>a</p> | <p class=\"x\">a</p>",
                "<p>1 &lt; 2 &amp; 3<br/></p> | <p>1 &lt; 2 &amp; 3<br></p>",
                "<a href='x?a&amp;b=\"'>a</a> | <a href=\"x?a&amp;b=&quot;\">a</a>",
                "<media><media-reference source='n'>q</media-reference><media-caption>c</media-caption></media> |"
                        + " <figure><figcaption>c</figcaption></figure>",
                "<table><tr><td>1</td></tr></table> | <table><tr><td>1</td></tr></table>",
                "<bq><block><p>q</p></block><credit>c</credit></bq> |"
                        + " <blockquote><div><p>q</p></div><cite>c</cite></blockquote>",
                "<script>p</script> | p",
                "&lt;p>escaped&lt;/p> | <p>escaped</p>",
            })
    void writesItsTextAsHtml(String content, String html) {
        assertThat(article("", content).bodyHtml()).isEqualTo(html);
    }

    @Test
    void keepsParagraphsThatAreOnlyBlankLines() {
        assertThat(article("", "One\nline & <![CDATA[<]]>\n \n\nTwo".replace("& ", "&amp; "))
                        .bodyHtml())
                .isEqualTo("<p>One\nline &amp; &lt;</p><p>Two</p>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<byline>By <person>A B</person> and <person>C D</person></byline> | A B;C D",
                "<byline>By A B, <byttl>Staff</byttl></byline> | By A B",
                "<byline><byttl>Wire Desk</byttl></byline> | Wire Desk",
                "<byline>A B</byline><byline>C D</byline> | A B;C D",
            })
    void readsBylinesAsPrinted(String head, String authors) {
        assertThat(article(head, "x").authors()).containsExactly(authors.split(";"));
    }

    @Test
    void takesABodyWithoutBodyContent() {
        Reading reading = read("<nitf><body><body.head/><p>x</p><body.end>end</body.end></body></nitf>");

        assertThat(((Reading.Article) reading).draft().bodyHtml()).isEqualTo("<p>x</p>");
    }

    @Test
    void refusesWhatHasNoText() {
        assertThat(read("<nitf/>")).isInstanceOf(Reading.Refused.class);
        assertThat(read("<nitf><body><body.content><p> </p></body.content></body></nitf>"))
                .isInstanceOf(Reading.Refused.class);
        assertThatThrownBy(() -> read("<newsItem/>")).isInstanceOf(ProblemException.class);
    }
}
