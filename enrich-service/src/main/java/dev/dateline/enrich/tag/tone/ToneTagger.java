package dev.dateline.enrich.tag.tone;

import dev.dateline.common.model.Evidence;
import dev.dateline.common.model.Tone;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an article sounds: words of a lexicon, counted. A negation up to three words before turns a word around, an intensifier right
 * before it makes it count half as much again. Names do not count: what is called "Victory" is none.
 *
 * <p>Crude: it does not know irony, who speaks, or that a report of a war is not itself hostile. Immutable and thread-safe; linear in the
 * text.
 */
public final class ToneTagger {
    public static final String VERSION = "dateline-tone-1";

    /** Languages with a lexicon, as BCP 47 subtags. */
    public static final Set<String> LANGUAGES = Set.of("en");

    public static final int MAX_EVIDENCE = 10;
    private static final int NEGATION_REACH = 3;
    private static final double INTENSIFIED = 1.5;
    /** As many words of no tone are added, so that one word alone does not make an article all black or all white. */
    private static final double PRIOR = 2;

    private final ToneLexicon english = ToneLexicon.load("en");

    private static final class Hit {
        private final String field;
        private final int start;
        private final int end;
        private final int polarity;
        private int count;
        private double weight;

        Hit(String field, int start, int end, int polarity) {
            this.field = field;
            this.start = start;
            this.end = end;
            this.polarity = polarity;
        }

        Evidence evidence(String term) {
            double mean = Math.round(polarity * weight / count * 1000) / 1000.0;
            return new Evidence(term, field, start, end, count, mean);
        }
    }

    /** The tone; null where the text's language has no lexicon. */
    public Tone tag(Prepared text) {
        if (!LANGUAGES.contains(text.language())) {
            return null;
        }
        Map<String, Hit> hits = new LinkedHashMap<>();
        collect(text.body(), Prepared.MAX_BODY_TOKENS, null, hits);
        collect(text.title(), Prepared.MAX_TITLE_TOKENS, "title", hits);
        return tone(hits);
    }

    private static Tone tone(Map<String, Hit> hits) {
        int positive = 0;
        int negative = 0;
        double sum = 0;
        double size = PRIOR;
        for (Hit hit : hits.values()) {
            positive += hit.polarity > 0 ? hit.count : 0;
            negative += hit.polarity < 0 ? hit.count : 0;
            sum += hit.polarity * hit.weight;
            size += hit.weight;
        }
        List<Evidence> evidence = hits.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Hit> entry) -> -entry.getValue().count))
                .limit(MAX_EVIDENCE)
                .map(entry -> entry.getValue().evidence(entry.getKey()))
                .toList();
        return new Tone(Math.round(sum / size * 1000) / 1000.0, positive, negative, evidence);
    }

    private void collect(Tokens tokens, int limit, String field, Map<String, Hit> hits) {
        int negation = -1;
        for (int i = 0; i < Math.min(tokens.size(), limit); i++) {
            if (tokens.startsSentence(i)) {
                negation = -1;
            }
            if (tokens.isCjk(i)) {
                continue;
            }
            if (english.negates(tokens.folded(i))) {
                negation = i;
                continue;
            }
            boolean name = field == null && tokens.isCapital(i) && !tokens.opens(i);
            ToneLexicon.Entry entry = name ? null : english.entry(tokens.stem(i));
            if (entry != null) {
                boolean negated = negation >= 0 && i - negation <= NEGATION_REACH;
                add(tokens, negated ? negation : i, i, entry, field, hits);
                negation = -1;
            }
        }
    }

    private void add(Tokens tokens, int first, int last, ToneLexicon.Entry entry, String field, Map<String, Hit> hits) {
        boolean negated = first < last;
        Hit hit = hits.computeIfAbsent(
                negated ? "not " + entry.word() : entry.word(),
                term -> new Hit(
                        field, tokens.start(first), tokens.end(last), negated ? -entry.polarity() : entry.polarity()));
        hit.count++;
        boolean intensified = last > 0 && !tokens.startsSentence(last) && english.intensifies(tokens.folded(last - 1));
        hit.weight += intensified ? INTENSIFIED : 1;
    }
}
