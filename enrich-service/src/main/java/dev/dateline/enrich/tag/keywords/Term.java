package dev.dateline.enrich.tag.keywords;

import dev.dateline.enrich.tag.text.Folding;

/** One term of an article, in all its forms: how often and how it is written. */
final class Term {
    /** A term of the title counts as much as this many more mentions in the body. */
    private static final double TITLE_MENTIONS = 3;
    /** Words together say more than one. */
    private static final double PHRASE_FACTOR = 1.4;
    /** A name says more than a common noun. */
    private static final double NAME_FACTOR = 1.3;
    /** A word that hardly ever stands without its partner is told by the phrase. */
    private static final double TIED = 0.8;
    /** Forms of a term that are told apart. More of them are no inflection but noise. */
    private static final int MAX_FORMS = 6;

    /** One spelling of a term. */
    private static final class Form {
        private final String surface;
        private int count;

        Form(String surface) {
            this.surface = surface;
        }
    }

    private final int words;
    private final int rank;
    private final double specificity;
    private final Form[] forms = new Form[MAX_FORMS];
    private int formCount;
    private int body;
    private int title;
    /** Mentions of the body whose capital letter says something, or whose small letter does. */
    private int telling;

    private int names;
    private int longestPhrase;
    private String field;
    private int start;
    private int end;

    /**
     * A term without a mention yet.
     *
     * @param words how many it has
     * @param rank of its first mention among the terms
     * @param specificity see {@link Background}
     */
    Term(int words, int rank, double specificity) {
        this.words = words;
        this.rank = rank;
        this.specificity = specificity;
    }

    void inBody(String text, int from, int to, boolean name, boolean tells) {
        if (body == 0) {
            place(null, from, to);
        }
        body++;
        telling += tells ? 1 : 0;
        names += tells && name ? 1 : 0;
        count(text, from, to);
    }

    void inTitle(String text, int from, int to) {
        if (body == 0 && title == 0) {
            place("title", from, to);
        }
        title++;
        // A headline may be in capitals throughout; the body's spelling is better.
        if (body == 0) {
            count(text, from, to);
        }
    }

    private void place(String where, int from, int to) {
        field = where;
        start = from;
        end = to;
    }

    private void count(String text, int from, int to) {
        for (int i = 0; i < formCount; i++) {
            String surface = forms[i].surface;
            if (surface.length() == to - from && text.startsWith(surface, from)) {
                forms[i].count++;
                return;
            }
        }
        if (formCount < MAX_FORMS) {
            forms[formCount] = new Form(text.substring(from, to));
            forms[formCount].count = 1;
            formCount++;
        }
    }

    void partOfPhrase(int mentions) {
        longestPhrase = Math.max(longestPhrase, mentions);
    }

    int words() {
        return words;
    }

    int rank() {
        return rank;
    }

    int mentionsInBody() {
        return body;
    }

    int mentions() {
        return body + title;
    }

    String field() {
        return field;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    double score() {
        double score = body + (title > 0 ? TITLE_MENTIONS : 0);
        return score * specificity * (words > 1 ? PHRASE_FACTOR : 1) * (isName() ? NAME_FACTOR : 1);
    }

    boolean isRepeated() {
        return words > 1 ? body > 1 || (title > 0 && body > 0) : body > 1 || title > 0;
    }

    boolean isTied() {
        return longestPhrase > 1 && longestPhrase >= TIED * body;
    }

    /** Mostly with a capital where only names have one. */
    private boolean isName() {
        return names * 2 > telling;
    }

    /** The commonest spelling; in lower case when the text shows that the term is no name. */
    String surface() {
        return telling == 0 || isName() ? commonest(false) : commonest(true);
    }

    private String commonest(boolean folded) {
        String best = "";
        int most = 0;
        for (int i = 0; i < formCount; i++) {
            String surface = form(i, folded);
            int count = 0;
            for (int j = 0; j < formCount; j++) {
                count += form(j, folded).equals(surface) ? forms[j].count : 0;
            }
            if (count > most) {
                best = surface;
                most = count;
            }
        }
        return best;
    }

    private String form(int index, boolean folded) {
        String surface = forms[index].surface;
        return folded ? Folding.lower(surface) : surface;
    }
}
