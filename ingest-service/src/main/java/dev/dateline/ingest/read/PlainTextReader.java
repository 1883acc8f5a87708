package dev.dateline.ingest.read;

import dev.dateline.common.model.RawArticleBuilder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An article as a desk pastes it. What is headline, byline or body is the extract step's work: here it is one text, untouched. */
public final class PlainTextReader implements FormatReader {
    /** Who delivered it, when nothing says. */
    public static final String DEFAULT_SOURCE = "manual";

    private static final String NAME = "text";
    /**
     * Labels of text/plain's charset. As in the WHATWG Encoding Standard, ASCII and Latin-1 are read as windows-1252, which is what
     * texts so labelled are; UTF-16 without a mark is big-endian (RFC 2781 section 4.3).
     */
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("utf-8", "UTF-8"),
            Map.entry("utf8", "UTF-8"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("windows-1252", "windows-1252"),
            Map.entry("iso-8859-2", "ISO-8859-2"),
            Map.entry("iso-8859-15", "ISO-8859-15"),
            Map.entry("windows-1250", "windows-1250"),
            Map.entry("windows-1251", "windows-1251"),
            Map.entry("utf-16", "UTF-16BE"),
            Map.entry("utf-16be", "UTF-16BE"),
            Map.entry("utf-16le", "UTF-16LE"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/plain");
    }

    /** Never: any text looks like text, so it has to be announced. */
    @Override
    public boolean recognises(String opening) {
        return false;
    }

    @Override
    public List<Reading> read(Document document) {
        return List.of(new Reading.Article(RawArticleBuilder.builder()
                .reader(NAME)
                .sourceId(document.sourceId() == null ? DEFAULT_SOURCE : document.sourceId())
                .providerId(document.providerId())
                .url(document.url())
                .bodyText(StrictText.decode(
                        document.bytes(), charset(document.type().charset())))
                .build()));
    }

    private static Charset charset(String label) {
        String name = CHARSETS.get(label == null ? "utf-8" : label);
        if (name == null) {
            throw Rejection.unsupported(
                    "the charset must be one of " + String.join(", ", new TreeSet<>(CHARSETS.keySet())));
        }
        return Charset.forName(name);
    }
}
