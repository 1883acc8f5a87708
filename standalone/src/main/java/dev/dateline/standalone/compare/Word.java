package dev.dateline.standalone.compare;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text as the sketch reads it, and where it stands.
 *
 * @param folded without case, compatibility forms and apostrophes
 * @param start of it in the text, in UTF-16 units
 * @param end behind it
 */
record Word(String folded, int start, int end, boolean isNumber) {
    /** Scripts that put no space between words: each letter with its marks is one. */
    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsMyanmar}\\p{IsKhmer}";

    private static final String LETTERS = "[\\p{L}\\p{M}&&[^" + UNSPACED + "]]++";
    private static final Pattern WORD = Pattern.compile("(?<number>\\p{Nd}++(?:[.,'’]\\p{Nd}++)*+)|(?:[" + UNSPACED
            + "&&\\p{L}]\\p{M}*+)|(?:" + LETTERS + "(?:['’]" + LETTERS + ")*+)");
    private static final Pattern THOUSANDS = Pattern.compile("[.,'’](?=\\p{Nd}{3}(?!\\p{Nd}))");
    private static final Pattern APOSTROPHE = Pattern.compile("['’]");

    /** The words of a text in their order. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            boolean number = matcher.group("number") != null;
            words.add(new Word(fold(matcher.group(), number), matcher.start(), matcher.end(), number));
        }
        return words;
    }

    private static String fold(String word, boolean number) {
        Pattern dropped = number ? THOUSANDS : APOSTROPHE;
        String plain = dropped.matcher(word).replaceAll("");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
