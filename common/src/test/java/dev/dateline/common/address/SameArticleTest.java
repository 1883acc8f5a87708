package dev.dateline.common.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameArticleTest {
    /** What addresses are made of, and what has ever gone wrong in one. */
    private static final List<String> PIECES = List.of(
            "https://",
            "http://",
            "a.example",
            "www.",
            "m.",
            "amp.",
            "cdn.ampproject.org",
            "google.com",
            "l.facebook.com",
            "/c/s/",
            "/amp/s/",
            "/url",
            "?url=",
            "?q=",
            "/l.php?u=",
            ".",
            "..",
            "/",
            "//",
            "/.",
            "/..",
            "/amp",
            "/print",
            "/index.html",
            ".amp",
            ".amp.html",
            "~amp.html",
            ";jsessionid=1",
            ";",
            "?",
            "&",
            "&amp;",
            "=",
            "utm_source=x",
            "id=5",
            "amp=1",
            "view=print",
            "b",
            "%",
            "%4",
            "%41",
            "%25",
            "%2e",
            "%2F",
            "%3f",
            "%c3%a9",
            "%ff",
            "%%",
            "4",
            "1",
            "é",
            "ß",
            "İ",
            "℀",
            "。",
            "\ud83d\ude00",
            "\ud83d",
            "|",
            "\"",
            "[",
            "]",
            "@",
            ":",
            ":80",
            ":8080",
            "#",
            "#!",
            "#/x",
            "xn--",
            "\u03c2",
            "\u2024",
            "\u2488",
            "\u0301",
            "\u212a",
            "xn--a",
            "-",
            "_",
            "~",
            "+",
            "\\",
            "^");

    static Stream<Arguments> forms() throws IOException {
        try (InputStream in = SameArticleTest.class.getResourceAsStream("forms.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(columns -> Arguments.of(columns[0], columns[1].isEmpty() ? columns[0] : columns[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hasOneForm(String url, String form) {
        assertThat(SameArticle.at(url)).isEqualTo(form);
        assertThat(SameArticle.at(form)).as("the form's own form").isEqualTo(form);
    }

    @Test
    void aSecondTimeChangesNothing() {
        Random chance = new Random(20261122);
        for (int i = 0; i < 40_000; i++) {
            StringBuilder url = new StringBuilder(chance.nextInt(4) == 0 ? "" : "https://a.example/");
            for (int pieces = chance.nextInt(14); pieces >= 0; pieces--) {
                url.append(PIECES.get(chance.nextInt(PIECES.size())));
            }
            String form = SameArticle.at(url.toString());

            assertThat(SameArticle.at(form)).as("%s", url).isEqualTo(form);
        }
    }

    @Test
    void anyBytesAreAnswered() {
        Random chance = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[chance.nextInt(60)];
            chance.nextBytes(bytes);
            String form = SameArticle.at("http://" + new String(bytes, StandardCharsets.ISO_8859_1));

            assertThat(SameArticle.at(form)).isEqualTo(form);
        }
    }

    /** As long as an address may be, and longer: each would take minutes if the work grew faster than the length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "/",
                "/..",
                "/a/..",
                "/amp",
                ".amp",
                "/index.html",
                ";jsessionid=",
                "&",
                "&amp;",
                "?",
                "a=1&",
                ".",
                "www.",
                "é",
                "https://google.com/amp/s/",
                "%2568",
                "#",
                ":",
                "@",
                "["
            })
    void hostileLengthIsNoWork(String piece) {
        for (String start :
                List.of("https://", "https://a.example/", "https://a.example/?", "https://google.com/url?q=")) {
            assertThat(SameArticle.at(start + piece.repeat((Address.MAX_LENGTH - start.length()) / piece.length())))
                    .isNotNull();
            String tooLong = start + piece.repeat(200_000);
            assertThat(SameArticle.at(tooLong)).isEqualTo(tooLong);
        }
    }
}
