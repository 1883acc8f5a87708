package dev.dateline.ingest.read.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {
    private static final String ADDRESS = "https://harbour.example/feeds/all";

    @Test
    void mapsAnItemToADraft() {
        RawArticle crane = draft(read(Golden.sample("rss-2.0.xml"), null).get(0));

        assertThat(crane)
                .returns("harbour.example", RawArticle::sourceId)
                .returns("Harbour & Coast", RawArticle::sourceName)
                .returns("harbour.example", RawArticle::sourceDomain)
                .returns("tag:harbour.example,2026:crane", RawArticle::providerId)
                .returns("https://harbour.example/2026/crane", RawArticle::url)
                .returns("rss", RawArticle::reader)
                .returns(Instant.parse("2026-02-03T13:15:00Z"), RawArticle::publishedAt)
                .returns("Crane No. 7 lifts \"its last\" box", RawArticle::title)
                .returns("The oldest crane of the port is retired.", RawArticle::summary)
                .returns(List.of("Ada Lindqvist", "Tom Okoro"), RawArticle::authors)
                .returns("en-GB", RawArticle::language)
                .returns(List.of("Docks", "Machines"), RawArticle::keywords)
                .returns("https://harbour.example/crane-large.jpg", RawArticle::imageUrl)
                .returns(null, RawArticle::bodyText);
        assertThat(crane.bodyHtml()).contains("<a href=\"https://harbour.example/history\">");
        ArticleRules.admit(crane, "application/rss+xml", Instant.parse("2026-02-04T00:00:00Z"), null);
    }

    @Test
    void aVersionIsTheTimeOfTheLastChange() {
        RawArticle sheep = draft(read(Golden.sample("atom-1.0.xml"), "valley").get(0));

        assertThat(sheep)
                .returns("valley", RawArticle::sourceId)
                .returns("2026-03-01T10:30:00.250Z", RawArticle::providerVersion)
                .returns(Instant.parse("2026-03-01T10:30:00.250Z"), RawArticle::modifiedAt)
                .returns(List.of("The Desk"), RawArticle::authors);
    }

    @Test
    void textStaysText() {
        List<Reading> items = read(Golden.sample("json-feed-1.1.json"), null);

        assertThat(draft(items.get(1)))
                .returns("Clear <sky>.", RawArticle::bodyText)
                .returns(null, RawArticle::bodyHtml)
                .returns("https://light.example/feed.json#18", RawArticle::providerId);
    }

    @Test
    void whatDescribesIsMadeToFit() {
        String odd = "<rss><channel><title>" + "N".repeat(400) + "</title><item><guid>urn:x</guid>"
                + "<title>" + "T".repeat(2000) + "</title><author>" + "A".repeat(400) + "\n\tB</author>"
                + "<link>not an address</link><category>" + "c".repeat(400) + "</category>"
                + "<media:thumbnail url='data:image/png;base64,AAAA'/><dc:language>x y z</dc:language>"
                + "<pubDate>1 Jan 1001</pubDate><description>body</description></item></channel></rss>";
        RawArticle draft = draft(read(odd.getBytes(StandardCharsets.UTF_8), "s").get(0));

        RawArticle admitted = ArticleRules.admit(draft, "text/xml", Instant.parse("2026-01-01T00:00:00Z"), null);
        assertThat(admitted.title()).hasSize(1000).endsWith("\u2026");
        assertThat(admitted).returns(null, RawArticle::url).returns(null, RawArticle::publishedAt);
    }

    @Test
    void anItemThatIsNoArticleIsRefusedAlone() {
        String feed = "<rss><channel><item><title>Only a title</title></item>"
                + "<item><description>good</description></item><item><description>half";
        List<Reading> readings = read(feed.getBytes(StandardCharsets.UTF_8), "s");

        assertThat(readings).hasSize(3);
        assertThat(readings.get(0)).isInstanceOf(Reading.Refused.class);
        assertThat(readings.get(1)).isInstanceOf(Reading.Article.class);
        assertThat(((Reading.Refused) readings.get(2)).problem().detail()).contains("ends inside this item");
    }

    @Test
    void aFeedWithoutItemsIsAProblem() {
        assertThatThrownBy(() -> read("<rss><channel/></rss>".getBytes(StandardCharsets.UTF_8), "s"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no items");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<rss version='2.0'>|rss",
                "<?xml version='1.0'?><!-- <feed> --><rdf:RDF xmlns='x'>|rss",
                "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>|rss",
                "<feed xmlns='http://www.w3.org/2005/Atom'>|atom",
                "<a:feed/>|atom",
                "{ \"title\": \"x\", \"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1\"|json-feed",
                "<html><body><rss>|",
                "<newsItem>|",
                "{\"uri\": \"x\"}|",
                "plain <rss|",
                "<|"
            })
    void formatsAreRecognised(String opening, String expected) {
        assertThat(FeedReader.all().stream()
                        .filter(reader -> reader.recognises(opening))
                        .map(FormatReader::name))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    private static List<Reading> read(byte[] bytes, String sourceId) {
        return FeedReader.all().get(0).read(new Document(bytes, MediaType.parse(null), sourceId, null, ADDRESS));
    }

    private static RawArticle draft(Reading reading) {
        return ((Reading.Article) reading).draft();
    }
}
