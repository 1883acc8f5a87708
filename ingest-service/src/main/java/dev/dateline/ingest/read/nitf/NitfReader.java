package dev.dateline.ingest.read.nitf;

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

/** NITF 3.x documents (IPTC, NITF 3.6): one story each. */
public final class NitfReader implements FormatReader {
    public static final String NAME = "nitf";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/vnd.nitf", "application/nitf+xml", "text/vnd.iptc.nitf");
    }

    @Override
    public boolean recognises(String opening) {
        return NitfStory.ELEMENT.equals(XmlOpening.rootName(opening));
    }

    @Override
    public List<Reading> read(Document document) {
        XmlElement root = SafeXml.parse(document.bytes(), document.type());
        if (!root.name().equals(NitfStory.ELEMENT)) {
            throw Rejection.invalid(
                    null, "the root element is " + Rejection.repeated(root.name()) + "; NITF begins with nitf");
        }
        Readings readings = new Readings(document);
        readings.add(() -> NitfArticle.of(new NitfStory(root), NAME, document));
        return readings.list("holds no story");
    }
}
