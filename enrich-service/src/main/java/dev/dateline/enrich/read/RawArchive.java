package dev.dateline.enrich.read;

import java.util.Optional;

/**
 * The raw topic, read at one place. An article's text is kept nowhere else once it is published or found a copy; if a copy turns out an
 * original, or a text is handed over, it is read again.
 */
public interface RawArchive extends AutoCloseable {

    /**
     * The record at a place; empty when its retention has passed.
     *
     * @throws RuntimeException when the topic can't be read: the caller's transaction has to be tried again
     */
    Optional<RawRecord> read(int partition, long offset);

    @Override
    void close();
}
