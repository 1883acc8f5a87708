package dev.dateline.standalone.push;

/** What bytes are sent as. */
public enum Content {
    /** One article as a desk pastes it. */
    TEXT,
    /** One web page. */
    PAGE,
    /** One document of another format, with an article in it or several: ingest looks which. */
    DOCUMENT,
    /** One article as a JSON object, several as an array, or several as lines: the first bytes tell. */
    JSON,
    /** One JSON article per line. */
    LINES,
    /** A web archive: the pages among its records. */
    ARCHIVE
}
