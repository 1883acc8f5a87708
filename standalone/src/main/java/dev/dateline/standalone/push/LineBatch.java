package dev.dateline.standalone.push;

import dev.dateline.standalone.send.IngestClient;
import dev.dateline.standalone.send.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers the JSON articles of one stream into requests of a bounded size, in order. */
final class LineBatch {
    private static final int MAX_LINES = 500;
    private static final int MAX_BYTES = 4 << 20;

    private final String item;
    private final IngestClient ingest;
    private final Consumer<ItemResult> told;
    private final List<Integer> numbers = new ArrayList<>();
    private final List<byte[]> lines = new ArrayList<>();
    private int bytes;
    private boolean empty = true;

    LineBatch(String item, IngestClient ingest, Consumer<ItemResult> told) {
        this.item = item;
        this.ingest = ingest;
        this.told = told;
    }

    void add(int number, byte[] line) {
        empty = false;
        numbers.add(number);
        lines.add(line);
        bytes += line.length;
        if (lines.size() >= MAX_LINES || bytes >= MAX_BYTES) {
            flush();
        }
    }

    /** Notes a line that is not sent, in its place. */
    void refuse(int number, Sent why) {
        empty = false;
        flush();
        told.accept(new ItemResult(item, number, why));
    }

    void flush() {
        if (lines.isEmpty()) {
            return;
        }
        List<Sent> results = ingest.batch(lines);
        for (int i = 0; i < results.size(); i++) {
            told.accept(new ItemResult(item, numbers.get(i), results.get(i)));
        }
        numbers.clear();
        lines.clear();
        bytes = 0;
    }

    /** Whether there was never a line. */
    boolean isEmpty() {
        return empty;
    }
}
