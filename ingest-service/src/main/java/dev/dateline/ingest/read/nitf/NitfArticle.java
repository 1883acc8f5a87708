package dev.dateline.ingest.read.nitf;

import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.Draft;
import dev.dateline.ingest.read.ProviderTime;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.SourceName;
import dev.dateline.ingest.read.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An NITF document that stands alone: its head says where it comes from and when. */
final class NitfArticle {
    private static final String HEAD = "head";
    private static final String DOC_DATA = "docdata";
    private static final String DOC_ID = "doc-id";
    private static final String NORM = "norm";

    private final NitfStory story;
    private final XmlElement nitf;

    private NitfArticle(NitfStory story) {
        this.story = story;
        this.nitf = story.element();
    }

    static RawArticle of(NitfStory story, String reader, Document document) {
        return new NitfArticle(story).map(new Draft(reader, document));
    }

    private RawArticle map(Draft draft) {
        String html = story.html();
        if (html == null) {
            throw Rejection.invalid("body_html", "body.content holds no text");
        }
        identify(draft);
        String section = nitf.attributeAt("position.section", HEAD, "pubdata");
        String kind = nitf.attributeAt("tobject.type", HEAD, "tobject");
        return draft.title(story.headline())
                .subtitle(story.subtitle())
                .summary(story.summary())
                .authors(story.bylines())
                .agency(story.distributor())
                .language(nitf.attribute("xml:lang"))
                .language(nitf.attribute("baselang"))
                .section(section == null && !"news".equalsIgnoreCase(kind) ? kind : section)
                .imageUrl(story.image())
                .keywords(keywords())
                .publishedAt(
                        ProviderTime.parse(data(NORM, "date.issue")),
                        ProviderTime.parse(nitf.attributeAt("date.publication", HEAD, "pubdata")))
                .embargoedUntil(ProviderTime.parse(data(NORM, "date.release")))
                .bodyHtml(html)
                .build();
    }

    private void identify(Draft draft) {
        String registry = data("regsrc", DOC_ID);
        String holder = data("holder", "doc.copyright");
        draft.providerId(data("id-string", DOC_ID))
                .providerVersion(data("version", "du-key"), null)
                .source(SourceName.of(registry), SourceName.of(holder), SourceName.of(story.distributor()))
                .sourceName(story.distributor())
                .sourceName(registry)
                .sourceName(holder)
                .sourceDomain(registry);
    }

    private String data(String attribute, String element) {
        return nitf.attributeAt(attribute, HEAD, DOC_DATA, element);
    }

    private List<String> keywords() {
        List<String> words = new ArrayList<>();
        XmlElement list = nitf.at(HEAD, DOC_DATA, "key-list");
        if (list != null) {
            list.all("keyword").forEach(word -> words.add(word.attribute("key")));
        }
        XmlElement subjects = nitf.at(HEAD, "tobject");
        if (subjects != null) {
            subjects.all("tobject.subject").forEach(subject -> words.add(subjectName(subject)));
        }
        return words.stream().filter(Objects::nonNull).toList();
    }

    /** The most exact of the names that a subject has. */
    private static String subjectName(XmlElement subject) {
        return Stream.of("detail", "matter", "type")
                .map(level -> subject.attribute("tobject.subject." + level))
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(null);
    }
}
