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
    void aFormAroundMostOfTheTextStays() {
        String html =
                "<body><form><p>The whole of this page sits in a form, as some systems make it.</p></form></body>";

        assertThat(reader.readBody(html).paragraphs())
                .containsExactly("The whole of this page sits in a form, as some systems make it.");
    }

    @Test
    void depthAndSizeDoNoHarm() {
        String deep = "<div>".repeat(100_000) + "bottom";
        String wide = "<p>word</p>".repeat(50_000);

        assertThat(String.join("", reader.readBody(deep).paragraphs())).isEqualTo("bottom");
        assertThat(reader.readBody(wide).paragraphs()).hasSize(50_000);
        assertThat(reader.readBody("<form>".repeat(20_000) + "<b>".repeat(20_000) + "x")
                        .paragraphs())
                .isNotNull();
    }
}
