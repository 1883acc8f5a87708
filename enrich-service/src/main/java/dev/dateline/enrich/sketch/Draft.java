package dev.dateline.enrich.sketch;

/**
 * A sketch in the making: texts are read into it, one after the other. No shingle reaches from one text into the next. Its buffers serve
 * sketch after sketch, which saves as much time as hashing takes. Not thread-safe.
 */
final class Draft {
    /** The shingle of texts without anything to see. */
    private static final long[] NOTHING = {Hashing.mix(Hashing.FACTOR)};

    private final SketchSettings settings;
    private final DistinctHashes distinct = new DistinctHashes();
    private final Words words = new Words();
    private final Shingles shingles;
    private final MinHash minHash;
    private final Lead lead = new Lead();
    private final NumberSet numbers = new NumberSet();

    Draft(SketchSettings settings) {
        this.settings = settings;
        this.shingles = new Shingles(settings.shingleWords());
        this.minHash = new MinHash(settings.components());
    }

    /** Begins a sketch in place of the one before. */
    void begin() {
        distinct.clear();
        minHash.clear();
        lead.clear();
        numbers.clear();
    }

    /** Reads a text's words; returns how many there are. */
    int read(String text) {
        words.begin(text);
        shingles.begin();
        while (words.next()) {
            numbers.add(words.hashes(), words.size());
            add(words.hashes(), shingles.roll(words.hashes(), words.size()));
        }
        finish();
        return shingles.words();
    }

    /** Reads a text that has no words: each of its symbols is one. */
    void readSymbols(String text) {
        long[] symbols = text.codePoints()
                .filter(symbol -> !Character.isWhitespace(symbol))
                .asLongStream()
                .toArray();
        shingles.begin();
        add(symbols, shingles.roll(symbols, symbols.length));
        finish();
    }

    /** Reads a title behind its body; returns how many words there are. */
    int readTitle(String title) {
        lead.end();
        return read(title);
    }

    Sketch sketch() {
        if (distinct.count() == 0) {
            add(NOTHING, NOTHING.length);
        }
        if (distinct.isComplete()) {
            minHash.fill(distinct.hashes(), distinct.size());
        }
        return new Sketch(distinct.count(), minHash.signature(), keys(), numbers.hashes());
    }

    private int[] keys() {
        int[] keys = new int[settings.bands() + Lead.KEYS];
        minHash.writeBands(keys, settings.bands(), settings.rows());
        lead.writeKeys(keys, settings.bands());
        return keys;
    }

    private void finish() {
        if (shingles.isShort()) {
            add(new long[] {shingles.last()}, 1);
        }
    }

    private void add(long[] shingles, int count) {
        distinct.add(shingles, count);
        minHash.add(shingles, count);
        lead.add(shingles, count);
    }
}
