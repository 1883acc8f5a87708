package dev.dateline.ingest.read.feed.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a <b>b</b>|true",
                "AT&amp;T|true",
                "&#8211;|true",
                "2 < 3 and 4 > 3|false",
                "AT&T; or not|false",
                "the <made-up> tag|false",
                "Q&A|false"
            })
    void htmlShowsByTagsAndReferencesThatItKnows(String text, boolean expected) {
        assertThat(Markup.isLikely(text)).isEqualTo(expected);
    }

    @Test
    void whatRunsIsTakenOut() {
        assertThat(Markup.safe(
                        "<p onclick='x()'>a<script>b</script><iframe src='c'></iframe><a href='javascript:d'>e</a>"
                                + "<img src='https://f.example/g.png' onerror='h'><style>i</style><blink>j</blink>"))
                .isEqualTo("<p>a<a>e</a><img src=\"https://f.example/g.png\">j</p>");
    }

    @Test
    void aLineHasNoBreaks() {
        assertThat(Markup.plain("<p>One</p>\n<p>two &amp; <script>x</script>three\u0000</p>"))
                .isEqualTo("One two & three");
        assertThat(Markup.line(" a\n\t\u00A0b\u0085 ")).isEqualTo("a b");
    }
}
