package dev.dateline.enrich.tag.reading;

import dev.dateline.enrich.tag.text.Tokens;

/** The lead of an article: its first sentence, and its second where both are short. */
public final class Summary {
    /** UTF-16 units; a first sentence that is longer is cut at a word. */
    public static final int MAX_LENGTH = 300;

    private static final String CUT = "\u2026";

    private Summary() {}

    public static String of(Tokens body) {
        String text = body.text();
        int end = 0;
        int sentences = 0;
        for (int i = 1; i <= Math.max(1, body.size()) && sentences < 2; i++) {
            boolean last = i >= body.size();
            if (!last && !body.startsSentence(i)) {
                continue;
            }
            int sentenceEnd = last ? text.length() : body.previousSentenceEnd(i);
            if (sentenceEnd > 2 * MAX_LENGTH || line(text, sentenceEnd).length() > MAX_LENGTH) {
                break;
            }
            end = sentenceEnd;
            sentences++;
        }
        return sentences == 0 ? cut(body) : line(text, end);
    }

    private static String cut(Tokens body) {
        String text = body.text();
        int end = 0;
        for (int i = 0; i < body.size() && body.end(i) < MAX_LENGTH; i++) {
            end = body.end(i);
        }
        if (end == 0) {
            end = Math.min(text.length(), MAX_LENGTH - 1);
            if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
        }
        return line(text, end) + (end < text.length() ? CUT : "");
    }

    private static String line(String text, int end) {
        return text.substring(0, end).strip().replaceAll("\\s++", " ");
    }
}
