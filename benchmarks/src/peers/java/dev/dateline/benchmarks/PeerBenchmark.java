package dev.dateline.benchmarks;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import dev.dateline.enrich.sketch.Sketch;
import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.sketch.Sketcher;
import info.debatty.java.lsh.MinHash;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Articles of 500 words per second of one thread, each from text to a signature of 128 components of the distinct shingles of 5 words.
 * hash4j and java-lsh leave the shingles to their users: here a scan for letters and digits and a set of strings or hashes, whose cost
 * {@link #shinglesAlone} shows. Lucene has analysers of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PeerBenchmark {
    private static final int TEXTS = 1024;
    private static final int COMPONENTS = 128;
    private static final int BITS = 8;
    private static final int WIDTH = 5;
    private static final long SEED = 1;

    private final Sketcher sketcher = new Sketcher(SketchSettings.DEFAULT);
    private final SimilarityHasher minHash =
            SimilarityHashing.minHash(COMPONENTS, BITS).createHasher();
    private final SimilarityHasher superMinHash =
            SimilarityHashing.superMinHash(COMPONENTS, BITS).createHasher();
    private final MinHash javaLsh = new MinHash(COMPONENTS, Integer.MAX_VALUE, SEED);
    private List<String> texts = List.of();
    private int turn;

    @Setup
    public void prepare() {
        texts = new SampleText(SEED).texts(TEXTS);
    }

    /** With band keys and the set of numbers. */
    @Benchmark
    public Sketch dateline() {
        return sketcher.sketch("", next());
    }

    @Benchmark
    public Set<Long> shinglesAlone() {
        return shingles(next());
    }

    @Benchmark
    public byte[] hash4jMinHash() {
        return minHash.compute(ElementHashProvider.ofCollection(shingles(next()), Long::longValue));
    }

    @Benchmark
    public byte[] hash4jSuperMinHash() {
        return superMinHash.compute(ElementHashProvider.ofCollection(shingles(next()), Long::longValue));
    }

    @Benchmark
    public int[] javaLshMinHash() {
        Set<Integer> elements = new HashSet<>();
        for (long shingle : shingles(next())) {
            elements.add((int) shingle & Integer.MAX_VALUE);
        }
        return javaLsh.signature(elements);
    }

    /** One hash function, 128 buckets, with rotation: the filter's default is 512 buckets. */
    @Benchmark
    public int luceneMinHashFilter() throws IOException {
        Tokenizer tokenizer = new StandardTokenizer();
        tokenizer.setReader(new StringReader(next()));
        ShingleFilter shingles = new ShingleFilter(new LowerCaseFilter(tokenizer), WIDTH, WIDTH);
        shingles.setOutputUnigrams(false);
        int tokens = 0;
        try (TokenStream signature = new MinHashFilter(shingles, 1, COMPONENTS, 1, true)) {
            signature.reset();
            while (signature.incrementToken()) {
                tokens++;
            }
            signature.end();
        }
        return tokens;
    }

    private static Set<Long> shingles(String text) {
        List<String> words = words(text.toLowerCase(Locale.ROOT));
        Set<Long> shingles = new HashSet<>(words.size() * 2);
        for (int i = 0; i + WIDTH <= words.size(); i++) {
            shingles.add(Hashing.komihash5_0().hashCharsToLong(String.join(" ", words.subList(i, i + WIDTH))));
        }
        return shingles;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (!inWord && i > start) {
                words.add(text.substring(start, i));
            }
            start = inWord ? start : i + 1;
        }
        return words;
    }

    private String next() {
        turn = (turn + 1) % TEXTS;
        return texts.get(turn);
    }
}
