package dev.dateline.ingest.read.warc;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The pages of a web archive, one record at a time, so that an archive is never in memory as a whole. What is no page is passed over; a
 * record that can't be read is refused alone.
 */
public final class WarcRecords implements AutoCloseable {
    public static final String MEDIA_TYPE = "application/warc";

    private final RecordFrames frames;
    private final Document sender;
    private final int maxPageBytes;
    private final FormatReader pages;
    private long passedOver;

    /**
     * One record that holds a page, or should.
     *
     * @param number of the record in the archive, from 1, counting all of them
     * @param mediaType of the page
     */
    public record Page(long number, String mediaType, List<Reading> readings) {}

    /**
     * An archive's pages.
     *
     * @param in plain or in gzip members; read once, not closed
     * @param sender whose {@code sourceId} every page gets
     * @param maxPageBytes of one page, unpacked; of its record as well, as it lies in the archive
     * @param maxBytes of the archive, unpacked
     * @param pages reads {@code text/html}
     */
    public WarcRecords(InputStream in, Document sender, int maxPageBytes, long maxBytes, FormatReader pages)
            throws IOException {
        this.frames = new RecordFrames(in, Position.START, 0, maxPageBytes, maxBytes);
        this.sender = sender;
        this.maxPageBytes = maxPageBytes;
        this.pages = pages;
    }

    /**
     * The next page, or null at the end.
     *
     * @throws IOException when the stream fails
     * @throws ProblemException too-large when the archive is larger than allowed
     */
    public Page next() throws IOException {
        for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
            Optional<Page> page = page(frame);
            if (page.isPresent()) {
                return page.get();
            }
            passedOver++;
        }
        return null;
    }

    /** Records without a page so far. */
    public long passedOver() {
        return passedOver;
    }

    /** Whether a record holds a page, as far as its head and that of its HTTP response tell. */
    public static boolean holdsPage(Frame frame) {
        try {
            return CapturedPage.in(frame, page -> true).orElse(false);
        } catch (IOException | RuntimeException e) {
            // It may have been one: whoever reads it says what is wrong with it.
            return true;
        }
    }

    private Optional<Page> page(Frame frame) {
        if (frame.isDamaged()) {
            return Optional.of(refused(frame, Rejection.malformed(frame.damage())));
        }
        try {
            return CapturedPage.in(frame, captured -> read(frame, captured));
        } catch (ProblemException e) {
            return Optional.of(refused(frame, e));
        } catch (IOException | RuntimeException e) {
            // jwarc throws what its parsers meet: number formats, dates, buffers. Whatever it is, it is this record's
            // fault alone.
            return Optional.of(
                    refused(frame, Rejection.malformed("the record is not a whole HTTP response that can be read")));
        }
    }

    private Page read(Frame frame, CapturedPage captured) throws IOException {
        if (frame.cut()) {
            throw Rejection.tooLong("the record", maxPageBytes, "max-article-bytes");
        }
        byte[] content = captured.content(maxPageBytes);
        List<Reading> readings =
                pages.read(new Document(content, captured.type(), sender.sourceId(), null, captured.url())).stream()
                        .map(reading -> stamped(reading, captured.fetchedAt()))
                        .toList();
        return new Page(frame.number(), captured.type().name(), readings);
    }

    private static Reading stamped(Reading reading, Instant fetchedAt) {
        if (reading instanceof Reading.Article article && fetchedAt != null) {
            RawArticle draft = article.draft();
            return new Reading.Article(
                    RawArticleBuilder.builder(draft).fetchedAt(fetchedAt).build());
        }
        return reading;
    }

    private static Page refused(Frame frame, ProblemException e) {
        return new Page(frame.number(), MEDIA_TYPE, List.of(new Reading.Refused(e.problem())));
    }

    @Override
    public void close() {
        frames.close();
    }
}
