package dev.dateline.enrich.sketch;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes the sketch of a text. */
public final class Sketcher {
    private final SketchSettings settings;

    public Sketcher(SketchSettings settings) {
        this.settings = settings;
    }

    /**
     * The sketch of an article. A body that is too short to be told apart by itself is taken together with its title.
     *
     * @param title never null, may be empty
     * @param body never blank
     */
    public Sketch sketch(String title, String body) {
        String[] words = body.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        if (words.length < 25) {
            words = (title + " " + body).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        }
        Set<Long> shingles = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        int width = Math.min(settings.shingleWords(), words.length);
        for (int i = 0; i + width <= words.length; i++) {
            shingles.add(mix(
                    String.join(" ", Arrays.copyOfRange(words, i, i + width)).hashCode()));
        }
        for (String word : words) {
            if (!word.isEmpty() && word.chars().allMatch(Character::isDigit)) {
                numbers.add((int) mix(word.hashCode()));
            }
        }
        int components = settings.components();
        long[] least = new long[components];
        for (int i = 0; i < components; i++) {
            least[i] = Long.MAX_VALUE;
            for (long shingle : shingles) {
                least[i] = Math.min(least[i], mix(shingle + i) >>> 1);
            }
        }
        byte[] signature = new byte[components];
        int[] bands = new int[settings.bands()];
        for (int i = 0; i < components; i++) {
            signature[i] = (byte) least[i];
            bands[i / settings.rows()] = (int) mix(bands[i / settings.rows()] + least[i] + i / settings.rows());
        }
        return new Sketch(
                shingles.size(),
                signature,
                bands,
                numbers.stream()
                        .sorted(Integer::compareUnsigned)
                        .limit(Sketch.MAX_NUMBERS)
                        .mapToInt(n -> n)
                        .toArray());
    }

    private static long mix(long value) {
        long z = value * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
