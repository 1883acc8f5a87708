package dev.dateline.ingest.read;

import java.util.List;
import java.util.Set;

/**
 * One format in which articles arrive. Pure: bytes in, drafts or problems out; no clock, no network, no state between documents.
 *
 * <p>A reader maps fields and copies content. It interprets nothing: HTML stays HTML, and what is headline or boilerplate in a text is
 * the extract step's work. Whatever it is given, it answers or throws a {@link dev.dateline.common.http.ProblemException} in time and
 * memory linear in the document's length.
 */
public interface FormatReader {

    /** Short and stable, for the answer to a producer, for metrics and for {@code reader} in the record: for example {@code ninjs}. */
    String name();

    /** The media types it reads, lower case, without parameters. */
    Set<String> mediaTypes();

    /**
     * Whether a document whose media type does not tell looks like this format.
     *
     * @param opening the document's first characters, decoded leniently, without byte order mark and leading blanks
     */
    boolean recognises(String opening);

    /**
     * The articles of a document in order; one that can't be mapped is refused alone and the others go on.
     *
     * @return never empty: a document without any article is a problem
     * @throws dev.dateline.common.http.ProblemException malformed-body or invalid-article when the document as a whole can't be read
     */
    List<Reading> read(Document document);
}
