package dev.dateline.enrich.tag.spans.train;

import dev.dateline.common.model.EntityType;
import dev.dateline.enrich.tag.spans.Attributes;
import dev.dateline.enrich.tag.spans.Features;
import dev.dateline.enrich.tag.spans.Labels;
import dev.dateline.enrich.tag.spans.train.LabelledText.Name;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.Arrays;
import java.util.List;

/** A sentence to learn from. */
final class Example {
    private static final int ANY = (1 << Labels.COUNT) - 1;

    private final int[] features;
    private final int[] allowed;
    private final double weight;

    private Example(int[] features, int[] allowed, double weight) {
        this.features = features;
        this.allowed = allowed;
        this.weight = weight;
    }

    /** {@link Features#COUNT} hashes for each token. */
    int[] features() {
        return features;
    }

    /** The labels that each token may have, as bits: one where it is known, more where the source does not say. */
    int[] allowed() {
        return allowed;
    }

    /** How much it counts. */
    double weight() {
        return weight;
    }

    int size() {
        return allowed.length;
    }

    /** Adds the sentences of a text, in the pieces in which the tagger would see them. */
    static void add(LabelledText text, double weight, Attributes attributes, List<Example> to) {
        Tokens tokens = Tokens.of(text.text());
        int[] allowed = allowed(text, tokens);
        Features features = new Features(attributes);
        int from = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            boolean cut = i == tokens.size() || tokens.startsSentence(i) || i - from == Attributes.LONGEST;
            if (cut && isWhole(allowed, from, i)) {
                attributes.read(tokens, from, i);
                to.add(example(features, Arrays.copyOfRange(allowed, from, i), weight));
            }
            from = cut ? i : from;
        }
    }

    /** Whether no name is cut by the ends of this piece. */
    private static boolean isWhole(int[] allowed, int from, int to) {
        return may(allowed[from], true) && may(allowed[to - 1], false);
    }

    private static boolean may(int mask, boolean start) {
        for (int label = 0; label < Labels.COUNT; label++) {
            if ((mask >>> label & 1) != 0 && (start ? Labels.starts(label) : Labels.ends(label))) {
                return true;
            }
        }
        return false;
    }

    private static Example example(Features of, int[] allowed, double weight) {
        int[] features = new int[allowed.length * Features.COUNT];
        int[] one = new int[Features.COUNT];
        for (int i = 0; i < allowed.length; i++) {
            of.fill(i, one);
            System.arraycopy(one, 0, features, i * Features.COUNT, Features.COUNT);
        }
        return new Example(features, allowed, weight);
    }

    private static int[] allowed(LabelledText text, Tokens tokens) {
        int outside = 1 << Labels.OUTSIDE;
        int nothing = text.source().labelsMisc() ? outside : outside | Labels.mask(EntityType.MISC);
        int[] allowed = new int[tokens.size()];
        Arrays.fill(allowed, nothing);
        int token = 0;
        for (Name name : text.names()) {
            while (token < tokens.size() && tokens.end(token) <= name.start()) {
                token++;
            }
            int first = token;
            while (token < tokens.size() && tokens.start(token) < name.end()) {
                token++;
            }
            if (first == token) {
                continue;
            }
            boolean handle = isHandle(text.text(), name);
            boolean exact = tokens.start(first) >= name.start() && tokens.end(token - 1) <= name.end() + 1;
            if (exact && !handle) {
                label(allowed, first, token - 1, name.type());
            } else {
                // Not on the borders of words, or a handle, which some sources count as a name and others do not.
                Arrays.fill(allowed, first, token, ANY);
            }
        }
        return allowed;
    }

    private static boolean isHandle(String text, Name name) {
        boolean marked = name.start() > 0 && "@#".indexOf(text.charAt(name.start() - 1)) >= 0;
        return marked || "@#".indexOf(text.charAt(name.start())) >= 0;
    }

    private static void label(int[] allowed, int first, int last, EntityType type) {
        if (first == last) {
            allowed[first] = 1 << Labels.unit(type);
            return;
        }
        Arrays.fill(allowed, first + 1, last, 1 << Labels.inside(type));
        allowed[first] = 1 << Labels.begin(type);
        allowed[last] = 1 << Labels.last(type);
    }
}
