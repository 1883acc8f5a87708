package dev.dateline.ingest.read.warc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An archive of any size is read in the same memory. */
class WarcMemoryTest {
    private static final int SMALL = 1_000;
    private static final int LARGE = 50 * SMALL;
    private static final long MORE_AT_MOST = 1 << 20;
    private static final int PAGE_BYTES = 6_000;
    private static final Document SENDER =
            new Document(new byte[0], new MediaType("application/warc", null), null, null, null);

    @Test
    void memoryDoesNotGrowWithTheArchive() throws IOException {
        List<byte[]> pages = IntStream.range(0, 20)
                .mapToObj(n -> Archive.gzip(Archive.page("https://news.example/" + n, html(n))))
                .toList();

        long small = heapAfter(pages, SMALL);
        long large = heapAfter(pages, LARGE);

        assertThat(large - small)
                .as("bytes more for %d pages than for %d", LARGE, SMALL)
                .isLessThan(MORE_AT_MOST);
    }

    /** Heap in use at the end of an archive whose reader is still open. */
    private static long heapAfter(List<byte[]> pages, int count) throws IOException {
        try (WarcRecords records =
                new WarcRecords(archive(pages, count), SENDER, 1 << 20, Long.MAX_VALUE, new CopyingReader())) {
            int read = 0;
            while (records.next() != null) {
                read++;
            }
            assertThat(read).isEqualTo(count);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }

    private static InputStream archive(List<byte[]> pages, int count) {
        return new SequenceInputStream(Collections.enumeration(new AbstractList<InputStream>() {
            @Override
            public InputStream get(int index) {
                return new ByteArrayInputStream(pages.get(index % pages.size()));
            }

            @Override
            public int size() {
                return count;
            }
        }));
    }

    private static String html(int seed) {
        Random random = new Random(seed);
        StringBuilder html = new StringBuilder("<title>A page</title>");
        while (html.length() < PAGE_BYTES) {
            html.append("<p>").append(Long.toString(random.nextLong(), Character.MAX_RADIX));
        }
        return html.toString();
    }
}
