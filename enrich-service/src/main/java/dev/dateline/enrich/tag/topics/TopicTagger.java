package dev.dateline.enrich.tag.topics;

import dev.dateline.common.model.Evidence;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Topics by weighted terms: each term that stands in an article speaks for its topics, more in the title and the lead, and less with each
 * repetition. A narrower topic speaks for the broader one, too. Linear in the text.
 *
 * <p>Thread-safe.
 */
public final class TopicTagger {
    public static final int MAX_TOPICS = 10;
    /** Of the topics of the top level, so that there is room for the narrower ones. */
    private static final int MAX_TOP = 5;

    private static final int MAX_EVIDENCE = 8;
    /** What is less sure is not told, of the top level and below it. */
    private static final double LEAST_CONFIDENCE = 0.02;

    private static final double LEAST_NARROW_CONFIDENCE = 0.1;

    /** In a long text, where much speaks for the first topic, one with less than this share of its score is beside the matter. */
    private static final double LEAST_OF_BEST = 0.4;
    /** In a text of so many words half of this share is enough: where little is said, each topic may be the one. */
    private static final double HALF_OF_IT_WORDS = 200;

    private final String version;
    private final Map<String, Lexicon> lexica = new TreeMap<>();

    public TopicTagger(TopicBook book) {
        this.version = book.version();
        book.languages().forEach(language -> lexica.put(language, Lexicon.of(book, language)));
    }

    /** Of the terms, a user's included. */
    public String version() {
        return version;
    }

    /**
     * Whether there are terms of a language.
     *
     * @param language BCP 47 subtag
     */
    public boolean supports(String language) {
        return lexica.containsKey(language);
    }

    /** At most {@link #MAX_TOPICS}, most confident first, the first one of the top level; none where no term stands in the text. */
    public List<MediaTopic> tag(Prepared text) {
        Lexicon lexicon = lexica.get(text.language());
        if (lexicon == null) {
            return List.of();
        }
        IdentityHashMap<Term, Hit> hits = new IdentityHashMap<>();
        List<Hit> inOrder = new ArrayList<>();
        collect(lexicon, text.title(), Prepared.MAX_TITLE_TOKENS, true, hits, inOrder);
        collect(lexicon, text.body(), Prepared.MAX_BODY_TOKENS, false, hits, inOrder);
        int words = text.title().size() + Math.min(text.body().size(), Prepared.MAX_BODY_TOKENS);
        return hits.isEmpty() ? List.of() : topics(lexicon, inOrder, words);
    }

    private static void collect(
            Lexicon lexicon,
            Tokens tokens,
            int limit,
            boolean title,
            IdentityHashMap<Term, Hit> hits,
            List<Hit> inOrder) {
        lexicon.scan(tokens, limit, (term, from, to) -> {
            Hit hit = hits.get(term);
            if (hit == null) {
                hit = new Hit(term, tokens, title, from, to);
                hits.put(term, hit);
                inOrder.add(hit);
            }
            hit.count(title, from);
        });
    }

    private static List<MediaTopic> topics(Lexicon lexicon, List<Hit> hits, int words) {
        double[] scores = new double[lexicon.topics().size()];
        for (Hit hit : hits) {
            Term term = hit.term();
            double frequency = hit.frequency();
            for (int i = 0; i < term.size(); i++) {
                scores[term.topic(i)] += term.weight(i) * frequency;
            }
        }
        double[] standings = new double[scores.length];
        double best = 0;
        for (int topic = 0; topic < scores.length; topic++) {
            standings[topic] = HeadStart.added(scores[topic], lexicon.headStart(topic));
            best = lexicon.parent(topic) < 0 ? Math.max(best, standings[topic]) : best;
        }
        double least = best * leastOfBest(words);
        List<Integer> chosen = new ArrayList<>();
        double[] confidences = Confidence.of(lexicon, scores, standings, words);
        for (int topic = 0; topic < scores.length; topic++) {
            double leastSure = lexicon.parent(topic) < 0 ? LEAST_CONFIDENCE : LEAST_NARROW_CONFIDENCE;
            if (standings[topic] > 0 && standings[topic] >= least && confidences[topic] >= leastSure) {
                chosen.add(topic);
            }
        }
        return best(lexicon, chosen, confidences).stream()
                .map(topic -> topic(lexicon, topic, confidences[topic], hits))
                .toList();
    }

    /** The share of the first topic's score that another one needs to be told. */
    private static double leastOfBest(int words) {
        return LEAST_OF_BEST * words / (words + HALF_OF_IT_WORDS);
    }

    /** Broader topics first where the confidence is the same; no narrower topic without the broader one. */
    private static List<Integer> best(Lexicon lexicon, List<Integer> chosen, double[] confidences) {
        Comparator<Integer> order = Comparator.comparingDouble((Integer topic) -> -confidences[topic])
                .thenComparing(topic -> lexicon.parent(topic) >= 0)
                .thenComparing(Comparator.naturalOrder());
        List<Integer> best = new ArrayList<>(chosen.stream()
                .filter(topic -> lexicon.parent(topic) < 0)
                .sorted(order)
                .limit(MAX_TOP)
                .toList());
        List<Integer> narrower = chosen.stream()
                .filter(topic -> best.contains(lexicon.parent(topic)))
                .sorted(order)
                .limit(MAX_TOPICS - best.size())
                .toList();
        best.addAll(narrower);
        best.sort(order);
        return best;
    }

    private static MediaTopic topic(Lexicon lexicon, int index, double confidence, List<Hit> hits) {
        record Weighed(Hit hit, double weight) {
            double strength() {
                return Math.abs(weight) * hit.frequency();
            }
        }
        List<Weighed> weighed = new ArrayList<>();
        for (Hit hit : hits) {
            double weight = hit.term().weightFor(index);
            if (weight != 0) {
                weighed.add(new Weighed(hit, weight));
            }
        }
        List<Evidence> evidence = weighed.stream()
                .sorted(Comparator.comparingDouble(Weighed::strength).reversed())
                .limit(MAX_EVIDENCE)
                .map(each -> each.hit().evidence(each.weight()))
                .toList();
        TopicBook.Topic topic = lexicon.topics().get(index);
        return new MediaTopic(topic.code(), topic.name(), topic.parent(), confidence, evidence);
    }
}
