package dev.dateline.ingest.read.xml;

/** What the first characters of a document tell about its kind, without parsing it. */
public final class XmlOpening {
    private XmlOpening() {}

    /**
     * The local name of the root element, or of the document type when the root is not within the opening; null when it is not
     * markup.
     */
    public static String rootName(String opening) {
        return opening.startsWith("<") ? Prolog.rootName(opening) : null;
    }
}
