package dev.dateline.enrich.tag.spans.train;

import java.util.Set;

/** The same text as a headline writer would put it: names must be found there, too. */
enum Recased {
    TITLE_CASE,
    CAPITALS,
    SMALL;

    private static final Set<String> KEPT_SMALL = Set.of(
            "a", "an", "the", "of", "in", "on", "to", "at", "for", "by", "and", "or", "as", "but", "from", "with", "is",
            "de", "la", "van", "bin", "al", "over", "after", "into");

    LabelledText of(LabelledText text) {
        String recased = recase(text.text());
        // A few letters grow when they change case, such as the German sharp s; then the offsets would not fit.
        return recased.length() == text.text().length()
                ? new LabelledText(text.source(), text.article(), recased, text.names())
                : text;
    }

    private String recase(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '\'')) {
                end++;
            }
            if (end == at) {
                out.append(text.charAt(at++));
            } else {
                out.append(word(text.substring(at, end), at == 0));
                at = end;
            }
        }
        return out.toString();
    }

    private String word(String word, boolean first) {
        return switch (this) {
            case CAPITALS -> word.toUpperCase(java.util.Locale.ROOT);
            case SMALL -> word.toLowerCase(java.util.Locale.ROOT);
            case TITLE_CASE ->
                !first && KEPT_SMALL.contains(word) ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
        };
    }
}
