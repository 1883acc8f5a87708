package dev.dateline.ingest.read.newsml;

import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Readings;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.xml.SafeXml;
import dev.dateline.ingest.read.xml.XmlElement;
import dev.dateline.ingest.read.xml.XmlOpening;
import java.util.List;
import java.util.Set;

/** NewsML 1.x (IPTC, version 1.2): each of its news items is an article. */
public final class NewsMl1Reader implements FormatReader {
    public static final String NAME = "newsml-1";

    private static final String ROOT = "NewsML";
    private static final String ITEM = "NewsItem";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/vnd.iptc.newsml", "application/vnd.iptc.newsml");
    }

    @Override
    public boolean recognises(String opening) {
        return ROOT.equals(XmlOpening.rootName(opening));
    }

    @Override
    public List<Reading> read(Document document) {
        XmlElement root = SafeXml.parse(document.bytes(), document.type());
        if (!root.name().equals(ROOT)) {
            throw Rejection.invalid(
                    null, "the root element is " + Rejection.repeated(root.name()) + "; NewsML 1 begins with NewsML");
        }
        Readings readings = new Readings(document);
        for (XmlElement item : root.all(ITEM)) {
            readings.add(() -> new NewsMl1Item(root, item).article(NAME, document));
        }
        return readings.list("the document holds no NewsItem");
    }
}
