package dev.dateline.common.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredParametersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "p",
                "page",
                "pg",
                "article",
                "article_id",
                "articleid",
                "aid",
                "story",
                "storyid",
                "sid",
                "cid",
                "nid",
                "newsid",
                "doc",
                "item",
                "post",
                "title",
                "slug",
                "date",
                "day",
                "year",
                "ref",
                "referer",
                "src",
                "source",
                "from",
                "mod",
                "m",
                "s",
                "t",
                "v",
                "q",
                "k",
                "lang",
                "edition",
                "section",
                "cat",
                "print",
                "amp",
                "view",
                "format",
                "output",
                "mode"
            })
    void whatMayNameAnArticleIsKept(String name) {
        assertThat(IgnoredParameters.ignores(name, "4711")).isFalse();
        assertThat(IgnoredParameters.ignores(name.toUpperCase(Locale.ROOT), "story"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"utm_anything,x", "FBCLID,x", "print,YES", "amp,", "view,Print", "ASPSESSIONIDABC,x"})
    void whatIsOnTheListIsIgnored(String name, String value) {
        assertThat(IgnoredParameters.ignores(name, value == null ? "" : value)).isTrue();
    }

    @Test
    void theListIsInOneForm() {
        List<String> entries = IgnoredParameters.entries();

        assertThat(entries)
                .doesNotHaveDuplicates()
                .allMatch(entry -> entry.matches("[a-z0-9._]+(\\*|=([a-z]+|<flag>))?"));
        assertThat(entries.stream().filter(entry -> entry.endsWith("*")))
                .as("a prefix this short would take others' parameters")
                .allMatch(entry -> entry.length() > 4);
    }
}
