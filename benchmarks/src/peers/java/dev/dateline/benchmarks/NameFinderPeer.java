package dev.dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.tag.spans.NameModel;
import dev.dateline.enrich.tag.spans.SpanTagger;
import dev.dateline.enrich.tag.spans.TrainedSpanTagger;
import dev.dateline.enrich.tag.text.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * OpenNLP's NameFinder, trained on the labelled texts of one folder, beside our tagger, both on those of another: F1 of exact span and type over
 * PER, ORG and LOC, and tokens per CPU second.
 *
 * <p>Arguments: the folder to train on, the folder to measure on; both hold {@code *.jsonl.gz} as {@code dateline eval entities} reads them.
 */
public final class NameFinderPeer {
    private static final String MISC = "MISC";
    private static final int ROUNDS = 100;
    private static final int CUTOFF = 2;

    /** A text as tokens; names are first token, end token (exclusive) and type. */
    private record Sample(Tokens tokens, List<String> words, List<Span> names) {
        String[] array() {
            return words.toArray(String[]::new);
        }
    }

    private NameFinderPeer() {}

    /** Prints a line for each tagger. */
    public static void main(String[] folders) throws IOException {
        List<Sample> train = read(Path.of(folders[0]));
        List<Sample> test = read(Path.of(folders[1]));
        TrainingParameters parameters = TrainingParameters.defaultParams();
        parameters.put("Iterations", ROUNDS);
        parameters.put("Cutoff", CUTOFF);
        List<NameSample> samples = train.stream()
                .filter(sample -> !sample.words().isEmpty())
                .map(sample -> new NameSample(sample.array(), sample.names().toArray(Span[]::new), true))
                .toList();
        NameFinderME peer = new NameFinderME(NameFinderME.train(
                "en", null, ObjectStreamUtils.createObjectStream(samples), parameters, new TokenNameFinderFactory()));
        SpanTagger ours = new TrainedSpanTagger(NameModel.load());
        measure("OpenNLP NameFinder", test, sample -> {
            peer.clearAdaptiveData();
            return List.of(peer.find(sample.array()));
        });
        measure("ours", test, sample -> ours.tag(sample.tokens()).stream()
                .map(span -> new Span(span.first(), span.last() + 1, span.type().name()))
                .toList());
    }

    private static void measure(String name, List<Sample> test, Function<Sample, List<Span>> tagger) {
        long best = Long.MAX_VALUE;
        long right = 0;
        long found = 0;
        long expected = 0;
        long tokens = test.stream().mapToLong(sample -> sample.words().size()).sum();
        for (int round = 0; round < 5; round++) {
            right = 0;
            found = 0;
            expected = 0;
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (Sample sample : test) {
                Set<Span> gold = scored(sample.names());
                Set<Span> got = scored(tagger.apply(sample));
                expected += gold.size();
                found += got.size();
                got.retainAll(gold);
                right += got.size();
            }
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%s: precision %.3f recall %.3f f1 %.3f, %.0f tokens per CPU second",
                name,
                (double) right / found,
                (double) right / expected,
                2.0 * right / (found + expected),
                tokens * 1e9 / best));
    }

    private static Set<Span> scored(List<Span> spans) {
        Set<Span> scored = new HashSet<>();
        for (Span span : spans) {
            if (!span.getType().equals(MISC)) {
                scored.add(new Span(span.getStart(), span.getEnd(), span.getType()));
            }
        }
        return scored;
    }

    private static List<Sample> read(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl.gz")).sorted().toList()) {
                try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                        samples.add(sample(Json.MAPPER.readTree(line)));
                    }
                }
            }
        }
        return samples;
    }

    private static Sample sample(JsonNode node) {
        String text = node.get("text").asText();
        Tokens tokens = Tokens.of(text);
        String[] words = new String[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = tokens.surface(i);
        }
        List<Span> names = new ArrayList<>();
        for (JsonNode entity : node.get("entities")) {
            int start = text.offsetByCodePoints(0, entity.get("start").asInt());
            int end = text.offsetByCodePoints(0, entity.get("end").asInt());
            int first = 0;
            while (first < words.length && tokens.end(first) <= start) {
                first++;
            }
            int last = first;
            while (last < words.length && tokens.start(last) < end) {
                last++;
            }
            boolean free = names.isEmpty() || names.get(names.size() - 1).getEnd() <= first;
            if (last > first && free) {
                names.add(new Span(first, last, entity.get("type").asText()));
            }
        }
        return new Sample(tokens, List.of(words), names);
    }
}
