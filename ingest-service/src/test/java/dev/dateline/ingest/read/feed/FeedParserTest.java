package dev.dateline.ingest.read.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.MediaType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    private static final String ADDRESS = "https://harbour.example/feeds/all";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rss-2.0.xml",
                "rss-1.0.xml",
                "rss-0.91.xml",
                "atom-1.0.xml",
                "atom-0.3.xml",
                "cdf.xml",
                "json-feed-1.1.json",
                "ill-formed.rss"
            })
    void readsEveryDialect(String sample) throws IOException {
        Golden.matches(sample, FeedParser.parse(Golden.sample(sample), MediaType.parse(null), ADDRESS));
    }

    @Test
    void aGuidIsALinkUnlessItSaysOtherwise() {
        assertThat(item("<guid>https://a.example/1</guid>").link()).isEqualTo("https://a.example/1");
        assertThat(item("<guid isPermaLink='true'>https://a.example/1</guid>").link())
                .isEqualTo("https://a.example/1");
        assertThat(item("<guid isPermaLink='FALSE'>https://a.example/1</guid>").link())
                .isNull();
        assertThat(item("<guid>17</guid>").link()).isNull();
        assertThat(item("<guid>https://a.example/1</guid><link>https://a.example/2</link>"))
                .returns("https://a.example/2", FeedItem::link)
                .returns("https://a.example/1", FeedItem::id);
    }

    @Test
    void relativeLinksFollowTheNearestBase() {
        assertThat(item("<link>../x?y=1</link>").link()).isEqualTo("https://harbour.example/x?y=1");
        assertThat(item("<link>?page=2</link>").link()).isEqualTo("https://harbour.example/feeds/all?page=2");
        assertThat(item("<link xml:base='http://other.example/a/'>b</link>").link())
                .isEqualTo("http://other.example/a/b");
        assertThat(item("<link xml:base='javascript:alert(1)'>b</link>").link())
                .isEqualTo("https://harbour.example/feeds/b");
        assertThat(item("<description>&lt;a href='x'>&lt;/a>&lt;a href='#n'>1&lt;/a></description>")
                        .summary()
                        .value())
                .contains("href=\"https://harbour.example/feeds/x\"", "href=\"#n\"");
    }

    @Test
    void htmlWithoutRelativeLinksStaysToTheLetter() {
        assertThat(
                        item("<description><![CDATA[<P>One<br/>two &amp; <A HREF='https://a.example/'>3</A>]]></description>")
                                .summary())
                .isEqualTo(FeedText.html("<P>One<br/>two &amp; <A HREF='https://a.example/'>3</A>"));
    }

    @Test
    void prefixesMeanWhatTheyAreDeclaredAs() {
        String feed = "<rss xmlns:x='http://purl.org/dc/elements/1.1/' xmlns:dc='urn:other'><channel><item>"
                + "<x:creator>Right</x:creator><dc:title>declared as something else</dc:title></item></channel></rss>";
        assertThat(parse(feed).items().get(0).authors()).containsExactly(new FeedPerson("Right", null, null));
        assertThat(item("<dc:creator>Undeclared</dc:creator>").authors())
                .containsExactly(new FeedPerson("Undeclared", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Byron|Ada Byron|",
                "ada@x.example|  |ada@x.example",
                "ada@x.example (Ada Byron)|Ada Byron|ada@x.example",
                "Ada Byron (ada@x.example)|Ada Byron|ada@x.example",
                "Ada Byron &lt;mailto:ada@x.example>|Ada Byron|ada@x.example",
                "'&lt;b>Ada&lt;/b> &amp;amp; Co'|Ada & Co|"
            })
    void personsHaveNamesAndAddresses(String text, String name, String email) {
        assertThat(item("<author>" + text + "</author>").authors())
                .containsExactly(new FeedPerson(name == null || name.isBlank() ? null : name, email, null));
    }

    @Test
    void anItemThatTheDocumentCutsOffIsMarked() {
        String whole = new String(Golden.sample("rss-2.0.xml"), StandardCharsets.UTF_8);
        Feed cut = parse(whole.substring(0, whole.indexOf("safer than")));
        assertThat(cut.items()).extracting(FeedItem::cutOff).containsExactly(false, true);
        Feed afterItem = parse(whole.substring(0, whole.lastIndexOf("</channel>")));
        assertThat(afterItem.items()).extracting(FeedItem::cutOff).containsExactly(false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "hello",
                "<html><body>Not found</body></html>",
                "{\"title\": 1}",
                "{\"version\":",
                "<!-- only -->",
                "<newsItem/>",
                "[1]",
                "\0\0\0\0"
            })
    void whatIsNoFeedIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageMatching("(?s).{20,200}");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, , utf-8",
        "UTF-8, , iso-8859-1x",
        "windows-1251, , windows-1251",
        "windows-1251, windows-1251, utf-8",
        "UTF-8, us-ascii, utf-8",
        "UTF-16LE, , utf-16",
        "UTF-16BE, , utf-8",
        "GB18030, , gb2312",
        "UTF-8, , utf-16",
        "UTF-32BE, , utf-32",
        "KOI8-R, koi8-r, koi8-r"
    })
    void theCharsetIsFound(String written, String announced, String declared) {
        String title = "Порт и море";
        String feed = "<?xml version='1.0' encoding='" + declared + "'?><rss><channel><title>" + title
                + "</title></channel></rss>";
        MediaType type = MediaType.parse("text/xml" + (announced == null ? "" : "; charset=" + announced));
        assertThat(FeedParser.parse(feed.getBytes(Charset.forName(written)), type, null)
                        .title()
                        .value())
                .isEqualTo(title);
    }

    @Test
    void aBrokenByteCostsItselfOnly() {
        byte[] feed = "<rss><channel><title>Порт и море?</title></channel></rss>".getBytes(StandardCharsets.UTF_8);
        feed[new String(feed, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xC3;
        assertThat(FeedParser.parse(feed, MediaType.parse(null), null).title().value())
                .isEqualTo("Порт и море\uFFFD");
    }

    @Test
    void whatAServerSaysBeforeTheFeedIsPassedOver() {
        String feed =
                "<br />\n<b>Warning</b>: out of memory in <b>feed</b><br />\n<?xml version='1.0'?><rss><channel><title>Here</title>";
        assertThat(parse(feed).title().value()).isEqualTo("Here");
    }

    @Test
    void htmlThatWasNotEscapedIsHtml() {
        assertThat(
                        item("<description>See <A HREF='x'>this</A><br>and <x:b xmlns:x='http://www.w3.org/1999/xhtml'>that</x:b>"
                                        + "<![CDATA[ <>]]></description>")
                                .summary())
                .isEqualTo(FeedText.html(
                        "See <a href=\"https://harbour.example/feeds/x\">this</a><br>and <b>that</b> &lt;&gt;"));
    }

    @Test
    void anEntryAloneIsAFeedOfOne() {
        String entry = "<entry xmlns='http://www.w3.org/2005/Atom'><id>urn:x</id><title>Alone</title></entry>";
        assertThat(parse(entry).items()).extracting(FeedItem::id).containsExactly("urn:x");
    }

    @Test
    void languagesAreTags() {
        assertThat(item("<dc:language>pt_BR</dc:language>").language()).isEqualTo("pt-BR");
        assertThat(item("<dc:language>English, mostly</dc:language>").language())
                .isNull();
    }

    @Test
    void mailAddressesAloneAreAuthorsOnlyWhenNobodyIsNamed() {
        List<FeedPerson> authors = item("<author>noreply@x.example</author><dc:creator>Jo</dc:creator>")
                .authors();
        assertThat(authors).containsExactly(new FeedPerson("Jo", null, null));
    }

    private static FeedItem item(String inside) {
        return parse("<rss version='2.0'><channel><item>" + inside + "</item></channel></rss>")
                .items()
                .get(0);
    }

    private static Feed parse(String text) {
        return FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(null), ADDRESS);
    }
}
