package dev.dateline.standalone.push;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Sent;
import dev.dateline.ingest.read.warc.Frame;
import dev.dateline.ingest.read.warc.RecordFrames;
import dev.dateline.ingest.read.warc.WarcRecords;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends the pages of a web archive, record by record in bounded requests; pictures, requests and the like stay here. */
final class ArchivePusher {
    /** More than ingest takes of one page; its own limit, which is lower, gives the better message. */
    private static final int MAX_RECORD = 8 << 20;

    private static final int MAX_BATCH_BYTES = 4 << 20;
    private static final int MAX_PAGES = 200;
    /** So that the bookmark moves on where an archive holds pictures only. */
    private static final int MAX_RECORDS = 2000;

    private static final int LINE_BREAKS = 4;

    private final String item;
    private final IngestClient ingest;
    private final Map<String, String> parameters;
    private final Consumer<ItemResult> told;
    private final Consumer<String> noted;
    private final List<Waiting> waiting = new ArrayList<>();
    private int waitingBytes;
    private int waitingRecords;
    private long records;
    private long accepted;

    /** A record in its turn: to be sent, or with its result already. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Waiting(int number, byte[] record, Sent result) {}

    /**
     * A pusher for one archive.
     *
     * @param noted is told how far it has come, in words
     */
    ArchivePusher(
            String item, IngestClient ingest, TextOptions options, Consumer<ItemResult> told, Consumer<String> noted) {
        this.item = item;
        this.ingest = ingest;
        this.parameters = new TextOptions(options.source(), null, null).parameters();
        this.told = told;
        this.noted = noted;
    }

    /**
     * Sends an archive from its bookmark on, and moves the bookmark.
     *
     * @param in stands at the bookmark's raw offset
     * @throws dev.dateline.common.client.IngestUnavailableException when nothing answers, or refuses for too long
     */
    void push(InputStream in, Bookmark bookmark) throws IOException {
        records = bookmark.records();
        try (RecordFrames frames =
                new RecordFrames(in, bookmark.position(), bookmark.records(), MAX_RECORD, Long.MAX_VALUE)) {
            for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
                if (isFull(frame)) {
                    flush();
                    bookmark.reached(frame.start(), frame.number() - 1);
                }
                take(frame);
            }
            flush();
        }
    }

    private boolean isFull(Frame next) {
        return waitingRecords == MAX_RECORDS
                || waiting.size() == MAX_PAGES
                || (waitingBytes > 0 && waitingBytes + next.bytes().length > MAX_BATCH_BYTES);
    }

    private void take(Frame frame) {
        records++;
        waitingRecords++;
        int number = Math.toIntExact(frame.number());
        if (frame.isDamaged()) {
            waiting.add(new Waiting(number, null, new Sent.Unsent("is damaged: " + frame.damage())));
        } else if (WarcRecords.holdsPage(frame)) {
            waiting.add(
                    frame.cut()
                            ? new Waiting(
                                    number, null, new Sent.Unsent("is larger than " + (MAX_RECORD >> 20) + " MiB"))
                            : new Waiting(number, whole(frame.bytes()), null));
            waitingBytes += frame.bytes().length;
        }
    }

    private static byte[] whole(byte[] record) {
        byte[] whole = Arrays.copyOf(record, record.length + LINE_BREAKS);
        for (int i = record.length; i < whole.length; i += 2) {
            whole[i] = '\r';
            whole[i + 1] = '\n';
        }
        return whole;
    }

    private void flush() {
        List<byte[]> pages = waiting.stream()
                .filter(one -> one.result() == null)
                .map(Waiting::record)
                .toList();
        List<Sent> answers = pages.isEmpty() ? List.of() : ingest.records(parameters, pages);
        int answered = 0;
        for (Waiting one : waiting) {
            Sent sent = one.result() == null ? answers.get(answered++) : one.result();
            accepted += sent.isAccepted() ? 1 : 0;
            told.accept(new ItemResult(item, one.number(), sent));
        }
        waiting.clear();
        waitingBytes = 0;
        waitingRecords = 0;
        noted.accept(records + " records, " + accepted + " articles");
    }
}
