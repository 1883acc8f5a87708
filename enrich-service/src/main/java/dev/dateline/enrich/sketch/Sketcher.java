package dev.dateline.enrich.sketch;

/** Makes the sketch of a text. Equal words in equal order make equal sketches, whatever their case, spacing and punctuation. Thread-safe. */
public final class Sketcher {
    /** Rises when the same text gets another sketch: sketches of different versions cannot be compared. */
    public static final int VERSION = 1;

    /** A body shorter than this says too little to be told apart by itself ("Full story to follow"): its title counts, too. */
    public static final int SHORT_BODY_WORDS = 25;

    private final SketchSettings settings;
    private final ThreadLocal<Draft> drafts;

    public Sketcher(SketchSettings settings) {
        this.settings = settings;
        this.drafts = ThreadLocal.withInitial(() -> new Draft(settings));
    }

    /**
     * The sketch of an article. A body that is too short to be told apart by itself is taken together with its title.
     *
     * @param title never null, may be empty
     * @param body never blank
     */
    public Sketch sketch(String title, String body) {
        Draft draft = drafts.get();
        draft.begin();
        int words = draft.read(body);
        if (words < SHORT_BODY_WORDS) {
            words += draft.readTitle(title);
        }
        if (words == 0) {
            draft.readSymbols(body);
        }
        return draft.sketch();
    }

    /** What sketches are made by, for the lineage of events: two that were made by the same name can be compared. */
    public String name() {
        return "minhash-" + VERSION + "-" + settings.shingleWords() + "w-" + settings.bands() + "x" + settings.rows();
    }
}
