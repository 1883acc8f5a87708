package dev.dateline.enrich.tag.reading;

import dev.dateline.common.model.Keyword;
import dev.dateline.enrich.tag.text.Folding;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.ResourceLines;
import dev.dateline.enrich.tag.text.Stems;
import dev.dateline.enrich.tag.text.StopWords;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lead of an article: one or two of its first sentences, those that have most in common with the title and the keywords, the
 * earlier the better. Bylines, captions and the words of a dateline are left out.
 */
public final class Summary {
    public static final String VERSION = "dateline-lead-1";

    /** UTF-16 units; a first sentence that is longer is cut at a word. */
    public static final int MAX_LENGTH = 300;

    private static final int CHOICE = 5;
    private static final int MAX_SENTENCES = 2;
    /** UTF-16 units in which these begin. */
    private static final int REACH = 2000;

    private static final int MAX_DATELINE = 120;
    private static final int LONGEST_LABEL_WORDS = 4;
    /** What a sentence loses for each that stands before it, in words of the title. */
    private static final double LATER = 1;

    private static final double TITLE_WORD = 1;
    private static final double KEYWORD = 0.5;
    private static final String CUT = "\u2026";
    private static final String ENDS = ".!?\u2026\u3002\uff01\uff1f\u061f\u0964";
    private static final Set<String> NOT_LEADS =
            ResourceLines.of(Summary.class, "not-leads.txt").stream().collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_OPENING = 2;

    private record Scored(Sentence sentence, double score) {}

    private Summary() {}

    /**
     * The summary of a body.
     *
     * @param filed the body begins with a dateline
     */
    public static String of(Prepared text, List<Keyword> keywords, boolean filed) {
        Tokens body = text.body();
        int behind = filed ? behindDateline(body.text()) : 0;
        boolean goesOn = body.size() > 0 && body.start(body.size() - 1) >= behind;
        int from = goesOn ? behind : 0;
        List<Sentence> sentences = Sentence.of(body, from, CHOICE, REACH);
        List<Sentence> leads = sentences.stream()
                .filter(sentence -> !isFurniture(body, sentence))
                .toList();
        if (leads.isEmpty()) {
            leads = sentences;
        }
        List<Sentence> chosen = chosen(text, keywords, leads);
        if (!chosen.isEmpty()) {
            return chosen.stream()
                    .map(sentence -> line(body.text(), sentence.start(), sentence.end()))
                    .collect(Collectors.joining(" "));
        }
        return leads.isEmpty()
                ? cut(body, 0, 0)
                : cut(body, leads.get(0).start(), leads.get(0).first());
    }

    private static List<Sentence> chosen(Prepared text, List<Keyword> keywords, List<Sentence> leads) {
        Map<String, Double> weights = weights(text, keywords);
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            scored.add(new Scored(leads.get(i), score(text.body(), leads.get(i), weights) - LATER * i));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<Sentence> chosen = new ArrayList<>();
        int length = 0;
        for (Scored each : scored) {
            int more = line(
                                    text.body().text(),
                                    each.sentence().start(),
                                    each.sentence().end())
                            .length()
                    + 1;
            if (chosen.size() < MAX_SENTENCES && length + more <= MAX_LENGTH + 1) {
                chosen.add(each.sentence());
                length += more;
            }
        }
        chosen.sort(Comparator.comparingInt(Sentence::start));
        return chosen;
    }

    /** What a stem is worth in a lead. */
    private static Map<String, Double> weights(Prepared text, List<Keyword> keywords) {
        Map<String, Double> weights = new HashMap<>();
        StopWords stopWords = StopWords.of(text.language());
        Tokens title = text.title();
        for (int i = 0; i < Math.min(title.size(), Prepared.MAX_TITLE_TOKENS); i++) {
            if (stopWords.admits(title, i)) {
                weights.put(title.stem(i), TITLE_WORD);
            }
        }
        Stems stems = Stems.of(text.language());
        for (Keyword keyword : keywords) {
            for (String word : Folding.lower(keyword.term()).split("[ -]", -1)) {
                weights.merge(stems.stem(word), KEYWORD * keyword.weight(), Double::sum);
            }
        }
        return weights;
    }

    /** Each stem counts once. */
    private static double score(Tokens body, Sentence sentence, Map<String, Double> weights) {
        Set<String> seen = new HashSet<>();
        double score = 0;
        for (int i = sentence.first(); i <= sentence.last() && body.start(i) < sentence.start() + REACH; i++) {
            Double weight = weights.get(body.stem(i));
            if (weight != null && seen.add(body.stem(i))) {
                score += weight;
            }
        }
        return score;
    }

    /** A caption, a byline, or a label: a few words that end without a mark. */
    private static boolean isFurniture(Tokens body, Sentence sentence) {
        String text = body.text();
        String opening = "";
        for (int i = sentence.first(); i <= sentence.last() && i < sentence.first() + LONGEST_OPENING; i++) {
            opening = opening.isEmpty() ? body.folded(i) : opening + ' ' + body.folded(i);
            if (NOT_LEADS.contains(opening) && isLabel(body, sentence, i)) {
                return true;
            }
        }
        int words = sentence.last() - sentence.first() + 1;
        int end = sentence.end();
        while (end > sentence.start() && !Character.isLetterOrDigit(text.charAt(end - 1)) && !isEnd(text, end - 1)) {
            end--;
        }
        return words <= LONGEST_LABEL_WORDS && end > sentence.start() && !isEnd(text, end - 1);
    }

    /** Whether the opening word announces something: a colon or a name follows, or the whole has no closing mark. */
    private static boolean isLabel(Tokens body, Sentence sentence, int last) {
        String text = body.text();
        boolean colon = body.end(last) < text.length() && text.charAt(body.end(last)) == ':';
        boolean unfinished = !isEnd(text, sentence.end() - 1);
        return colon || unfinished;
    }

    private static boolean isEnd(String text, int at) {
        return ENDS.indexOf(text.charAt(at)) >= 0;
    }

    /** Where the text begins behind {@code BERGEN, Jan 3 (Reuters) - }; 0 where there is no dash. */
    private static int behindDateline(String text) {
        for (int i = 1; i < Math.min(text.length() - 1, MAX_DATELINE); i++) {
            char c = text.charAt(i);
            boolean hyphen =
                    c == '-' && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == ')' || text.charAt(i + 1) == '-');
            if (c == '\u2013' || c == '\u2014' || c == '\u2015' || hyphen || (c == ':' && text.charAt(i - 1) == ')')) {
                return text.charAt(i + 1) == '-' ? i + 2 : i + 1;
            }
        }
        return 0;
    }

    private static String cut(Tokens body, int start, int first) {
        String text = body.text();
        int end = start;
        for (int i = first; i < body.size() && body.end(i) - start < MAX_LENGTH; i++) {
            end = body.end(i);
        }
        if (end == start) {
            end = Math.min(text.length(), start + MAX_LENGTH - 1);
            if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
        }
        return line(text, start, end) + (end < text.length() ? CUT : "");
    }

    private static String line(String text, int start, int end) {
        return text.substring(start, end).strip().replaceAll("\\s++", " ");
    }
}
