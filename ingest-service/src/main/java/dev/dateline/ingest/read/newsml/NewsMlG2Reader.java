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

/**
 * NewsML-G2 (IPTC, version 2.35): a news item, or a news message with all its items. Items without a story of their own (packages,
 * concepts, plans, pictures) are refused with what they are.
 */
public final class NewsMlG2Reader implements FormatReader {
    public static final String NAME = "newsml-g2";

    private static final String MESSAGE = "newsMessage";
    private static final String TYPE = "application/vnd.iptc.g2.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(
                TYPE + "newsitem+xml",
                TYPE + "newsmessage+xml",
                TYPE + "packageitem+xml",
                TYPE + "conceptitem+xml",
                TYPE + "knowledgeitem+xml",
                TYPE + "planningitem+xml",
                TYPE + "catalogitem+xml");
    }

    @Override
    public boolean recognises(String opening) {
        String root = XmlOpening.rootName(opening);
        return MESSAGE.equals(root) || G2Item.isKnown(root);
    }

    @Override
    public List<Reading> read(Document document) {
        XmlElement root = SafeXml.parse(document.bytes(), document.type());
        Readings readings = new Readings(document);
        if (G2Item.isKnown(root.name())) {
            readings.add(() -> new G2Item(root).article(NAME, document));
        } else if (root.name().equals(MESSAGE)) {
            for (XmlElement set : root.all("itemSet")) {
                set.elements().forEach(item -> readings.add(() -> new G2Item(item).article(NAME, document)));
            }
        } else {
            throw Rejection.invalid(
                    null,
                    "the root element is " + Rejection.repeated(root.name())
                            + "; NewsML-G2 begins with newsItem or newsMessage");
        }
        return readings.list("the news message holds no item");
    }
}
