package dev.dateline.standalone.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.warc.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * How far a web archive has been pushed, in a small file beside it, so that a push that was stopped can go on. What was sent since the
 * file was last written is sent again; it counts as resends.
 */
public final class Bookmark {
    private static final String ENDING = ".pushed";
    private static final long EVERY = Duration.ofSeconds(1).toNanos();

    private final Path archive;
    private final Path file;
    private Place place = new Place(0, 0, 0, 0, 0);
    private long written = System.nanoTime();
    private String unwritable;

    /**
     * A place in an archive.
     *
     * @param raw see {@link Position}
     * @param within see {@link Position}
     * @param records before it
     * @param archiveBytes of the whole archive: another size is another archive
     * @param archiveModified epoch milliseconds
     */
    private record Place(long raw, long within, long records, long archiveBytes, long archiveModified) {}

    private Bookmark(Path archive) {
        this.archive = archive;
        this.file = archive.resolveSibling(archive.getFileName() + ENDING);
    }

    /** The start of an archive. */
    public static Bookmark atStart(Path archive) {
        return new Bookmark(archive);
    }

    /**
     * Where the last push of an archive came to; its start when there is nothing left to resume.
     *
     * @throws IOException when the archive has changed since, or the bookmark can't be read
     */
    public static Bookmark resume(Path archive) throws IOException {
        Bookmark bookmark = new Bookmark(archive);
        if (Files.exists(bookmark.file)) {
            bookmark.place = bookmark.read();
        }
        return bookmark;
    }

    private Place read() throws IOException {
        Place kept;
        try {
            kept = Json.STRICT.readValue(Files.readAllBytes(file), Place.class);
        } catch (JsonProcessingException e) {
            throw new IOException(file.getFileName() + " is not a bookmark; remove it, or push without --resume", e);
        }
        if (kept.archiveBytes() != Files.size(archive) || kept.archiveModified() != modified()) {
            throw new IOException("has changed since it was pushed in part; push it without --resume");
        }
        return kept;
    }

    Position position() {
        return new Position(place.raw(), place.within());
    }

    /** Records before the place. */
    public synchronized long records() {
        return place.records();
    }

    /** Everything before a record has been answered. */
    synchronized void reached(Position start, long recordsBefore) {
        place = new Place(start.raw(), start.within(), recordsBefore, 0, 0);
        if (System.nanoTime() - written > EVERY) {
            save();
        }
    }

    /** Writes the place down. */
    public synchronized void save() {
        if (unwritable != null || place.records() == 0) {
            return;
        }
        try {
            Place now = new Place(place.raw(), place.within(), place.records(), Files.size(archive), modified());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, Json.bytes(now));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            written = System.nanoTime();
        } catch (IOException e) {
            // The folder may be for reading only: the push itself is not concerned.
            unwritable = e.toString();
        }
    }

    /** The archive has been pushed to its end. */
    synchronized void remove() throws IOException {
        Files.deleteIfExists(file);
        place = new Place(0, 0, 0, 0, 0);
    }

    /** How to go on after a push that was stopped here. */
    public synchronized String howToResume() {
        return "stopped behind record " + place.records() + " of " + archive
                + (unwritable == null
                        ? "; push it again with --resume to go on there"
                        : "; it can't be resumed there, because " + file + " can't be written: " + unwritable);
    }

    private long modified() throws IOException {
        return Files.getLastModifiedTime(archive).toMillis();
    }
}
