package dev.dateline.enrich.tag.spans;

import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names with a trained model: a linear-chain conditional random field over {@link Features}, the best labels of each sentence by
 * Viterbi's algorithm, and as confidence the probability that the name is exactly this.
 */
public final class TrainedSpanTagger implements SpanTagger {
    /** Tokens that are looked at; what is longer is no article. */
    private static final int MOST_TOKENS = 50_000;

    /**
     * A token whose every label of a name scores less than this is outside of names, whatever stands beside it. On held-out sentences this
     * changes nothing.
     */
    private static final double HOPELESS = -8;

    private final NameModel model;
    private final double[] exponentials;

    public TrainedSpanTagger(NameModel model) {
        this.model = model;
        exponentials = new double[model.transitions().length];
        for (int i = 0; i < exponentials.length; i++) {
            exponentials[i] = Math.exp(model.transitions()[i] * model.sharpness());
        }
    }

    @Override
    public List<Span> tag(Tokens tokens) {
        int end = Math.min(MOST_TOKENS, tokens.size());
        Work work = new Work(tokens);
        int from = 0;
        for (int i = 1; i <= end; i++) {
            if (i == end || tokens.startsSentence(i) || i - from == Attributes.LONGEST) {
                work.sentence(from, i);
                from = i;
            }
        }
        return work.spans;
    }

    /** One text's buffers. */
    private final class Work {
        private final Tokens tokens;
        private final Attributes attributes = new Attributes(model.lexicon());
        private final Features features = new Features(attributes);
        private final Chain chain = new Chain();
        private final int[] hashes = new int[Features.COUNT];
        private final double[] scores = new double[Labels.COUNT];
        private final int[] labels = new int[Attributes.LONGEST];
        private final List<Span> spans = new ArrayList<>();

        Work(Tokens tokens) {
            this.tokens = tokens;
        }

        /** Scores the tokens, and finds the names in each run of tokens that may be in one. */
        void sentence(int from, int to) {
            attributes.read(tokens, from, to);
            int run = 0;
            for (int i = from; i < to; i++) {
                if (attributes.mayBeNamed(i - from) && hope(i - from) >= HOPELESS) {
                    for (int label = 0; label < Labels.COUNT; label++) {
                        chain.score(run, label, scores[label]);
                    }
                    run++;
                } else if (run > 0) {
                    names(i - run, run);
                    run = 0;
                }
            }
            if (run > 0) {
                names(to - run, run);
            }
        }

        private double hope(int token) {
            features.fill(token, hashes);
            return model.weights().add(hashes, scores);
        }

        private void names(int from, int size) {
            chain.start(size);
            chain.decode(model.transitions(), labels);
            boolean summed = false;
            int first = 0;
            for (int i = 0; i < size; i++) {
                if (Labels.opens(labels[i])) {
                    first = i;
                }
                if (Labels.closes(labels[i])) {
                    if (!summed) {
                        chain.sum(exponentials, model.sharpness());
                        summed = true;
                    }
                    double confidence = Math.min(1, chain.probability(first, i, labels, exponentials));
                    spans.add(new Span(from + first, from + i, Labels.type(labels[i]), confidence));
                }
            }
        }
    }
}
