package dev.dateline.simulator.grammar;

/** Mends what putting pieces together leaves behind: double blanks and full stops, blanks or commas before punctuation, a/an, small first letters. */
final class Tidy {
    private static final String AFTER_A = "/an ";

    private Tidy() {}

    static String tidy(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && (out.isEmpty() || last(out) == ' ')) {
                continue;
            }
            if ((c == 'a' || c == 'A') && startsArticle(text, i, out)) {
                out.append(c).append(beforeVowel(text, i + 1 + AFTER_A.length()) ? "n " : " ");
                i += AFTER_A.length();
                continue;
            }
            if (c == ',' || c == '.' || (c == '\'' && i + 1 < text.length() && text.charAt(i + 1) == 's')) {
                dropBeforePunctuation(out, c);
            }
            if (c != '.' || out.isEmpty() || last(out) != '.') {
                out.append(c);
            }
        }
        while (!out.isEmpty() && last(out) == ' ') {
            out.setLength(out.length() - 1);
        }
        capitalise(out);
        return out.toString();
    }

    /** A person's role ends with a comma, which gives way to the sentence's own punctuation. */
    private static void dropBeforePunctuation(StringBuilder out, char next) {
        while (!out.isEmpty() && last(out) == ' ' && next != '\'') {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && last(out) == ',') {
            out.setLength(out.length() - 1);
        }
    }

    private static boolean startsArticle(String text, int at, StringBuilder out) {
        boolean atWord = out.isEmpty() || !Character.isLetter(last(out));
        return atWord && text.startsWith(AFTER_A, at + 1);
    }

    private static boolean beforeVowel(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return "aeiouAEIOU8".indexOf(c) >= 0 || (c == '1' && spokenWithVowel(text, at));
    }

    /** Eleven and eighteen, but not a hundred and ten. */
    private static boolean spokenWithVowel(String text, int at) {
        boolean twoDigits = at + 2 >= text.length() || !Character.isDigit(text.charAt(at + 2));
        return twoDigits && (text.startsWith("11", at) || text.startsWith("18", at));
    }

    private static void capitalise(StringBuilder out) {
        for (int i = 0; i < out.length(); i++) {
            if (Character.isLetterOrDigit(out.charAt(i))) {
                out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
                return;
            }
        }
    }

    private static char last(StringBuilder out) {
        return out.charAt(out.length() - 1);
    }
}
