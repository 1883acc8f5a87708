package dev.dateline.enrich.tag.names.rules;

import dev.dateline.enrich.tag.places.Gazetteer;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.List;

/** Spans by the rules that were there before the sequence tagger. */
public final class RuleSpans implements SpanTagger {
    private final Gazetteer gazetteer;

    public RuleSpans(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public List<Span> tag(Tokens tokens) {
        return new BodyNames(tokens, "en", gazetteer).read();
    }
}
