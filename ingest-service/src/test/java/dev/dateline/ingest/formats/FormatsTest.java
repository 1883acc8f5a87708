package dev.dateline.ingest.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "application/vnd.iptc.ninjs+json | {\"@context\":1} | ninjs",
                "application/ld+json; charset=utf-8 | {} | schema-org",
                "APPLICATION/VND.NITF | <newsItem> | nitf",
                "text/html | {} | html",
                "text/plain | <html> | text",
                "text/plain | {\"@type\":\"NewsArticle\"} | text",
                "application/json | {\"title\":\"@type in a text\"} | dateline-json",
                "application/json | {\"@type\":\"NewsArticle\"} | schema-org",
                "application/json | [{\"headline\":\"x\",\"@type\":\"NewsArticle\"}] | schema-org",
                "application/json | {\"body_text\":\"\\\"@type\\\" here\"} | dateline-json",
                "application/json | {\"uri\":\"a\",\"versionCreated\":\"2026\" | ninjs",
                "application/json | {\"uri\":\"a\",\"source_id\":\"b\",\"body_text\":\"c\"} | dateline-json",
                "application/json | {\"uri\":\"a\",\"title\":\"b\"} | dateline-json",
                "application/json | {\"articleBody\":\"a long text | schema-org",
                "application/json | nothing | dateline-json",
                "application/octet-stream | {\"title\":1} | dateline-json",
                "'' | <!DOCTYPE html><p>x | html",
                "application/xml | <?xml version='1.0'?><!-- <nitf> --><n:newsItem xmlns:n='u'> | newsml-g2",
                "text/xml | <!DOCTYPE nitf [<!ENTITY a '>'>]><nitf> | nitf",
                "text/xml | <NewsML> | newsml-1",
                "text/xml | <html xmlns='http://www.w3.org/1999/xhtml'> | html",
                "application/newsml+xml | <contentSet> | newsml-g2",
                "application/xml | <rss> | rss",
                "application/xml | <feed xmlns='http://www.w3.org/2005/Atom'> | atom",
                "application/json | {\"version\": \"https://jsonfeed.org/version/1.1\" | json-feed",
                "application/xml | <svg> | none",
                "'' | Once upon a time | none",
                "image/png | <html> | none",
                "application/pdf | %PDF | none"
            })
    void choosesByTypeAndElseBySight(String type, String opening, String reader) {
        MediaType announced = MediaType.parse(type);
        FormatReader chosen = Formats.all().takes(announced)
                ? Samples.reader(opening.getBytes(StandardCharsets.UTF_8), announced)
                : null;

        assertThat(chosen == null ? null : chosen.name()).isEqualTo(reader);
    }

    @Test
    void anOpeningIsWithoutMarkAndBlanksInAnyUnicode() {
        String text = "\uFEFF\r\n <nitf>";

        assertThat(opening(text.getBytes(StandardCharsets.UTF_8))).isEqualTo("<nitf>");
        assertThat(opening(text.getBytes(StandardCharsets.UTF_16LE))).isEqualTo("<nitf>");
        assertThat(opening(text.getBytes(StandardCharsets.UTF_16BE))).isEqualTo("<nitf>");
        assertThat(opening("<nitf>".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("<nitf>");
        assertThat(opening(new byte[0])).isEmpty();
        assertThat(opening("a".repeat(10_000).getBytes(StandardCharsets.UTF_8))).hasSize(Opening.BYTES);
    }

    private static String opening(byte[] bytes) {
        return Opening.of(bytes);
    }

    @Test
    void listsTheTypesForWhoSentAnother() {
        assertThat(Formats.all().unsupported().problem().detail())
                .contains("application/json, application/ld+json, ", "text/html, text/plain");
    }

    @Test
    void recognisingIsQuickOnWhatLooksLikeMuch() {
        for (String nasty : new String[] {
            "<!--".repeat(1000),
            "<?x".repeat(1000),
            "<!DOCTYPE [\"".repeat(400),
            "[".repeat(4096),
            "{\"uri\":".repeat(600)
        }) {
            for (FormatReader reader : Formats.all().readers()) {
                assertThat(reader.recognises(nasty) && !reader.name().equals("dateline-json"))
                        .isFalse();
            }
        }
    }
}
