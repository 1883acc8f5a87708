package dev.dateline.enrich.sketch;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of made-up words, each drawn from as many as a language has in use. */
final class SampleTexts {
    private static final int VOCABULARY = 20_000;

    private final SplittableRandom random;

    SampleTexts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String ofWords(int count) {
        return IntStream.range(0, count).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    private String word() {
        return Integer.toString(random.nextInt(VOCABULARY), Character.MAX_RADIX).replaceAll("[0-9]", "x")
                + (char) ('a' + random.nextInt(26));
    }
}
