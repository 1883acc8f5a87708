package dev.dateline.standalone.compare;

import dev.dateline.enrich.sketch.Sketcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text with all its shingles spelt out: what a sketch only estimates. */
public final class ExactText {
    private final String title;
    private final String body;
    private final int width;
    private final List<Word> words;
    private final List<Word> titleWords;
    private final Set<String> shingles = new HashSet<>();

    /**
     * Reads an article.
     *
     * @param shingleWords words in a shingle
     */
    public ExactText(String title, String body, int shingleWords) {
        this.title = title;
        this.body = body;
        this.width = shingleWords;
        this.words = Word.of(body);
        this.titleWords = words.size() < Sketcher.SHORT_BODY_WORDS ? Word.of(title) : List.of();
        collect(words);
        collect(titleWords);
    }

    public int words() {
        return words.size();
    }

    public int shingles() {
        return shingles.size();
    }

    /** Shingles that both have. */
    public int sharedWith(ExactText other) {
        Set<String> fewer = shingles.size() <= other.shingles.size() ? shingles : other.shingles;
        Set<String> more = fewer == shingles ? other.shingles : shingles;
        return (int) fewer.stream().filter(more::contains).count();
    }

    /** The distinct numbers that are compared, as they are first written, in their order, by what makes them equal. */
    public Map<String, String> numbers() {
        Map<String, String> numbers = new LinkedHashMap<>();
        collectNumbers(body, words, numbers);
        collectNumbers(title, titleWords, numbers);
        return numbers;
    }

    /** The body cut into what it has in common with another text, by shingles wherever these stand, and what it has alone. */
    public List<Passage> passages(ExactText other) {
        boolean[] common = new boolean[words.size()];
        int length = Math.min(width, words.size());
        for (int i = 0; length > 0 && i + length <= words.size(); i++) {
            if (other.shingles.contains(shingle(words, i, length))) {
                Arrays.fill(common, i, i + length, true);
            }
        }
        List<Passage> passages = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || common[i] != common[from]) {
                // What stands between two passages goes with the one before.
                int start = from == 0 ? 0 : words.get(from).start();
                int end = i == words.size() ? body.length() : words.get(i).start();
                passages.add(new Passage(
                        common[from], i - from, body.substring(start, end).strip()));
                from = i;
            }
        }
        return List.copyOf(passages);
    }

    private static void collectNumbers(String text, List<Word> words, Map<String, String> into) {
        words.stream()
                .filter(Word::isNumber)
                .forEach(word -> into.putIfAbsent(word.folded(), text.substring(word.start(), word.end())));
    }

    private void collect(List<Word> read) {
        int length = Math.min(width, read.size());
        for (int i = 0; length > 0 && i + length <= read.size(); i++) {
            shingles.add(shingle(read, i, length));
        }
    }

    private static String shingle(List<Word> words, int from, int length) {
        StringBuilder shingle = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            shingle.append(words.get(i).folded()).append(' ');
        }
        return shingle.toString();
    }
}
