package dev.dateline.ingest.formats;

import dev.dateline.ingest.read.Reading;
import java.io.IOException;

/** The articles of a batch, one at a time and in order, so that a batch is in memory as a whole only where its format wants that. */
public interface Articles {

    /**
     * One place in a batch.
     *
     * @param number counted from 1: the line of NDJSON, blank lines included; elsewhere the article within its document
     * @param mediaType as which it was received
     */
    record Item(int number, String mediaType, Reading reading) {}

    /**
     * The next one, or null at the end.
     *
     * @throws IOException when the stream fails
     * @throws dev.dateline.common.http.ProblemException when the rest can't be read
     */
    Item next() throws IOException;
}
