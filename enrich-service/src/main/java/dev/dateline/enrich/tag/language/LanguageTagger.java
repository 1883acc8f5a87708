package dev.dateline.enrich.tag.language;

import dev.dateline.enrich.tag.text.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which language an article is in: its script narrows the choice, OpenNLP's model decides, letters that a language does not have and
 * how much news there is in it count too.
 *
 * <p>Immutable and thread-safe.
 */
public final class LanguageTagger {
    /** BCP 47: undetermined. */
    public static final String UNDETERMINED = "und";

    /** UTF-16 units of title and body each. From 200 on, no answer on running text was wrong; beyond, only the cost rises. */
    private static final int SAMPLE_LIMIT = 200;
    /** With fewer letters than a short word or two the model guesses. */
    private static final int MIN_LETTERS = 8;
    /** The model's weights are far too careful; with this factor a confidence is near the share of right answers on headlines. */
    private static final double SHARPNESS = 12;
    /** Log-probability that a text has a letter which its language lacks (in a foreign name). */
    private static final double FOREIGN_LETTER = -3;

    /**
     * The answer.
     *
     * @param language BCP 47 subtag: ISO 639-1, or ISO 639-3 where there is no shorter one, or {@code und}
     * @param confidence 0 to 1; null when the language is the producer's claim
     */
    public record Guess(String language, Double confidence) {}

    private record Candidate(LanguageTable.Row row, int outcome, double logPrior) {}

    private final LanguageModel model;
    private final Map<Script, List<Candidate>> candidates = new HashMap<>();

    public LanguageTagger(LanguageModel model, LanguageTable table) {
        this.model = model;
        Map<String, Long> rowsOfCode =
                table.rows().stream().collect(Collectors.groupingBy(LanguageTable.Row::code, Collectors.counting()));
        for (LanguageTable.Row row : table.rows()) {
            // Two outcomes of one language (Iranian Persian and Persian) share its prior, or their sum would win
            // without evidence.
            double logPrior = row.press().logPrior - Math.log(rowsOfCode.get(row.code()));
            Candidate candidate = new Candidate(row, model.outcomes().indexOf(row.outcome()), logPrior);
            row.scripts().forEach(script -> candidates
                    .computeIfAbsent(script, key -> new ArrayList<>())
                    .add(candidate));
        }
    }

    /** Reads the title and the start of the body; {@code hint} counts only when these hold hardly any letters. */
    public Guess detect(String title, String body, String hint) {
        LanguageSample sample = LanguageSample.of(title, body, SAMPLE_LIMIT);
        List<Candidate> possible = candidates.getOrDefault(sample.script(), List.of());
        if (sample.weight() < MIN_LETTERS || possible.isEmpty()) {
            return claimed(hint);
        }
        if (possible.size() == 1) {
            return new Guess(possible.get(0).row().code(), 1.0);
        }
        return best(probabilities(possible, sample));
    }

    private static Guess claimed(String hint) {
        String language = hint == null ? "" : Locale.forLanguageTag(hint).getLanguage();
        return language.isEmpty() || language.equals(UNDETERMINED)
                ? new Guess(UNDETERMINED, 0.0)
                : new Guess(language, null);
    }

    private Map<String, Double> probabilities(List<Candidate> possible, LanguageSample sample) {
        double[] scores = model.scores(sample.chars(), sample.length());
        double[] logs = new double[possible.size()];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logs.length; i++) {
            Candidate candidate = possible.get(i);
            logs[i] = SHARPNESS * scores[candidate.outcome()]
                    + candidate.logPrior()
                    + FOREIGN_LETTER * sample.distinct(candidate.row().lacks());
            top = Math.max(top, logs[i]);
        }
        Map<String, Double> sums = new HashMap<>();
        double total = 0;
        for (int i = 0; i < logs.length; i++) {
            double value = Math.exp(logs[i] - top);
            total += value;
            sums.merge(possible.get(i).row().code(), value, Double::sum);
        }
        double all = total;
        sums.replaceAll((code, value) -> value / all);
        return sums;
    }

    private static Guess best(Map<String, Double> probabilities) {
        Map.Entry<String, Double> best = probabilities.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow();
        return new Guess(best.getKey(), Math.round(best.getValue() * 1000) / 1000.0);
    }
}
