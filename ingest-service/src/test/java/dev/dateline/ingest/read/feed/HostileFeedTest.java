package dev.dateline.ingest.read.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes, a reader answers or refuses. The timeouts are hang detectors, far above what any of it takes. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileFeedTest {
    private static final int MANY = 100_000;
    private static final List<String> SAMPLES = List.of(
            "rss-2.0.xml",
            "rss-1.0.xml",
            "rss-0.91.xml",
            "atom-1.0.xml",
            "atom-0.3.xml",
            "cdf.xml",
            "json-feed-1.1.json",
            "ill-formed.rss");
    private static final int MUTATIONS = 500;

    @Test
    void entitiesAreNeitherExpandedNorFetched() {
        String laughs = "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY file SYSTEM 'file:///etc/hostname'>]>"
                + "<rss><channel><title>[&c;][&file;]</title></channel></rss>";
        assertThat(parse(laughs).title().value()).isEqualTo("[&c;][&file;]");
    }

    static Stream<String> monsters() {
        return Stream.of(
                "<rss><channel><item>" + "<a>".repeat(MANY) + "x",
                "<rss>" + "<channel>".repeat(MANY),
                "<rss><channel>" + "<item>".repeat(10_000) + "<title>deep",
                "<rss><channel>" + "<item><title>x</title>".repeat(10_000),
                "<rss><channel><title>" + "&".repeat(MANY) + "<".repeat(MANY),
                "<rss><channel><item><description>" + "&lt;div>".repeat(MANY) + "</description></item>",
                "<rss><channel><item><description>" + "&lt;a href='x'>".repeat(10_000) + "</description></item>",
                "<feed xml:base='http://a.example/'><entry a='" + "x&amp;".repeat(1_000_000)
                        + "'><title>huge</title></entry></feed>",
                "<feed>" + "<entry xml:base='a/'>".repeat(5_000) + "<link href='x'/></feed>",
                "<rss><channel><item>" + "<category>c</category>".repeat(MANY) + "</item></channel></rss>",
                "<rss><channel><item><pubDate>" + "1".repeat(1_000_000) + "</pubDate></item></channel></rss>",
                "<rss><channel><item><author>" + "a@".repeat(500_000) + "</author></item></channel></rss>",
                "<rss " + "a='1' ".repeat(MANY) + "><channel/></rss>",
                "<?xml " + "encoding=".repeat(MANY),
                "<!DOCTYPE " + "<!--".repeat(MANY),
                "<rss><![CDATA[".repeat(10_000),
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(MANY),
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1e999999999}]}",
                "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"\\ud800\",\"content_text\":\"\\udc00x\"}]}");
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void monstersAreReadOrRefused(String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mutationsAreReadOrRefused() {
        Random random = new Random(20260301);
        for (String sample : SAMPLES) {
            byte[] original = Golden.sample(sample);
            for (int i = 0; i < MUTATIONS; i++) {
                read(mutated(original, random));
            }
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(200));
        switch (random.nextInt(5)) {
            case 0 -> bytes = Arrays.copyOf(bytes, from);
            case 1 -> bytes = joined(bytes, 0, to, bytes, from, bytes.length);
            case 2 -> bytes = joined(bytes, 0, from, bytes, to, bytes.length);
            case 3 -> bytes[from] = (byte) random.nextInt(256);
            default -> {
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) "<>&\"';/\0[]{}x \u00FF".charAt(random.nextInt(14));
                }
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] a, int fromA, int toA, byte[] b, int fromB, int toB) {
        byte[] joined = new byte[toA - fromA + toB - fromB];
        System.arraycopy(a, fromA, joined, 0, toA - fromA);
        System.arraycopy(b, fromB, joined, toA - fromA, toB - fromB);
        return joined;
    }

    /** Through the whole reader, and on to what would be published. */
    private static void read(byte[] bytes) {
        List<Reading> readings = new ArrayList<>();
        try {
            Document document = new Document(bytes, MediaType.parse(null), null, null, "https://a.example/feed");
            readings.addAll(FeedReader.all().get(0).read(document));
        } catch (ProblemException e) {
            assertThat(e.problem().detail()).isNotBlank();
        }
        for (Reading reading : readings) {
            if (reading instanceof Reading.Article article) {
                assertThat(Json.bytes(article.draft())).isNotEmpty();
            }
        }
    }

    private static Feed parse(String text) {
        return FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(null), null);
    }
}
