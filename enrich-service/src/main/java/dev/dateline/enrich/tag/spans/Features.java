package dev.dateline.enrich.tag.spans;

/**
 * The features of a token: hashes of its own attributes, of its neighbours' and of pairs of them, in the manner of Ratinov and Roth (2009)
 * and Turian et al. (2010). No string is built: every attribute is a number already.
 */
public final class Features {
    /** How many features every token has. */
    public static final int COUNT = 66;

    /** The first features of every token name the word itself; the others its surroundings and its form. */
    public static final int LEXICAL = 17;

    private final Attributes of;
    private int[] out = new int[0];
    private int count;

    public Features(Attributes of) {
        this.of = of;
    }

    /** Writes the {@link #COUNT} features of a token of the sentence that the attributes were read from; none is 0. */
    public void fill(int token, int[] into) {
        out = into;
        count = 0;
        int at = Attributes.at(token);
        itself(at);
        form(at);
        around(at);
    }

    private void itself(int at) {
        int word = of.word[at];
        add(word);
        add(of.cased[at] ^ of.writing);
        add(word, of.word[at - 1]);
        add(word, of.word[at + 1]);
        add(word, of.shape[at]);
        for (int i = 1; i < 4; i++) {
            add(of.prefixes[at * 4 + i]);
            add(of.suffixes[at * 4 + i]);
        }
        add(of.fine[at]);
        add(of.middle[at]);
        add(of.fine[at], of.shape[at]);
        add(of.middle[at], of.middle[at - 1]);
        add(of.middle[at], of.middle[at + 1]);
        add(of.coarse[at]);
    }

    private void form(int at) {
        int shape = of.shape[at];
        int lists = of.lists[at];
        int phrase = of.phrases[at];
        add(1);
        add(shape);
        add(shape, of.shape[at - 1]);
        add(shape, of.shape[at + 1]);
        add(shape, of.shape[at - 1], of.shape[at + 1]);
        add(shape, of.capitals[at]);
        add(of.capitals[at], of.writing);
        add(lists);
        add(lists, shape);
        add(lists, of.lists[at - 1]);
        add(lists, of.lists[at + 1]);
        add(phrase);
        add(phrase, of.middle[at + 1]);
        add(of.suffixes[at * 4 + 2], shape);
        add(of.suffixes[at * 4 + 1], of.middle[at - 1]);
        add(of.gap[at], shape);
        add(of.gap[at + 1], shape);
        add(of.gap[at], of.gap[at + 1], of.capital[at] ? 1 : 2);
        add(of.writing);
    }

    private void around(int at) {
        int shape = of.shape[at];
        add(of.word[at - 1]);
        add(of.word[at + 1]);
        add(of.word[at - 2]);
        add(of.word[at + 2]);
        add(of.word[at - 1], shape);
        add(of.word[at + 1], shape);
        add(of.word[at - 1], of.word[at + 1]);
        add(of.word[at - 2], of.word[at - 1]);
        add(of.word[at + 1], of.word[at + 2]);
        add(of.suffixes[(at - 1) * 4 + 2]);
        add(of.suffixes[(at + 1) * 4 + 2]);
        add(of.fine[at - 1]);
        add(of.fine[at + 1]);
        add(of.middle[at - 1]);
        add(of.middle[at + 1]);
        add(of.middle[at - 1], shape);
        add(of.middle[at + 1], shape);
        add(of.middle[at - 1], of.middle[at + 1]);
        add(of.middle[at - 2]);
        add(of.middle[at + 2]);
        add(of.coarse[at - 1], of.coarse[at + 1], shape);
        add(of.lists[at - 1]);
        add(of.lists[at + 1]);
        add(of.phrases[at - 1]);
        add(of.phrases[at + 1]);
        add(of.smallBefore[at], of.capital[at] ? 1 : 2);
        add(of.smallAfter[at], of.capital[at] ? 1 : 2);
        add(of.shape[at - 2], of.shape[at - 1], shape);
        add(of.gap[at], of.word[at - 1]);
        add(of.gap[at + 1], of.word[at + 1]);
    }

    private void add(int attribute) {
        int hash = Letters.mix(attribute * 0x9e3779b1 + count * 0x632be5ab);
        out[count++] = hash == 0 ? 1 : hash;
    }

    private void add(int first, int second) {
        add(first * 0x2c1b3c6d + Integer.rotateLeft(second, 15) * 0x297a2d39);
    }

    private void add(int first, int second, int third) {
        add(first * 0x2c1b3c6d + Integer.rotateLeft(second, 15) * 0x297a2d39, third);
    }
}
