package dev.dateline.enrich.tag.spans;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A trained model of English names; docs/models/names-en.md is its card. */
public final class NameModel {
    /** Changes whenever the model does. */
    public static final String VERSION = "names-en 2";

    private static final String RESOURCE = "names-en.bin";
    private static final int FORMAT = 0x444c4e31;

    private final Lexicon lexicon;
    private final WeightTable weights;
    private final double[] transitions;
    private final double sharpness;

    /**
     * @param lexicon what is known of words
     * @param weights of the features
     * @param transitions score of a label (row) being followed by another (column)
     * @param sharpness what scores are multiplied with before they become probabilities, chosen on held-out sentences
     */
    public NameModel(Lexicon lexicon, WeightTable weights, double[] transitions, double sharpness) {
        this.lexicon = lexicon;
        this.weights = weights;
        this.transitions = transitions;
        this.sharpness = sharpness;
    }

    /** The same model with other probabilities. */
    public NameModel withSharpness(double other) {
        return new NameModel(lexicon, weights, transitions, other);
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    public WeightTable weights() {
        return weights;
    }

    public double[] transitions() {
        return transitions;
    }

    double sharpness() {
        return sharpness;
    }

    /** The model that comes with the service. A missing or damaged one is a broken build, so it throws. */
    public static NameModel load() {
        try (InputStream in = NameModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + RESOURCE);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it is something else
     */
    public static NameModel read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from)));
        if (in.readInt() != FORMAT) {
            throw new IOException("no model of names, or of another version");
        }
        double sharpness = in.readDouble();
        double[] transitions = new double[Labels.COUNT * Labels.COUNT];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readDouble();
        }
        return new NameModel(Lexicon.read(in), WeightTable.read(in), transitions, sharpness);
    }

    /** Writes the model; the same model gives the same bytes. */
    public void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(FORMAT);
            out.writeDouble(sharpness);
            for (double transition : transitions) {
                out.writeDouble(transition);
            }
            lexicon.write(out);
            weights.write(out);
        }
    }
}
