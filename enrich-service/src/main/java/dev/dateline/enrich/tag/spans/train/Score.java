package dev.dateline.enrich.tag.spans.train;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.spans.Span;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.spans.train.LabelledText.Name;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How well a tagger does on labelled texts: exact span and type of PER, ORG and LOC, counted over all texts.
 *
 * @param confidences of the names found
 * @param right whether each of them is right
 */
record Score(int correct, int found, int expected, List<Double> confidences, List<Boolean> right) {

    static Score of(SpanTagger tagger, List<LabelledText> texts) {
        int correct = 0;
        int found = 0;
        int expected = 0;
        List<Double> confidences = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (LabelledText text : texts) {
            Set<Name> gold = new HashSet<>(text.names());
            gold.removeIf(name -> name.type() == EntityType.MISC);
            expected += gold.size();
            Tokens tokens = Tokens.of(text.text());
            for (Span span : tagger.tag(tokens)) {
                if (span.type() == EntityType.MISC) {
                    continue;
                }
                found++;
                boolean is =
                        gold.contains(new Name(tokens.start(span.first()), tokens.nameEnd(span.last()), span.type()));
                correct += is ? 1 : 0;
                confidences.add(span.confidence());
                right.add(is);
            }
        }
        return new Score(correct, found, expected, confidences, right);
    }

    double precision() {
        return found == 0 ? 0 : (double) correct / found;
    }

    double recall() {
        return expected == 0 ? 0 : (double) correct / expected;
    }

    double f1() {
        return found + expected == 0 ? 0 : 2.0 * correct / (found + expected);
    }

    /** Mean negative logarithm of what the confidences gave to the truth: the better calibrated, the lower. */
    double surprise() {
        double sum = 0;
        for (int i = 0; i < right.size(); i++) {
            double p = Math.max(1e-6, Math.min(1 - 1e-6, confidences.get(i)));
            sum -= Math.log(right.get(i) ? p : 1 - p);
        }
        return right.isEmpty() ? 0 : sum / right.size();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "precision %.4f recall %.4f f1 %.4f (%d names)", precision(), recall(), f1(), expected);
    }
}
