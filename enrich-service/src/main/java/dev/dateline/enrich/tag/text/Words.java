package dev.dateline.enrich.tag.text;

import java.lang.Character.UnicodeScript;

/** Cursor over the words of a text; {@link Tokens} says what a word is. */
public final class Words {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int LONGEST_ACRONYM = 8;

    private final String text;
    private int start;
    private int end;
    private boolean cjk;
    private boolean lower;

    public Words(String text) {
        this.text = text;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public boolean isCjk() {
        return cjk;
    }

    /** Whether the word has a small letter. */
    public boolean hasLower() {
        return lower;
    }

    /** Goes to the next word; false at the end of the text. */
    public boolean next() {
        int at = end;
        if (isPossessive(at)) {
            at += 2;
        }
        while (at < text.length()) {
            int code = text.codePointAt(at);
            if (Character.isLetterOrDigit(code)) {
                start = at;
                cjk = isCjk(code);
                end = cjk ? runOf(UnicodeScript.of(code)) : wordEnd();
                return true;
            }
            at += Character.charCount(code);
        }
        start = at;
        end = at;
        return false;
    }

    private int runOf(UnicodeScript script) {
        int at = start;
        while (at < text.length()) {
            int code = text.codePointAt(at);
            // The prolonged sound mark and combining voice marks belong to whatever Kana they follow.
            boolean mark = code == 0x30fc || Character.getType(code) == Character.NON_SPACING_MARK;
            if (!mark && (UnicodeScript.of(code) != script || !Character.isLetter(code))) {
                break;
            }
            at += Character.charCount(code);
        }
        return at;
    }

    private int wordEnd() {
        int acronym = acronymEnd();
        if (acronym > start) {
            lower = false;
            return acronym;
        }
        lower = false;
        int at = start;
        while (at < text.length()) {
            int code = text.codePointAt(at);
            if (isWordPart(code)) {
                lower |= Character.isLowerCase(code);
                at += Character.charCount(code);
            } else if (joins(at, code)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** The end of U.S. or U.S.A., its last full stop included; {@code start} where there is no such thing. */
    private int acronymEnd() {
        int at = start;
        int letters = 0;
        while (letters < LONGEST_ACRONYM
                && at + 1 < text.length()
                && Character.isUpperCase(text.charAt(at))
                && text.charAt(at + 1) == '.') {
            letters++;
            at += 2;
        }
        boolean whole = at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
        return letters >= 2 && whole ? at : start;
    }

    private static boolean isWordPart(int code) {
        if (code < 0x80) {
            return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
        }
        if (Character.isLetterOrDigit(code)) {
            return !isCjk(code);
        }
        int type = Character.getType(code);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || code == ZERO_WIDTH_JOINER
                || code == ZERO_WIDTH_NON_JOINER;
    }

    /** Whether the punctuation at this place is inside a word. */
    private boolean joins(int at, int code) {
        if (at + 1 >= text.length() || at == start) {
            return false;
        }
        int next = text.codePointAt(at + 1);
        if (code == '.' || code == ',') {
            return Character.isDigit(text.charAt(at - 1)) && Character.isDigit(next);
        }
        boolean apostrophe = code == '\'' || code == '\u2019';
        return apostrophe && Character.isLetter(next) && !isCjk(next) && !isPossessive(at) && !isElided(at);
    }

    private boolean isPossessive(int at) {
        if (at + 1 >= text.length() || at == 0) {
            return false;
        }
        char mark = text.charAt(at);
        char s = text.charAt(at + 1);
        return (mark == '\'' || mark == '\u2019')
                && (s == 's' || s == 'S')
                && (at + 2 == text.length() || !isWordPart(text.codePointAt(at + 2)))
                && isWordPart(text.codePointBefore(at));
    }

    /** French elision parts words: l’Iran, qu’il. */
    private boolean isElided(int at) {
        return switch (at - start) {
            case 1 -> "ldjmnstc".indexOf(Character.toLowerCase(text.charAt(start))) >= 0;
            case 2 -> text.regionMatches(true, start, "qu", 0, 2);
            default -> false;
        };
    }

    private static boolean isCjk(int code) {
        if (code < 0x2e80) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(code);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
