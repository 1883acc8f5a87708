package dev.dateline.enrich.tag.spans.train;

import dev.dateline.enrich.tag.spans.Attributes;
import dev.dateline.enrich.tag.spans.Lexicon;
import dev.dateline.enrich.tag.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Makes a {@link Lexicon} of lists of names and of unlabelled articles. */
final class LexiconBuilder {
    private static final Map<String, Integer> LISTS = Map.of(
            "first", Lexicon.FIRST_NAME,
            "last", Lexicon.LAST_NAME,
            "country", Lexicon.COUNTRY,
            "nationality", Lexicon.NATIONALITY,
            "town", Lexicon.TOWN,
            "city", Lexicon.TOWN | Lexicon.CITY,
            "region", Lexicon.REGION);

    private static final int PERSON = Lexicon.FIRST_NAME | Lexicon.LAST_NAME;
    private static final int COARSE = 48;
    private static final int MIDDLE = 200;
    private static final int FINE = 640;
    /** Rarer words have too few neighbours to be compared by. */
    private static final int RAREST = 5;
    /** Words that count as neighbours one by one; all others are one neighbour. */
    private static final int NEIGHBOURS = 3000;

    private static final int EDGE = 0;
    private static final int OTHER = 1;
    private static final int NEIGHBOUR_CODES = NEIGHBOURS + 2;

    /** How often a word was seen inside sentences, with a capital and small. */
    private static final class Seen {
        int capital;
        int small;
    }

    /** A word in one of its two forms. */
    private record Form(int word, boolean capital) {}

    private final Map<Integer, Seen> seen = new TreeMap<>();
    private final Map<Integer, Integer> lists = new TreeMap<>();
    private final Attributes plain = new Attributes(Lexicon.of(new int[0], new long[0]));
    private final Consumer<String> progress;

    LexiconBuilder(Consumer<String> progress) {
        this.progress = progress;
    }

    void add(NameLists names) {
        LISTS.forEach((kind, list) -> names.of(kind).forEach(name -> name(name, list)));
    }

    private void name(String name, int list) {
        Tokens tokens = Tokens.of(name);
        int size = tokens.size();
        if (size == 0 || size > Lexicon.LONGEST_PHRASE || (size > 1 && (list & PERSON) != 0)) {
            return;
        }
        plain.read(tokens, 0, size);
        int hash = plain.word(0);
        if (size > 1) {
            lists.merge(hash, Lexicon.LEADS, (a, b) -> a | b);
        }
        for (int i = 1; i < size; i++) {
            hash = Lexicon.phrase(hash, plain.word(i));
        }
        lists.merge(hash, list, (a, b) -> a | b);
    }

    Lexicon build(List<String> articles) {
        progress.accept("counting the words of " + articles.size() + " articles");
        articles.forEach(this::count);
        Map<Form, Integer> classes = classes(articles);
        int[] keys = java.util.stream.IntStream.concat(
                        seen.keySet().stream().mapToInt(i -> i),
                        lists.keySet().stream().mapToInt(i -> i))
                .filter(key -> key != 0)
                .filter(key -> lists.containsKey(key) || count(seen.get(key)) >= RAREST)
                .sorted()
                .distinct()
                .toArray();
        long[] values = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = Lexicon.entry(
                    classes.getOrDefault(new Form(keys[i], true), 0),
                    classes.getOrDefault(new Form(keys[i], false), 0),
                    capitals(seen.get(keys[i])),
                    lists.getOrDefault(keys[i], 0));
        }
        return Lexicon.of(keys, values);
    }

    private static int count(Seen seen) {
        return seen.capital + seen.small;
    }

    private static int capitals(Seen seen) {
        if (seen == null || count(seen) < 3) {
            return 0;
        }
        double share = (double) seen.capital / count(seen);
        double[] steps = {0.005, 0.1, 0.4, 0.8, 0.99};
        int step = 1;
        for (double above : steps) {
            step += share > above ? 1 : 0;
        }
        return step;
    }

    /** Something done with each sentence in ordinary writing. */
    private interface Reader {
        void read(Tokens tokens, int from, int to);
    }

    private void sentences(String text, Reader reader) {
        Tokens tokens = Tokens.of(text);
        int from = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.startsSentence(i) || i - from == Attributes.LONGEST) {
                plain.read(tokens, from, i);
                if (plain.isOrdinary()) {
                    reader.read(tokens, from, i);
                }
                from = i;
            }
        }
    }

    private void count(String text) {
        sentences(text, (tokens, from, to) -> {
            for (int i = from; i < to; i++) {
                if (!tokens.opens(i)) {
                    Seen word = seen.computeIfAbsent(plain.word(i - from), key -> new Seen());
                    if (tokens.isCapital(i)) {
                        word.capital++;
                    } else {
                        word.small++;
                    }
                }
            }
        });
    }

    private Form form(Tokens tokens, int token, int word) {
        Seen counts = seen.get(word);
        boolean capital = tokens.isCapital(token);
        if (tokens.opens(token)) {
            capital = counts != null && counts.capital > counts.small;
        }
        return new Form(word, capital);
    }

    /** Class of each form that is common enough: a coarse, a middle and a fine one, packed. */
    private Map<Form, Integer> classes(List<String> articles) {
        Map<Form, int[]> frequency = new HashMap<>();
        articles.forEach(text -> sentences(text, (tokens, from, to) -> {
            for (int i = from; i < to; i++) {
                frequency.computeIfAbsent(form(tokens, i, plain.word(i - from)), key -> new int[1])[0]++;
            }
        }));
        List<Form> forms = frequency.entrySet().stream()
                .filter(entry -> entry.getValue()[0] >= RAREST)
                .sorted(Comparator.<Map.Entry<Form, int[]>>comparingInt(entry -> -entry.getValue()[0])
                        .thenComparingInt(entry -> entry.getKey().word())
                        .thenComparing(entry -> entry.getKey().capital()))
                .map(Map.Entry::getKey)
                .toList();
        Map<Form, Integer> ids = new HashMap<>();
        forms.forEach(form -> ids.put(form, ids.size()));
        return cluster(forms, neighbours(articles, ids));
    }

    /** For each form, how often it has each neighbour. */
    private List<Map<Integer, Integer>> neighbours(List<String> articles, Map<Form, Integer> ids) {
        List<Map<Integer, Integer>> neighbours = new ArrayList<>();
        ids.forEach((form, id) -> neighbours.add(new TreeMap<>()));
        int[] sentence = new int[Attributes.LONGEST];
        articles.forEach(text -> sentences(text, (tokens, from, to) -> {
            for (int i = from; i < to; i++) {
                sentence[i - from] = ids.getOrDefault(form(tokens, i, plain.word(i - from)), -1);
            }
            for (int i = 0; i < to - from; i++) {
                if (sentence[i] >= 0) {
                    int left = i == 0 ? EDGE : code(sentence[i - 1]);
                    int right = i + 1 == to - from ? EDGE : code(sentence[i + 1]);
                    neighbours.get(sentence[i]).merge(left, 1, Integer::sum);
                    neighbours.get(sentence[i]).merge(NEIGHBOUR_CODES + right, 1, Integer::sum);
                }
            }
        }));
        return neighbours;
    }

    private static int code(int id) {
        return id < 0 || id >= NEIGHBOURS ? OTHER : id + 2;
    }

    private Map<Form, Integer> cluster(List<Form> forms, List<Map<Integer, Integer>> neighbours) {
        int[][] contexts = new int[forms.size()][];
        int[][] counts = new int[forms.size()][];
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = neighbours.get(i).keySet().stream().mapToInt(n -> n).toArray();
            counts[i] = neighbours.get(i).values().stream().mapToInt(n -> n).toArray();
        }
        int[] packed = new int[forms.size()];
        int[] widths = {6, 8, 10};
        int[] sizes = {COARSE, MIDDLE, FINE};
        for (int level = 0; level < sizes.length; level++) {
            progress.accept("putting " + forms.size() + " words into " + sizes[level] + " classes");
            int[] classes = WordClasses.of(contexts, counts, 2 * NEIGHBOUR_CODES, sizes[level]);
            for (int i = 0; i < packed.length; i++) {
                packed[i] = packed[i] << widths[level] | (classes[i] + 1);
            }
        }
        Map<Form, Integer> classes = new HashMap<>();
        for (int i = 0; i < packed.length; i++) {
            classes.put(forms.get(i), packed[i]);
        }
        return classes;
    }
}
