package dev.dateline.ingest.formats;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.ingest.read.DatelineJsonReader;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.PlainTextReader;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.feed.FeedReader;
import dev.dateline.ingest.read.newsml.NewsMl1Reader;
import dev.dateline.ingest.read.newsml.NewsMlG2Reader;
import dev.dateline.ingest.read.ninjs.NinjsReader;
import dev.dateline.ingest.read.nitf.NitfReader;
import dev.dateline.ingest.read.page.PageReader;
import dev.dateline.ingest.read.schemaorg.SchemaOrgReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every format that is read, and which reader takes a document: the one its media type names; else, when the type only says JSON, XML
 * or nothing, the first that recognises its opening.
 */
public final class Formats {
    static final MediaType JSON_TYPE = new MediaType("application/json", null);
    private static final Set<String> SAYS_LITTLE =
            Set.of("", "application/octet-stream", "application/json", "application/xml", "text/xml");

    private final List<FormatReader> readers;

    /**
     * Just these.
     *
     * @param readers in the order in which they are asked whether they recognise a document
     */
    public Formats(List<FormatReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** All there are. */
    public static Formats all() {
        List<FormatReader> readers = new ArrayList<>(List.of(
                new NinjsReader(), new SchemaOrgReader(), new NewsMlG2Reader(), new NewsMl1Reader(), new NitfReader()));
        readers.addAll(FeedReader.all());
        readers.add(new PageReader());
        readers.add(new PlainTextReader());
        readers.add(new DatelineJsonReader()); // last: it takes every object that no other knows
        return new Formats(readers);
    }

    List<FormatReader> readers() {
        return readers;
    }

    /** Whether a document of this type may have a reader, so that others are refused unread. */
    public boolean takes(MediaType type) {
        return isGeneric(type) || named(type).isPresent();
    }

    /**
     * The articles of a document.
     *
     * @throws ProblemException unsupported-media-type when no reader takes it, or what the reader throws
     */
    public List<Reading> read(Document document) {
        return readerOf(document).orElseThrow(this::unsupported).read(document);
    }

    /** Who takes a document, by its type or by its first characters. */
    Optional<FormatReader> readerOf(Document document) {
        return SAYS_LITTLE.contains(document.type().name())
                ? recognising(document).or(() -> named(document.type()))
                : named(document.type()).or(() -> recognising(document));
    }

    /**
     * The article of a document that has to hold just one.
     *
     * @throws ProblemException as {@link #read}, or the article's own problem, or invalid-article when there are several
     */
    public RawArticle readOne(Document document) {
        List<Reading> readings = read(document);
        if (readings.size() != 1) {
            throw Rejection.invalid(
                    null, "the document holds " + readings.size() + " articles; send it to /v1/articles:batch");
        }
        if (readings.get(0) instanceof Reading.Refused refused) {
            throw new ProblemException(refused.problem());
        }
        return ((Reading.Article) readings.get(0)).draft();
    }

    /** What is read, for the problem of a document that isn't. */
    public ProblemException unsupported() {
        return unsupported(Set.of());
    }

    /** As {@link #unsupported()}, where more is read than single documents. */
    ProblemException unsupported(Set<String> besides) {
        Set<String> types = new TreeSet<>(besides);
        readers.forEach(reader -> types.addAll(reader.mediaTypes()));
        return Rejection.unsupported("no reader takes this; Content-Type must be one of " + String.join(", ", types));
    }

    /** The reader of a media type. */
    Optional<FormatReader> named(MediaType type) {
        return readers.stream()
                .filter(reader -> reader.mediaTypes().contains(type.name()))
                .findFirst();
    }

    private Optional<FormatReader> recognising(Document document) {
        String opening = Opening.of(document.bytes());
        return readers.stream().filter(reader -> reader.recognises(opening)).findFirst();
    }

    /** Whether a body of this type that opens with a bracket is a list of documents, and not one document of a named format. */
    static boolean mayBeList(MediaType type) {
        return SAYS_LITTLE.contains(type.name()) && !type.name().endsWith("xml");
    }

    private static boolean isGeneric(MediaType type) {
        return SAYS_LITTLE.contains(type.name())
                || type.name().endsWith("+json")
                || type.name().endsWith("+xml");
    }
}
