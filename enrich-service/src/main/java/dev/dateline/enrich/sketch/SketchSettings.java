package dev.dateline.enrich.sketch;

/**
 * How texts are sketched. To change one of these is to make all sketches anew: the state of copies has to be rebuilt.
 *
 * @param shingleWords words in a shingle
 * @param bands keys under which a text is found
 * @param rows components of the signature in one key; the signature has {@code bands * rows} components
 */
public record SketchSettings(int shingleWords, int bands, int rows) {
    /** Measured on newswire; see docs/near-duplicates.md. */
    public static final SketchSettings DEFAULT = new SketchSettings(5, 64, 2);

    public int components() {
        return bands * rows;
    }
}
