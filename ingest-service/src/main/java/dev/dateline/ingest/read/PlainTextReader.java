package dev.dateline.ingest.read;

import dev.dateline.common.model.RawArticleBuilder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** An article as a desk pastes it. What is headline, byline or body is the extract step's work: here it is one text, untouched. */
public final class PlainTextReader implements FormatReader {
    /** Who delivered it, when nothing says. */
    public static final String DEFAULT_SOURCE = "manual";

    private static final String NAME = "text";

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
        if (label == null) {
            return StandardCharsets.UTF_8;
        }
        // Without a mark, big-endian (RFC 2781 section 4.3); pages mean little-endian by it.
        Charset charset = label.equals("utf-16") ? StandardCharsets.UTF_16BE : CharsetLabel.of(label);
        if (charset == null) {
            throw Rejection.unsupported(
                    "the charset " + Rejection.repeated(label) + " is not known here; utf-8 always is");
        }
        return charset;
    }
}
