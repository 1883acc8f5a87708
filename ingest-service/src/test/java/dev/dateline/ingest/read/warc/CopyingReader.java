package dev.dateline.ingest.read.warc;

import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Copies what it is given into a draft, so that a test can look at it; the charset goes where the language belongs. */
public final class CopyingReader implements FormatReader {
    @Override
    public String name() {
        return "copying";
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/html");
    }

    @Override
    public boolean recognises(String opening) {
        return false;
    }

    @Override
    public List<Reading> read(Document page) {
        return List.of(new Reading.Article(RawArticleBuilder.builder()
                .sourceId(page.sourceId())
                .url(page.url())
                .language(page.type().charset())
                .pageHtml(new String(page.bytes(), StandardCharsets.UTF_8))
                .build()));
    }
}
