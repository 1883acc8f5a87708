package dev.dateline.ingest.formats;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.NdjsonLines;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Rejection;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** NDJSON: each line is a JSON document of any format. A line that can't be read is refused alone. */
final class LineArticles implements Articles {
    private final NdjsonLines lines;
    private final int maxLineBytes;
    private final Document sender;
    private final Formats formats;
    private final Deque<Item> ready = new ArrayDeque<>();

    LineArticles(NdjsonLines lines, int maxLineBytes, Document sender, Formats formats) {
        this.lines = lines;
        this.maxLineBytes = maxLineBytes;
        this.sender = sender;
        this.formats = formats;
    }

    @Override
    public Item next() throws IOException {
        if (ready.isEmpty()) {
            NdjsonLines.Line line = lines.next();
            if (line == null) {
                return null;
            }
            for (Reading reading : read(line)) {
                ready.add(new Item(line.number(), Formats.JSON_TYPE.name(), reading));
            }
        }
        return ready.remove();
    }

    private List<Reading> read(NdjsonLines.Line line) {
        try {
            if (line.bytes() == null) {
                throw Rejection.tooLong("the line", maxLineBytes, "max-article-bytes");
            }
            return formats.read(sender.withBytes(line.bytes()));
        } catch (ProblemException e) {
            return List.of(new Reading.Refused(e.problem()));
        }
    }
}
