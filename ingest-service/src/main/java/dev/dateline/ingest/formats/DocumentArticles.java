package dev.dateline.ingest.formats;

import dev.dateline.ingest.read.Reading;
import java.util.Iterator;
import java.util.List;

/** The articles of one document that had to be read whole: a feed, a news message, an archive's page. */
final class DocumentArticles implements Articles {
    private final Iterator<Reading> readings;
    private final String mediaType;
    private int number;

    DocumentArticles(List<Reading> readings, String mediaType) {
        this.readings = readings.iterator();
        this.mediaType = mediaType;
    }

    @Override
    public Item next() {
        return readings.hasNext() ? new Item(++number, mediaType, readings.next()) : null;
    }
}
