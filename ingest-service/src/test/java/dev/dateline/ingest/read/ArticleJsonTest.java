package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleJsonTest {

    @Test
    void readsEveryField() {
        RawArticle article = ArticleJson.read(
                bytes(
                        """
                {"source_id": "desk", "source_name": "City Desk", "source_domain": "desk.example", "provider_id": "a-1",
                 "url": "https://desk.example/a-1", "title": "Ferry returns", "subtitle": "After a week", "agency": "DN",
                 "language": "en", "section": "local", "image_url": "https://desk.example/a-1.jpg",
                 "published_at": "2020-01-03T20:44:00+01:00", "modified_at": "2020-01-03T19:50:00.5Z",
                 "authors": ["A. Writer", "B. Editor"], "keywords": ["ferry"], "body_text": "It \\u0073ails. \\ud83d\\udea2"}
                """));

        assertThat(article.sourceId()).isEqualTo("desk");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2020-01-03T19:44:00Z"));
        assertThat(article.modifiedAt()).isEqualTo(Instant.parse("2020-01-03T19:50:00.500Z"));
        assertThat(article.authors()).containsExactly("A. Writer", "B. Editor");
        assertThat(article.bodyText()).isEqualTo("It sails. \uD83D\uDEA2");
        assertThat(article.imageUrl()).isEqualTo("https://desk.example/a-1.jpg");
    }

    @Test
    void readsExactlyTheFieldsThatProducersMaySet() {
        List<String> ours = List.of("article_id", "received_at", "media_type", "reader");
        List<String> settable = Arrays.stream(RawArticle.class.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .filter(name -> !ours.contains(name))
                .toList();

        assertThat(ArticleJson.fields()).containsExactlyInAnyOrderElementsOf(settable);
    }

    @Test
    void nullIsAbsentAndAMarkIsIgnored() {
        RawArticle article =
                ArticleJson.read(bytes("\uFEFF{\"title\": null, \"authors\": null, \"source_id\": \"desk\"}"));

        assertThat(article.title()).isNull();
        assertThat(article.authors()).isNull();
        assertThat(article.sourceId()).isEqualTo("desk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"source_id": 7}                     | source_id      | expected a text, found a number
                    {"title": 1e99999999}                | title          | expected a text, found a number
                    {"title": true}                      | title          | expected a text, found true or false
                    {"title": ["a"]}                     | title          | expected a text, found a list
                    {"body_text": {"a": {"b": []}}}      | body_text      | expected a text, found an object
                    {"authors": "A. Writer"}             | authors        | expected a list of texts
                    {"authors": ["a", 2]}                | authors[1]     | expected a text, found a number
                    {"authors": [["a"]]}                 | authors[0]     | expected a text, found a list
                    {"authors": [null]}                  | authors[0]     | found null
                    {"keywords": [{}]}                   | keywords[0]    | expected a text, found an object
                    {"published_at": 1578080640}         | published_at   | expected an RFC 3339 time
                    {"published_at": "3 January 2020"}   | published_at   | "3 January 2020" is not an RFC 3339 time
                    {"published_at": "2020-01-03"}       | published_at   | is not an RFC 3339 time
                    {"published_at": "2020-02-30T00:00:00Z"} | published_at | is not an RFC 3339 time
                    {"tittle": "a"}                      | tittle         | did you mean title?
                    {"publishedAt": "a"}                 | publishedAt    | did you mean published_at?
                    {"flavour": 1}                       | flavour        | known are agency, authors
                    {"article_id": "x"}                  | article_id     | is set by Dateline
                    {"received_at": "x"}                 | received_at    | is set by Dateline
                    {"title": "a", "title": "b"}         | title          | is given twice at line 1
                    {"title": "half \\ud83d a pair"}     | title          | half of a surrogate pair
                    ["a"]                                | ``             | expected a JSON object, found a list
                    "a"                                  | ``             | expected a JSON object, found a text
                    null                                 | ``             | expected a JSON object, found null
                    """)
    void saysWhichFieldIsWrongAndHow(String json, String field, String detail) {
        Problem problem = problem(bytes(json));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_ARTICLE.uri());
        assertThat(problem.field()).isEqualTo(field.isEmpty() ? null : field);
        assertThat(problem.detail()).contains(detail);
        saysNothingOfItsInside(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                            | the body is empty
                    `   `                         | the body is empty
                    {"title": "a"                 | ends too early
                    {"title": "a                  | ends too early
                    {"title": 'a'}                | not JSON at line 1, column
                    {title: "a"}                  | not JSON at line 1, column
                    {"title": "a"} {}             | something follows
                    {"title": "a"}}               | not JSON
                    {"title": "a",}               | not JSON
                    {"title": "\\x"}              | not JSON
                    hello                         | not JSON
                    """)
    void saysWhereItStopsBeingJson(String json, String detail) {
        Problem problem = problem(bytes(json));

        assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_BODY.uri());
        assertThat(problem.detail()).contains(detail);
        saysNothingOfItsInside(problem);
    }

    @Test
    void boundsNumbersNestingNamesAndLists() {
        Map<String, String> hostile = Map.of(
                "digits", "{\"title\": " + "9".repeat(100_000) + "}",
                "nesting", "{\"title\": " + "[".repeat(100_000),
                "objects", "{\"a\":".repeat(100_000),
                "name", "{\"" + "n".repeat(200_000) + "\": 1}",
                "list", "{\"authors\": [" + "\"a\",".repeat(100_000).replaceAll(",$", "") + "]}");

        hostile.forEach((what, json) -> {
            Problem problem = problem(bytes(json));
            assertThat(problem.status()).as(what).isIn(400, 422);
            assertThat(Json.bytes(problem).length).as(what).isLessThan(1000);
            saysNothingOfItsInside(problem);
        });
    }

    @Test
    void saysWhichByteIsNotUtf8() {
        byte[] latin1 = "{\"title\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] cutOff = Arrays.copyOf(bytes("{\"title\": \"\u20ac"), 13);
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'};
        byte[] surrogate = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};

        assertThat(problem(latin1).detail()).contains("the byte at offset 14 is not valid UTF-8");
        assertThat(problem(cutOff).detail()).contains("the byte at offset 11 is not valid UTF-8");
        assertThat(problem(overlong).detail()).contains("the byte at offset 2 is not valid UTF-8");
        assertThat(problem(surrogate).detail()).contains("the byte at offset 1 is not valid UTF-8");
        assertThat(problem("{}".getBytes(StandardCharsets.UTF_16)).detail()).contains("offset 0 is not valid UTF-8");
    }

    private static void saysNothingOfItsInside(Problem problem) {
        assertThat(new String(Json.bytes(problem), StandardCharsets.UTF_8))
                .doesNotContain("Exception", "java.", "com.fasterxml", "Jackson", "JsonToken", "\tat ");
    }

    private static Problem problem(byte[] body) {
        return catchThrowableOfType(ProblemException.class, () -> ArticleJson.read(body))
                .problem();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
