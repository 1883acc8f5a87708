package dev.dateline.ingest.read.page;

import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.Draft;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Readings;
import dev.dateline.ingest.read.SourceName;
import dev.dateline.ingest.read.xml.XmlOpening;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An HTML page as a whole, from a crawl or a browser. */
public final class PageReader implements FormatReader {
    public static final String NAME = "html";

    /** What a page may begin with when its author left out the rest (WHATWG MIME Sniffing Standard, section 7.1). */
    private static final Set<String> FIRST_ELEMENTS = Set.of(
            "html", "head", "body", "title", "meta", "script", "style", "iframe", "div", "table", "h1", "p", "br",
            "font", "a", "b");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/html", "application/xhtml+xml");
    }

    @Override
    public boolean recognises(String opening) {
        String root = XmlOpening.rootName(opening);
        return root != null && FIRST_ELEMENTS.contains(root.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Reading> read(Document document) {
        Readings readings = new Readings(document);
        readings.add(() -> new Draft(NAME, document)
                .source(SourceName.ofHost(document.url()))
                .sourceDomain(SourceName.authority(document.url()))
                .pageHtml(PageCharset.decode(document.bytes(), document.type()))
                .build());
        return readings.list("is empty");
    }
}
