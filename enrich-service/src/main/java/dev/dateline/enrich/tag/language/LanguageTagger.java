package dev.dateline.enrich.tag.language;

import dev.dateline.enrich.tag.text.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    /** With a choice of languages: a language outside that is so many times likelier than the best of the choice is none of these. */
    private static final double FOREIGN = 200;
    /** Paragraphs that are looked at in every body: a part of a fifth of the words in one piece can't stand between them. */
    private static final int PROBES = 5;
    /** UTF-16 units of each. */
    private static final int PROBE_LIMIT = 120;
    /** Paragraphs that are looked at when one of these is in another language. */
    private static final int MAX_PARAGRAPHS = 24;
    /** Least confidence that a paragraph is in another language. */
    private static final double SURE = 0.9;
    /** Least share of the words that makes another language worth telling. */
    private static final double LARGER_PART = 0.2;

    /**
     * The answer.
     *
     * @param language BCP 47 subtag: ISO 639-1, or ISO 639-3 where there is no shorter one, or {@code und}
     * @param confidence 0 to 1; null when the language is the producer's claim
     * @param others languages of larger parts beside it, the largest first
     */
    public record Guess(String language, Double confidence, List<String> others) {
        public Guess(String language, Double confidence) {
            this(language, confidence, List.of());
        }
    }

    private record Candidate(LanguageTable.Row row, int outcome, double logPrior) {}

    private final LanguageModel model;
    private final Set<String> choice;
    private final Map<Script, List<Candidate>> candidates = new HashMap<>();

    /**
     * A tagger for some languages.
     *
     * @param choice the subtags it may answer with; any when empty
     */
    public LanguageTagger(LanguageModel model, LanguageTable table, Set<String> choice) {
        this.model = model;
        this.choice = Set.copyOf(choice);
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

    /**
     * Reads the title and the start of the body, then some of its paragraphs, whether all are in this language.
     *
     * @param hint the producer's claim, a BCP 47 tag or null; it counts only when title and body hold hardly any letters
     */
    public Guess detect(String title, String body, String hint) {
        LanguageSample sample = LanguageSample.of(title, body, SAMPLE_LIMIT);
        Guess start = sample.weight() < MIN_LETTERS ? claimed(hint) : best(sample, hint);
        BodyParts parts = BodyParts.of(body);
        return parts.parts().size() < 2 || !isMixed(start, body, parts) ? start : weighed(start, body, parts);
    }

    private boolean isMixed(Guess start, String body, BodyParts parts) {
        return parts.spread(PROBES).stream().anyMatch(part -> isOther(read(body, part, PROBE_LIMIT), start.language()));
    }

    private static boolean isOther(Guess part, String language) {
        return !part.language().equals(language) && !part.language().equals(UNDETERMINED) && part.confidence() >= SURE;
    }

    /** Languages by the words of their paragraphs. What is not surely in another language is in that of the start. */
    private Guess weighed(Guess start, String body, BodyParts parts) {
        Map<String, Integer> words = new TreeMap<>();
        Map<String, Double> confidences = new HashMap<>();
        int all = 0;
        for (BodyParts.Part part : parts.spread(MAX_PARAGRAPHS)) {
            Guess guess = read(body, part, SAMPLE_LIMIT);
            Guess counted = isOther(guess, start.language()) ? guess : start;
            words.merge(counted.language(), part.words(), Integer::sum);
            if (counted.confidence() != null) {
                confidences.merge(counted.language(), counted.confidence(), Math::min);
            }
            all += part.words();
        }
        double least = all * LARGER_PART;
        List<String> languages = words.entrySet().stream()
                .filter(entry -> entry.getValue() >= least && !entry.getKey().equals(UNDETERMINED))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        return languages.isEmpty()
                ? start
                : new Guess(
                        languages.get(0),
                        confidences.get(languages.get(0)),
                        List.copyOf(languages.subList(1, languages.size())));
    }

    private Guess read(String body, BodyParts.Part part, int limit) {
        int end = Math.min(part.end(), part.start() + limit);
        LanguageSample sample = LanguageSample.of("", body.substring(part.start(), end), limit);
        return sample.weight() < MIN_LETTERS ? new Guess(UNDETERMINED, 0.0) : best(sample, null);
    }

    private Guess claimed(String hint) {
        String language = hint == null ? "" : Locale.forLanguageTag(hint).getLanguage();
        boolean known = !language.isEmpty() && !language.equals(UNDETERMINED) && isOfChoice(language);
        return known ? new Guess(language, null) : new Guess(UNDETERMINED, 0.0);
    }

    private boolean isOfChoice(String language) {
        return choice.isEmpty() || choice.contains(language);
    }

    private Guess best(LanguageSample sample, String hint) {
        List<Candidate> possible = candidates.getOrDefault(sample.script(), List.of());
        if (possible.isEmpty()) {
            return claimed(hint);
        }
        return chosen(
                possible.size() == 1 ? Map.of(possible.get(0).row().code(), 1.0) : probabilities(possible, sample));
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

    /** The likeliest language of the choice, unless one that is not in the choice is far likelier. */
    private Guess chosen(Map<String, Double> probabilities) {
        Comparator<Map.Entry<String, Double>> order =
                Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey());
        double outside = 0;
        double inside = 0;
        Map.Entry<String, Double> best = null;
        for (Map.Entry<String, Double> entry : probabilities.entrySet()) {
            if (!isOfChoice(entry.getKey())) {
                outside = Math.max(outside, entry.getValue());
                continue;
            }
            inside += entry.getValue();
            best = best == null || order.compare(entry, best) > 0 ? entry : best;
        }
        if (best == null || best.getValue() * FOREIGN < outside) {
            return new Guess(UNDETERMINED, 0.0);
        }
        return new Guess(best.getKey(), Math.round(best.getValue() / inside * 1000) / 1000.0);
    }
}
