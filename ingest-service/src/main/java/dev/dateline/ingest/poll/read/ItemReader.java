package dev.dateline.ingest.poll.read;

import dev.dateline.common.model.SourceKind;
import dev.dateline.ingest.read.Document;

/** Documents of sources, read. Pure, and linear in the document's length. */
@FunctionalInterface
public interface ItemReader {
    /**
     * The items of a document.
     *
     * @throws dev.dateline.common.http.ProblemException when it is not of this kind or can't be read at all
     */
    Items read(Document document, SourceKind kind);
}
