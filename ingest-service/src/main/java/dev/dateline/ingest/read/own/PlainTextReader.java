package dev.dateline.ingest.read.own;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.ingest.read.CharsetLabel;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.PlainText;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Rejection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** An article as a desk pastes it, see {@link PlainText}. Only asked for by its media type, never guessed. */
public final class PlainTextReader implements FormatReader {
    public static final String NAME = "text";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/plain");
    }

    @Override
    public boolean recognises(String opening) {
        return false;
    }

    @Override
    public List<Reading> read(Document document) {
        RawArticle article = PlainText.read(
                document.bytes(), charset(document.type()), document.sourceId(), document.providerId(), document.url());
        return List.of(new Reading.Article(
                RawArticleBuilder.builder(article).reader(NAME).build()));
    }

    private static Charset charset(MediaType type) {
        if (type.charset() == null) {
            return StandardCharsets.UTF_8;
        }
        // Without a mark, big-endian: RFC 2781 section 4.3, unlike what pages mean by it.
        Charset charset = type.charset().equals("utf-16") ? StandardCharsets.UTF_16BE : CharsetLabel.of(type.charset());
        if (charset == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "the charset " + Rejection.repeated(type.charset()) + " is not known here; send UTF-8"));
        }
        return charset;
    }
}
