package dev.dateline.enrich.tag.topics;

import dev.dateline.enrich.tag.text.Stems;
import dev.dateline.enrich.tag.text.Tokens;
import dev.dateline.enrich.tag.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How a term in a file is written, and what it then matches.
 *
 * <p>Its words match words of the same stem, in English their inflected forms. {@code =word} matches this form alone, {@code Word} needs a capital in the text,
 * {@code WORD} needs capitals throughout, {@code word*} and {@code *word} match the beginning and the end of a word.
 */
final class TermForm {
    static final String EXPECTED =
            "a term has 1 to 6 words of letters or digits; = may stand before a word, * before or after the only word if it has 4 letters or more";

    static final int MAX_WORDS = 6;
    private static final String ENGLISH = "en";
    private static final int MAX_LENGTH = 80;
    private static final int SHORTEST_PART = 4;

    private TermForm() {}

    static int narrowness(List<Word> words) {
        return words.stream().mapToInt(Word::narrowness).sum();
    }

    /** What a word of the text must be, beside its stem. */
    enum Case {
        ANY(0),
        CAPITAL(2),
        CAPITALS(4);

        private final int narrowness;

        Case(int narrowness) {
            this.narrowness = narrowness;
        }
    }

    /**
     * One word of a term.
     *
     * @param key stem, or the folded form of an exact word
     * @param form folded
     * @param inflected whether only inflected forms match, not all of the stem
     */
    record Word(String key, String form, boolean exact, boolean inflected, Case letters) {
        /** Whether a word of the text with this key is meant. */
        boolean fits(Tokens tokens, int token, boolean shouted) {
            boolean written =
                    switch (letters) {
                        case ANY -> true;
                        case CAPITAL -> tokens.isCapital(token);
                        case CAPITALS -> tokens.isAllCapitals(token) && !shouted;
                    };
            return written && (!inflected || exact || Inflection.isOf(form, tokens.folded(token)));
        }

        /** The narrower of two terms of the same words wins. */
        private int narrowness() {
            return letters.narrowness + (exact ? 1 : 0);
        }
    }

    /** Why a term is not of the form; null when it is. */
    static String problem(String term) {
        if (term.length() > MAX_LENGTH) {
            return "is too long";
        }
        boolean part = term.indexOf('*') >= 0;
        String plain = plain(term);
        if (plain.indexOf('*') >= 0 || plain.indexOf('=') >= 0) {
            return "has a = or * in the wrong place";
        }
        int words = count(plain);
        if (words == 0) {
            return "has no word";
        }
        if (words > MAX_WORDS) {
            return "has more than " + MAX_WORDS + " words";
        }
        if (part && (words > 1 || plain.length() < SHORTEST_PART)) {
            return "is no part of a word";
        }
        return null;
    }

    private static int count(String plain) {
        Words words = new Words(plain);
        int count = 0;
        while (words.next()) {
            count++;
        }
        return count;
    }

    static boolean isPrefix(String term) {
        return term.endsWith("*");
    }

    static boolean isSuffix(String term) {
        return term.startsWith("*");
    }

    /** The term without its marks. */
    static String plain(String term) {
        String plain = term;
        if (isPrefix(plain)) {
            plain = plain.substring(0, plain.length() - 1);
        } else if (isSuffix(plain)) {
            plain = plain.substring(1);
        }
        StringBuilder unmarked = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            boolean mark = plain.charAt(i) == '=' && (i == 0 || plain.charAt(i - 1) == ' ');
            unmarked.append(mark ? "" : plain.charAt(i));
        }
        return unmarked.toString();
    }

    /** The words of a term that is of the form. */
    static List<Word> words(String term, String language) {
        Stems stems = Stems.of(language);
        boolean inflected = language.equals(ENGLISH);
        List<Word> words = new ArrayList<>();
        for (String part : term.split(" ", -1)) {
            boolean exact = part.startsWith("=");
            Tokens tokens = Tokens.of(exact ? part.substring(1) : part, stems);
            for (int i = 0; i < tokens.size(); i++) {
                Case letters = tokens.isAllCapitals(i) ? Case.CAPITALS : tokens.isCapital(i) ? Case.CAPITAL : Case.ANY;
                String key = exact ? tokens.folded(i) : tokens.stem(i);
                words.add(new Word(key, tokens.folded(i), exact, inflected, letters));
            }
        }
        return List.copyOf(words);
    }
}
