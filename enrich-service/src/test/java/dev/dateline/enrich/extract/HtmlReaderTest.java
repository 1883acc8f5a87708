package dev.dateline.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    private final HtmlReader reader = new HtmlReader();

    @Test
    void blocksBecomeParagraphsAndInlineElementsDoNot() {
        String html =
                "<p>The <b>storm</b> is<script>evil()</script> over.</p><div>It was<br>long.<br><br>Very.</div>tail<ul><li>one<li>two</ul>";

        assertThat(reader.readBody(html).paragraphs())
                .containsExactly("The storm is over.", "It was\nlong.", "Very.", "tail", "one", "two");
    }

    @Test
    void entitiesAreTextAndNeverMarkup() {
        assertThat(reader.readBody("<p>1 &lt; 2 &amp; &lt;script&gt;alert(1)&lt;/script&gt;&nbsp;&#8217;</p>")
                        .paragraphs())
                .containsExactly("1 < 2 & <script>alert(1)</script> ’");
    }

    @Test
    void whatIsHiddenOrAroundTheTextGoes() {
        String html =
                """
                <nav>Menu</nav><p hidden>no</p><p style="color:red; Display : NONE">no</p><p aria-hidden="true">no</p>
                <figure><img><figcaption>no</figcaption></figure><form><p>no</p></form><iframe>no</iframe><template>no</template>
                <p>yes</p><aside>no</aside><footer>no</footer><noscript>no</noscript><style>no</style>""";

        assertThat(reader.readBody(html).paragraphs()).containsExactly("yes");
    }

    @Test
    void aFormAroundTheWholePageStays() {
        String html =
                "<body><form><p>The whole of this page sits in a form, as some systems make it.</p></form></body>";

        assertThat(reader.readPage(html).paragraphs())
                .containsExactly("The whole of this page sits in a form, as some systems make it.");
    }

    @Test
    void thePagesArticleIsPreferredWhenItHoldsMostOfTheText() {
        String page =
                """
                <html><head><title>Storm over Oslo | The Courier</title><meta property="og:title" content="Storm"></head><body>
                <div>Weather today: rain</div><article><h1>Storm over Oslo</h1><p>The storm came at noon and stayed for tea.</p>
                <p>Nobody was hurt, and the ferries ran on time again by six in the evening.</p></article><div>Most read: cats</div></body></html>""";

        HtmlReader.Found found = reader.readPage(page);

        assertThat(found.title()).isEqualTo("Storm over Oslo");
        assertThat(found.paragraphs())
                .containsExactly(
                        "The storm came at noon and stayed for tea.",
                        "Nobody was hurt, and the ferries ran on time again by six in the evening.");
    }

    @Test
    void aSmallArticleElementIsNotThePage() {
        String page =
                "<body><article>Teaser</article><p>The text of this page is outside of its article element.</p></body>";

        assertThat(reader.readPage(page).paragraphs())
                .containsExactly("Teaser", "The text of this page is outside of its article element.");
    }

    @Test
    void theTitleFallsBackToWhatThePageCallsItself() {
        String two = "<h1>Logo</h1><h1>Storm</h1><p>text</p>";

        assertThat(reader.readPage("<title>T</title><meta property='og:title' content='O &amp; P'>" + two)
                        .title())
                .isEqualTo("O & P");
        assertThat(reader.readPage("<title> T </title>" + two).title()).isEqualTo("T");
        assertThat(reader.readPage("<p>text</p>").title()).isNull();
    }

    @Test
    void depthAndSizeDoNoHarm() {
        String deep = "<div>".repeat(100_000) + "bottom";
        String wide = "<p>word</p>".repeat(50_000);

        assertThat(String.join("", reader.readPage(deep).paragraphs())).isEqualTo("bottom");
        assertThat(reader.readBody(wide).paragraphs()).hasSize(50_000);
        assertThat(reader.readPage("<form>".repeat(20_000) + "<b>".repeat(20_000) + "x")
                        .paragraphs())
                .isNotNull();
    }
}
