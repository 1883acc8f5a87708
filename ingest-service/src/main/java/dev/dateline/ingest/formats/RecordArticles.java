package dev.dateline.ingest.formats;

import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.warc.WarcRecords;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The pages of a web archive; a page's number is that of its record. */
final class RecordArticles implements Articles {
    private final WarcRecords records;
    private final Deque<Item> ready = new ArrayDeque<>();

    RecordArticles(WarcRecords records) {
        this.records = records;
    }

    @Override
    public Item next() throws IOException {
        while (ready.isEmpty()) {
            WarcRecords.Page page = records.next();
            if (page == null) {
                records.close();
                return null;
            }
            for (Reading reading : page.readings()) {
                ready.add(new Item(Math.toIntExact(page.number()), page.mediaType(), reading));
            }
        }
        return ready.remove();
    }
}
