package dev.dateline.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Texts of 500 words that look like English to whoever hashes them: words as often as Zipf's law has it, of five letters on average,
 * in sentences with commas, apostrophes and numbers. Each fourth is a copy of an earlier one with some words less or more.
 */
public final class SampleText {
    private static final int WORDS = 500;
    private static final int VOCABULARY = 20_000;
    private static final int COPY_EVERY = 4;

    private final SplittableRandom random;
    private final String[] vocabulary = new String[VOCABULARY];

    public SampleText(long seed) {
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < VOCABULARY; i++) {
            vocabulary[i] = newWord(i);
        }
    }

    /** As many texts, always the same ones for one seed. */
    public List<String> texts(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean copy = i % COPY_EVERY == COPY_EVERY - 1;
            texts.add(copy ? copyOf(texts.get(i - random.nextInt(1, COPY_EVERY))) : newText());
        }
        return texts;
    }

    private String newText() {
        StringBuilder text = new StringBuilder();
        int sentence = 0;
        for (int i = 0; i < WORDS; i++) {
            String word = word();
            text.append(sentence == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            sentence++;
            boolean ends = sentence > 8 && random.nextInt(12) == 0;
            text.append(ends ? ". " : random.nextInt(14) == 0 ? ", " : " ");
            sentence = ends ? 0 : sentence;
        }
        return text.append('.').toString();
    }

    private String copyOf(String text) {
        int cut = random.nextInt(text.length() * 3 / 4, text.length());
        return text.substring(0, cut) + newText().substring(0, text.length() - cut);
    }

    private String word() {
        if (random.nextInt(40) == 0) {
            return Integer.toString(random.nextInt(3000));
        }
        double rank = Math.exp(random.nextDouble() * Math.log(VOCABULARY));
        String word = vocabulary[(int) rank - 1];
        return random.nextInt(100) == 0 ? word + "'s" : word;
    }

    /** Frequent words are short. */
    private String newWord(int rank) {
        int length = 2 + random.nextInt(3) + (int) (Math.log1p(rank) / 2);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(
                    i % 2 == rank % 2
                            ? "aeiou".charAt(random.nextInt(5))
                            : "bcdfghklmnprstvw".charAt(random.nextInt(16)));
        }
        return word.toString();
    }
}
