package dev.dateline.enrich.tag.spans;

import dev.dateline.enrich.tag.text.Tokens;
import java.util.List;

/** Finds the names in one text, sentence by sentence, without a thought for the rest of the article. Thread-safe. */
public interface SpanTagger {
    /** Spans in the order of the text; no two share a token. */
    List<Span> tag(Tokens tokens);
}
