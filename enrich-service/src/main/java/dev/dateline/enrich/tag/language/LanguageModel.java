package dev.dateline.enrich.tag.language;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelReader;

/**
 * OpenNLP's language detection model (maximum entropy over the distinct 1- to 3-grams of characters), repacked.
 *
 * <p>OpenNLP holds an object, a string and two arrays per n-gram: 46 MB. The same weights in four arrays take 10 MB, and scoring needs
 * no substring per n-gram. The scores are the same up to float rounding.
 */
public final class LanguageModel {
    /** Name and version of the Maven artifact the weights come from. */
    public static final String VERSION = "opennlp-langdetect-1.3.0";

    private static final String RESOURCE = "/langdetect-183.bin";
    private static final String ENTRY = "langdetect.model";
    private static final int MAX_GRAM = 3;
    private static final int BUFFER = 1 << 16;

    private final List<String> outcomes;
    /** Open addressing: the n-gram at a slot, 0 where the slot is free. */
    private final long[] grams;
    /** Per slot, where the n-gram's weights begin. */
    private final int[] begins;
    /** Per slot, how many weights the n-gram has. */
    private final byte[] counts;
    /** Per weight, the outcome it counts for. */
    private final byte[] weightOutcomes;

    private final float[] weights;

    private LanguageModel(List<String> outcomes, Map<String, Context> contexts) {
        this.outcomes = outcomes;
        int slots = Integer.highestOneBit(contexts.size()) << 2;
        this.grams = new long[slots];
        this.begins = new int[slots];
        this.counts = new byte[slots];
        int total = contexts.values().stream()
                .mapToInt(context -> context.getOutcomes().length)
                .sum();
        this.weightOutcomes = new byte[total];
        this.weights = new float[total];
        pack(contexts);
    }

    /** Reads the model from the class path: about 0.3 s of CPU in a fresh JVM, and about 60 MB of heap until it is done. */
    public static LanguageModel load() {
        try (InputStream resource = LanguageModel.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            return unpack(new ZipInputStream(new BufferedInputStream(resource, BUFFER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LanguageModel unpack(ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(ENTRY)) {
                byte[] bytes = zip.readAllBytes();
                return of(new GenericModelReader(new BinaryFileDataReader(new ByteArrayInputStream(bytes))).getModel());
            }
        }
        throw new IllegalStateException("no " + ENTRY + " in " + RESOURCE);
    }

    private static LanguageModel of(AbstractModel model) {
        // OpenNLP's documented order: the contexts by predicate are the second structure.
        @SuppressWarnings("unchecked")
        Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
        String[] names = new String[model.getNumOutcomes()];
        for (int i = 0; i < names.length; i++) {
            names[i] = model.getOutcome(i);
        }
        return new LanguageModel(List.of(names), contexts);
    }

    private void pack(Map<String, Context> contexts) {
        int at = 0;
        for (Map.Entry<String, Context> entry : contexts.entrySet()) {
            long gram = gram(entry.getKey());
            if (gram == 0) {
                continue;
            }
            int slot = slot(grams, gram);
            grams[slot] = gram;
            begins[slot] = at;
            int[] ids = entry.getValue().getOutcomes();
            double[] values = entry.getValue().getParameters();
            counts[slot] = (byte) ids.length;
            for (int i = 0; i < ids.length; i++) {
                weightOutcomes[at] = (byte) ids[i];
                weights[at] = (float) values[i];
                at++;
            }
        }
    }

    /** Labels in the order of {@link #scores}. */
    public List<String> outcomes() {
        return outcomes;
    }

    /** The sum of the weights of the distinct n-grams, per outcome: log-probabilities up to a constant. */
    public double[] scores(char[] text, int length) {
        double[] scores = new double[outcomes.size()];
        long[] seen = new long[Integer.highestOneBit(Math.max(1, length * MAX_GRAM)) << 2];
        for (int start = 0; start < length; start++) {
            long gram = 0;
            for (int size = 0; size < MAX_GRAM && start + size < length; size++) {
                gram |= (long) text[start + size] << (Character.SIZE * size);
                int mark = slot(seen, gram);
                if (gram != 0 && seen[mark] == 0) {
                    seen[mark] = gram;
                    add(gram, scores);
                }
            }
        }
        return scores;
    }

    private void add(long gram, double[] scores) {
        int slot = slot(grams, gram);
        if (grams[slot] == 0) {
            return;
        }
        int begin = begins[slot];
        int end = begin + counts[slot];
        for (int i = begin; i < end; i++) {
            scores[weightOutcomes[i]] += weights[i];
        }
    }

    private static long gram(String text) {
        long gram = 0;
        if (text.length() <= MAX_GRAM) {
            for (int i = 0; i < text.length(); i++) {
                gram |= (long) text.charAt(i) << (Character.SIZE * i);
            }
        }
        return gram;
    }

    /** The slot that holds the n-gram, or the free one where it belongs. Tables are at most half full, so there is one. */
    private static int slot(long[] table, long gram) {
        int mask = table.length - 1;
        int slot = (int) ((gram * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (table[slot] != 0 && table[slot] != gram) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
