package dev.dateline.enrich.tag.reading;

import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the first sentences of a body.
 *
 * @param start UTF-16 index after the sentence before
 * @param end after its last mark
 * @param first token
 * @param last token, included
 */
record Sentence(int start, int end, int first, int last) {
    /** The sentences that begin in the first {@code units} of a body from {@code from} on, and no more than {@code most}. */
    static List<Sentence> of(Tokens body, int from, int most, int units) {
        List<Sentence> sentences = new ArrayList<>();
        int first = 0;
        while (first < body.size() && body.start(first) < from) {
            first++;
        }
        int start = from;
        for (int i = first + 1; i <= body.size() && sentences.size() < most && start - from < units; i++) {
            boolean last = i == body.size();
            if (last || body.startsSentence(i)) {
                int end = last ? body.text().length() : body.previousSentenceEnd(i);
                sentences.add(new Sentence(start, end, first, i - 1));
                start = end;
                first = i;
            }
        }
        return List.copyOf(sentences);
    }
}
