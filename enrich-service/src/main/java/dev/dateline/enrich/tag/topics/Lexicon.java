package dev.dateline.enrich.tag.topics;

import dev.dateline.enrich.tag.text.Gap;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The terms of one language in a trie over the stems of words, built once and then only read.
 *
 * <p>Of the terms that begin at a word the longest is taken, for all topics, and the search goes on behind it: {@code price war}
 * says nothing of war. Looking at a word costs at most {@link TermForm#MAX_WORDS} steps.
 */
final class Lexicon {
    /** A bounded memory of what words are, since stemming costs more than all the rest; a power of two. */
    private static final int REMEMBERED = 1 << 14;

    private static final int LONGEST_REMEMBERED = 24;
    private static final int LONGEST_WORD = 60;

    private static final class Node {
        private final Map<String, Node> byStem = new HashMap<>(2);
        private final Map<String, Node> byForm = new HashMap<>(2);
        private final List<Term> terms = new ArrayList<>(1);
    }

    /** A word with its stem and what begins with it, null where nothing does. */
    private record Start(String folded, String stem, Node byStem, Node byForm, Term part) {}

    /** Takes what is found. */
    interface Finds {
        /** A term that stands at the tokens {@code from} to {@code to}, the last one included. */
        void add(Term term, int from, int to);
    }

    private final List<TopicBook.Topic> topics;
    private final int[] parents;
    private final double[] headStarts;
    private final Node root = new Node();
    private final Map<String, Term> prefixes = new HashMap<>();
    private final Map<String, Term> suffixes = new HashMap<>();
    private final int[] prefixLengths;
    private final int[] suffixLengths;
    /** Immutable entries, so that a race of threads costs one look-up at worst. */
    private final Start[] remembered = new Start[REMEMBERED];

    private Lexicon(List<TopicBook.Topic> topics, String language) {
        this.topics = topics;
        Map<String, Integer> indices = new HashMap<>();
        topics.forEach(topic -> indices.put(topic.code(), indices.size()));
        this.parents = topics.stream()
                .mapToInt(topic -> topic.parent() == null ? -1 : indices.get(topic.parent()))
                .toArray();
        this.headStarts =
                topics.stream().mapToDouble(topic -> HeadStart.of(topic.code())).toArray();
        weights(language).forEach((text, weights) -> add(text, weights, language));
        this.prefixLengths = lengths(prefixes);
        this.suffixLengths = lengths(suffixes);
    }

    /** The lexicon of a language, which the book must have. */
    static Lexicon of(TopicBook book, String language) {
        return new Lexicon(book.topics(), language);
    }

    List<TopicBook.Topic> topics() {
        return topics;
    }

    /** Index of the broader topic; -1 for the top level. */
    int parent(int topic) {
        return parents[topic];
    }

    /** What a topic has before a term speaks for it, as {@link HeadStart} tells. */
    double headStart(int topic) {
        return headStarts[topic];
    }

    private Map<String, Map<Integer, Double>> weights(String language) {
        Map<String, Map<Integer, Double>> weights = new LinkedHashMap<>();
        for (int topic = 0; topic < topics.size(); topic++) {
            for (Map.Entry<String, Double> term :
                    topics.get(topic).terms().getOrDefault(language, Map.of()).entrySet()) {
                Map<Integer, Double> ofTerm = weights.computeIfAbsent(term.getKey(), text -> new LinkedHashMap<>());
                put(ofTerm, topic, term.getValue());
                if (parents[topic] >= 0) {
                    put(ofTerm, parents[topic], term.getValue());
                }
            }
        }
        return weights;
    }

    /** Several narrower topics may give their parent the same term: it counts once, with the strongest weight. */
    private static void put(Map<Integer, Double> weights, int topic, double weight) {
        weights.merge(topic, weight, (a, b) -> Math.abs(a) >= Math.abs(b) ? a : b);
    }

    private void add(String text, Map<Integer, Double> weights, String language) {
        boolean part = TermForm.isPrefix(text) || TermForm.isSuffix(text);
        Term term = new Term(text, part ? null : TermForm.words(text, language), weights);
        if (part) {
            String folded = Tokens.of(TermForm.plain(text)).folded(0);
            (TermForm.isPrefix(text) ? prefixes : suffixes).merge(folded, term, Lexicon::joined);
            return;
        }
        Node node = root;
        for (TermForm.Word word : term.words()) {
            node = (word.exact() ? node.byForm : node.byStem).computeIfAbsent(word.key(), key -> new Node());
        }
        insert(node.terms, term);
    }

    /** Spellings that come to the same are one term. */
    private static void insert(List<Term> terms, Term added) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).words().equals(added.words())) {
                terms.set(i, joined(terms.get(i), added));
                return;
            }
        }
        terms.add(added);
    }

    private static Term joined(Term one, Term other) {
        Map<Integer, Double> weights = new LinkedHashMap<>();
        for (Term term : List.of(one, other)) {
            for (int i = 0; i < term.size(); i++) {
                put(weights, term.topic(i), term.weight(i));
            }
        }
        return new Term(one.text(), one.words(), weights);
    }

    private static int[] lengths(Map<String, Term> parts) {
        TreeSet<Integer> lengths = new TreeSet<>();
        parts.keySet().forEach(part -> lengths.add(part.length()));
        return lengths.descendingSet().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Finds terms in the first words of a text, from left to right, none inside another. */
    void scan(Tokens tokens, int limit, Finds finds) {
        int end = Math.min(tokens.size(), limit);
        boolean shouted = isShouted(tokens, end);
        int at = 0;
        while (at < end) {
            Start start = start(tokens, at);
            Match best = new Match();
            if (start.byStem() != null) {
                descend(start.byStem(), tokens, at, at, end, shouted, best);
            }
            if (start.byForm() != null) {
                descend(start.byForm(), tokens, at, at, end, shouted, best);
            }
            if (best.term == null && start.part() != null) {
                best.take(start.part(), at, 0);
            }
            if (best.term != null) {
                finds.add(best.term, at, best.last);
                at = best.last + 1;
            } else {
                at++;
            }
        }
    }

    private static final class Match {
        private Term term;
        private int last = -1;
        private int same;

        void take(Term found, int lastToken, int sameForms) {
            boolean narrower = term != null
                    && (found.narrowness() > term.narrowness()
                            || (found.narrowness() == term.narrowness() && sameForms > same));
            if (lastToken > last || (lastToken == last && narrower)) {
                term = found;
                last = lastToken;
                same = sameForms;
            }
        }
    }

    private void descend(Node node, Tokens tokens, int first, int at, int end, boolean shouted, Match best) {
        for (Term term : node.terms) {
            if (term.fits(tokens, first, shouted)) {
                best.take(term, at, term.sameForms(tokens, first));
            }
        }
        int next = at + 1;
        boolean leaf = node.byStem.isEmpty() && node.byForm.isEmpty();
        if (leaf || next >= end || tokens.gap(next) == Gap.APART || tokens.length(next) > LONGEST_WORD) {
            return;
        }
        Node byStem = node.byStem.isEmpty()
                ? null
                : node.byStem.get(start(tokens, next).stem());
        if (byStem != null) {
            descend(byStem, tokens, first, next, end, shouted, best);
        }
        Node byForm = node.byForm.isEmpty() ? null : node.byForm.get(tokens.folded(next));
        if (byForm != null) {
            descend(byForm, tokens, first, next, end, shouted, best);
        }
    }

    /** In a text in capitals an acronym can't be told from a word. */
    private static boolean isShouted(Tokens tokens, int end) {
        int shouted = 0;
        for (int i = 0; i < end; i++) {
            shouted += tokens.isAllCapitals(i) ? 1 : 0;
        }
        return shouted > 3 && shouted * 2 > end;
    }

    private Start start(Tokens tokens, int at) {
        int length = tokens.length(at);
        if (length > LONGEST_WORD) {
            return new Start("", "", null, null, null);
        }
        String folded = tokens.folded(at);
        if (length > LONGEST_REMEMBERED) {
            return found(folded, tokens.stem(at));
        }
        int hash = folded.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
        Start start = remembered[slot];
        if (start == null || !start.folded().equals(folded)) {
            start = found(folded, tokens.stem(at));
            remembered[slot] = start;
        }
        return start;
    }

    private Start found(String folded, String stem) {
        Node byStem = root.byStem.get(stem);
        Node byForm = root.byForm.get(folded);
        return new Start(folded, stem, byStem, byForm, part(folded));
    }

    /** The longest part that the word begins or else ends with. */
    private Term part(String folded) {
        for (int length : prefixLengths) {
            Term term = length > folded.length() ? null : prefixes.get(folded.substring(0, length));
            if (term != null) {
                return term;
            }
        }
        for (int length : suffixLengths) {
            Term term = length > folded.length() ? null : suffixes.get(folded.substring(folded.length() - length));
            if (term != null) {
                return term;
            }
        }
        return null;
    }
}
