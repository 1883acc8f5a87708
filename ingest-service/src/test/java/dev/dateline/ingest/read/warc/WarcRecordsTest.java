package dev.dateline.ingest.read.warc;

import static dev.dateline.ingest.read.warc.Archive.ascii;
import static dev.dateline.ingest.read.warc.Archive.gzip;
import static dev.dateline.ingest.read.warc.Archive.info;
import static dev.dateline.ingest.read.warc.Archive.join;
import static dev.dateline.ingest.read.warc.Archive.page;
import static dev.dateline.ingest.read.warc.Archive.record;
import static dev.dateline.ingest.read.warc.Archive.request;
import static dev.dateline.ingest.read.warc.Archive.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarcRecordsTest {
    private static final String URL = "https://news.example/ferry";
    private static final String HTML = "<title>Council closes ferry terminal</title><p>The gulls stay.";
    private static final Document SENDER =
            new Document(new byte[0], new MediaType("application/warc", null), "crawl", null, null);
    private static final int MAX_PAGE = 10_000;
    private static final long MAX_ARCHIVE = 10 << 20;

    private record Read(List<WarcRecords.Page> pages, long passedOver) {
        List<RawArticle> drafts() {
            return pages.stream()
                    .flatMap(page -> page.readings().stream())
                    .filter(Reading.Article.class::isInstance)
                    .map(reading -> ((Reading.Article) reading).draft())
                    .toList();
        }

        List<String> problems() {
            return pages.stream()
                    .flatMap(page -> page.readings().stream())
                    .filter(Reading.Refused.class::isInstance)
                    .map(reading -> ((Reading.Refused) reading).problem().detail())
                    .toList();
        }

        List<String> urls() {
            return drafts().stream().map(RawArticle::url).toList();
        }
    }

    /** How records become an archive. */
    static List<Function<List<byte[]>, byte[]>> packings() {
        return List.of(
                WarcRecordsTest::all,
                records -> all(records.stream().map(Archive::gzip).toList()),
                records -> gzip(all(records)),
                records -> inPieces(all(records), 100));
    }

    @ParameterizedTest
    @MethodSource("packings")
    void pagesAreFoundAmongOtherRecords(Function<List<byte[]>, byte[]> packing) throws IOException {
        Read read = read(packing.apply(List.of(
                info(),
                request(URL),
                page(URL, HTML),
                response(URL + ".jpg", 200, "Content-Type: image/jpeg\r\n", new byte[50_000]),
                response(URL + "/old", 301, "Content-Type: text/html\r\nLocation: /ferry\r\n", ascii(HTML)),
                page(URL + "/2", HTML))));

        assertThat(read.urls()).containsExactly(URL, URL + "/2");
        assertThat(read.pages()).extracting(WarcRecords.Page::number).containsExactly(3L, 6L);
        assertThat(read.passedOver()).isEqualTo(4);
        assertThat(read.drafts().get(0))
                .isEqualTo(RawArticleBuilder.builder()
                        .sourceId("crawl")
                        .url(URL)
                        .language("utf-8")
                        .pageHtml(HTML)
                        .fetchedAt(Instant.parse("2026-03-06T11:30:00Z"))
                        .build());
    }

    @Test
    void aResourceIsAPageToo() throws IOException {
        assertThat(read(record("resource", URL, "text/html", ascii(HTML))).drafts())
                .extracting(RawArticle::pageHtml)
                .containsExactly(HTML);
    }

    @Test
    void transferAndContentCodingsAreUndone() throws IOException {
        byte[] html = HTML.getBytes(StandardCharsets.UTF_8);
        byte[] zipped = gzip(html);
        byte[] chunked = join(ascii(Integer.toHexString(zipped.length) + "\r\n"), zipped, ascii("\r\n0\r\n\r\n"));
        byte[] brotli = Base64.getDecoder().decode("CwWAaGVsbG8gd29ybGQD");

        Read read = read(all(List.of(
                response(URL, 200, type("Content-Encoding: gzip\r\n"), zipped),
                response(URL, 200, type("Transfer-Encoding: chunked\r\nContent-Encoding: GZIP\r\n"), chunked),
                response(URL, 200, type("Content-Encoding: zstd\r\n"), Zstd.compress(html)),
                response(URL, 200, type("Content-Encoding: gzip, zstd\r\n"), Zstd.compress(zipped)),
                response(URL, 200, type("Content-Encoding: br\r\n"), brotli))));

        assertThat(read.problems()).isEmpty();
        assertThat(read.drafts())
                .extracting(RawArticle::pageHtml)
                .containsExactly(HTML, HTML, HTML, HTML, "hello world");
    }

    @Test
    void whatCantBeUnpackedIsRefusedAlone() throws IOException {
        byte[] zipped = gzip(ascii(HTML));

        Read read = read(all(List.of(
                response(URL, 200, type("Content-Encoding: gzip\r\n"), ascii(HTML)),
                response(URL, 200, type("Content-Encoding: gzip\r\n"), Arrays.copyOf(zipped, 20)),
                response(URL, 200, type("Content-Encoding: rot13\r\n"), ascii(HTML)),
                response(URL, 200, type("Content-Encoding: gzip,gzip,gzip,gzip\r\n"), zipped),
                page(URL, HTML))));

        assertThat(read.urls()).containsExactly(URL);
        assertThat(read.problems()).hasSize(4);
    }

    @Test
    void pagesBeyondTheLimitAreRefusedAlone() throws IOException {
        byte[] bomb = gzip(new byte[5 << 20]);

        Read read = read(all(List.of(
                page(URL + "/long", "x".repeat(MAX_PAGE + 1)),
                response(URL + "/bomb", 200, type("Content-Encoding: gzip\r\n"), bomb),
                page(URL, HTML))));

        assertThat(read.urls()).containsExactly(URL);
        assertThat(read.problems()).hasSize(2).allMatch(why -> why.contains("max-article-bytes"));
    }

    @Test
    void anArchiveBeyondTheLimitEndsWithAProblem() {
        byte[] bomb = gzip(record("metadata", URL, "text/plain", new byte[(int) MAX_ARCHIVE + 1]));

        assertThatThrownBy(() -> read(join(gzip(page(URL, HTML)), bomb)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(413));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "junk between records\r\n\r\n",
                "WARC/1.1\r\nWARC-Type: response\r\n\r\n",
                "WA\n",
                "WARC/1.1\r\nWARC-Type: response\r\n\r\nno length\r\n\r\n",
                "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: x\r\n\r\nabc\r\n\r\n",
                "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n",
                "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 2\r\n\r\nab and more\r\n\r\n",
                "WARC/9\r\n: \u0001\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n"
            })
    void aDamagedRecordDoesNotEndTheArchive(String damaged) throws IOException {
        for (Function<List<byte[]>, byte[]> packing : packings()) {
            Read read = read(packing.apply(List.of(page(URL, HTML), ascii(damaged), page(URL + "/2", HTML))));

            assertThat(read.urls()).contains(URL, URL + "/2");
        }
    }

    @Test
    void aDamagedMemberDoesNotEndTheArchive() throws IOException {
        byte[] good = gzip(page(URL, HTML));
        byte[] flipped = gzip(page(URL + "/flipped", HTML));
        flipped[flipped.length / 2] ^= 0x55;
        byte[] cut = gzip(page(URL + "/cut", HTML));
        cut = Arrays.copyOf(cut, cut.length / 2);
        byte[] wrongSum = gzip(page(URL + "/sum", HTML));
        wrongSum[wrongSum.length - 6] ^= 1;
        byte[] endsEarly = gzip(Arrays.copyOf(page(URL + "/early", HTML), 300));

        Read read = read(join(good, flipped, good, cut, good, ascii("junk"), good, wrongSum, good, endsEarly, good));

        assertThat(read.urls()).containsExactly(URL, URL, URL, URL, URL, URL);
        assertThat(read.problems()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void anArchiveThatEndsInARecordIsReadUpToIt() throws IOException {
        byte[] whole = all(List.of(page(URL, HTML), page(URL + "/2", HTML)));

        Read read = read(Arrays.copyOf(whole, whole.length - 30));

        assertThat(read.urls()).containsExactly(URL);
        assertThat(read.problems()).singleElement().asString().contains("ends");
        assertThat(read(new byte[0]).pages()).isEmpty();
    }

    @Test
    void aHeadWithoutEndIsBounded() throws IOException {
        byte[] endless = ascii("WARC/1.1\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n");

        assertThat(read(join(endless, page(URL, HTML))).urls()).containsExactly(URL);
    }

    @Test
    void whateverIsChangedTheReaderComesToItsEnd() throws IOException {
        byte[] plain = all(List.of(info(), request(URL), page(URL, HTML), page(URL + "/2", HTML)));
        byte[] packed = all(List.of(gzip(info()), gzip(page(URL, HTML)), gzip(page(URL + "/2", HTML))));
        Random random = new Random(42);
        for (int i = 0; i < 2000; i++) {
            byte[] mutated = mutated(i % 2 == 0 ? plain : packed, random);

            Read read = read(mutated);

            assertThat(read.pages().size() + read.passedOver()).isLessThanOrEqualTo(mutated.length);
        }
    }

    @Test
    void readingCanBeginWhereARecordWasFound() throws IOException {
        for (Function<List<byte[]>, byte[]> packing : packings()) {
            byte[] archive = packing.apply(List.of(
                    info(), page(URL + "/1", HTML), request(URL), page(URL + "/2", HTML), page(URL + "/3", HTML)));
            for (Frame frame : frames(archive, Position.START, 0)) {
                Frame again = frames(archive, frame.start(), frame.number() - 1).get(0);

                assertThat(again.number()).isEqualTo(frame.number());
                assertThat(again.bytes()).isEqualTo(frame.bytes());
            }
        }
    }

    private static List<Frame> frames(byte[] archive, Position from, long before) throws IOException {
        List<Frame> all = new ArrayList<>();
        InputStream in = new ByteArrayInputStream(archive);
        in.skipNBytes(from.raw());
        try (RecordFrames frames = new RecordFrames(in, from, before, MAX_PAGE, MAX_ARCHIVE)) {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                all.add(frame);
            }
        }
        return all;
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(bytes.length - at);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                bytes[at] = (byte) random.nextInt();
                yield bytes;
            }
            case 2 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            default -> join(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
        };
    }

    private static String type(String other) {
        return "Content-Type: text/html\r\n" + other;
    }

    private static byte[] all(List<byte[]> records) {
        return join(records.toArray(byte[][]::new));
    }

    private static byte[] inPieces(byte[] bytes, int size) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += size) {
            pieces.add(gzip(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        }
        return all(pieces);
    }

    private static Read read(byte[] archive) throws IOException {
        return read(new ByteArrayInputStream(archive));
    }

    private static Read read(InputStream archive) throws IOException {
        List<WarcRecords.Page> pages = new ArrayList<>();
        try (WarcRecords records = new WarcRecords(archive, SENDER, MAX_PAGE, MAX_ARCHIVE, new CopyingReader())) {
            for (WarcRecords.Page page = records.next(); page != null; page = records.next()) {
                pages.add(page);
            }
            return new Read(pages, records.passedOver());
        }
    }
}
