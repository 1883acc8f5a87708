package dev.dateline.enrich.identify;

import dev.dateline.common.address.SameArticle;
import dev.dateline.common.wire.Digest;
import dev.dateline.enrich.article.Article;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Two fingerprints of an article: of everything it says (a change is a revision) and of its words alone (equal words are a copy). */
final class ContentHash {
    /** A body shorter than this says too little to be told apart by itself ("Full story to follow"): its title counts, too. */
    static final int SHORT_BODY_WORDS = 25;

    /** As many as a stream-safe text has (Unicode Standard Annex 15); without an end to them normalisation takes quadratic time. */
    private static final Pattern MANY_MARKS = Pattern.compile("(\\p{M}{30})\\p{M}++");

    private ContentHash() {}

    /** Equal only when a redelivery changes nothing that a reader or a consumer would see. */
    static String ofContent(Article article) {
        return Digest.of(
                article.title(),
                article.subtitle(),
                String.join("\n", article.authors()),
                article.url() == null ? null : SameArticle.at(article.url()), // tracking is not a change
                article.section(),
                article.publishedAt().equals(article.receivedAt())
                        ? null // no time of its own: a later delivery is not a change
                        : article.publishedAt().toString(),
                article.bodyText());
    }

    /** Equal when two articles have the same words in the same order, whatever their case, spacing and punctuation. */
    static String ofWords(Article article) {
        Words body = Words.of(article.bodyText());
        return body.count() < SHORT_BODY_WORDS
                ? Digest.of(Words.of(article.title()).text(), body.text())
                : Digest.of(body.text());
    }

    /** Letters and digits in lower case after compatibility composition (Unicode NFKC), one space between words. */
    private record Words(String text, int count) {
        static Words of(String raw) {
            String bounded = MANY_MARKS.matcher(raw).replaceAll("$1");
            String text = Normalizer.normalize(bounded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            StringBuilder words = new StringBuilder(text.length());
            int count = 0;
            boolean inWord = false;
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                boolean partOfWord = Character.isLetterOrDigit(codePoint)
                        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
                if (partOfWord) {
                    if (!inWord) {
                        count++;
                        if (count > 1) {
                            words.append(' ');
                        }
                    }
                    words.appendCodePoint(codePoint);
                }
                inWord = partOfWord;
                i += Character.charCount(codePoint);
            }
            return new Words(words.toString(), count);
        }
    }
}
