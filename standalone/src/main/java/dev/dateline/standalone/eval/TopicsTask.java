package dev.dateline.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.model.MediaTopic;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.tag.Tags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** How often the most confident topic of the top level is the labelled one. */
final class TopicsTask implements Task {
    private static final String FILE = "items.jsonl";
    private static final String PACKED = FILE + ".gz";
    private static final int FIRST = 3;

    private record Labelled(String id, String title, String body, String topic) {}

    /** A line of the details; {@code got} are the topics of the top level, {@code why} is what spoke for the first. */
    public record Item(String id, String language, String expected, List<String> got, Object why, String text) {}

    /** What is counted of one label. */
    private static final class Counts {
        private int expected;
        private int found;
        private int right;
        private int amongFirst;

        double f1() {
            return expected + found == 0 ? 0 : 2.0 * right / (expected + found);
        }

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("items", expected);
            fields.put("top1", share(right, expected));
            fields.put("top3", share(amongFirst, expected));
            fields.put("precision", share(right, found));
            fields.put("f1", f1());
            return fields;
        }
    }

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public String holds() {
        return FILE + " or " + PACKED + " (id, title, body, topic: code of a topic of the top level)";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Scores run(Request request) {
        List<Labelled> items = new ArrayList<>();
        request.paths().forEach(folder -> items.addAll(read(file(folder))));
        request.progress().accept("loading the models");
        TagStep step = TagStep.configured();
        request.progress().accept("tagging " + items.size() + " items");
        TagStep.Tagged tagged = step.all(items, item -> TagStep.article(item.title(), item.body(), null));
        return scores(items, tagged.tags(), tagged.cpuSeconds(), request.details());
    }

    private static Scores scores(List<Labelled> items, List<Tags> tags, double cpuSeconds, Details details) {
        Map<String, Counts> perLabel = new TreeMap<>();
        int none = 0;
        for (int i = 0; i < items.size(); i++) {
            Labelled item = items.get(i);
            List<MediaTopic> top = tags.get(i).topics().stream()
                    .filter(topic -> topic.parent() == null)
                    .toList();
            List<String> got = top.stream().map(MediaTopic::code).toList();
            Counts counts = perLabel.computeIfAbsent(item.topic(), label -> new Counts());
            counts.expected++;
            counts.amongFirst += got.subList(0, Math.min(FIRST, got.size())).contains(item.topic()) ? 1 : 0;
            if (got.isEmpty()) {
                none++;
            } else {
                perLabel.computeIfAbsent(got.get(0), label -> new Counts()).found++;
                counts.right += got.get(0).equals(item.topic()) ? 1 : 0;
            }
            details.add(new Item(
                    item.id(), tags.get(i).language(), item.topic(), got, top, item.title() + "\n" + item.body()));
        }
        return new Scores(items.size(), cpuSeconds, fields(items.size(), none, perLabel));
    }

    private static Map<String, Object> fields(int items, int none, Map<String, Counts> perLabel) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "top1",
                share(
                        perLabel.values().stream()
                                .mapToInt(counts -> counts.right)
                                .sum(),
                        items));
        fields.put(
                "top3",
                share(
                        perLabel.values().stream()
                                .mapToInt(counts -> counts.amongFirst)
                                .sum(),
                        items));
        fields.put(
                "macro_f1",
                perLabel.values().stream()
                        .filter(counts -> counts.expected > 0)
                        .mapToDouble(Counts::f1)
                        .average()
                        .orElse(0));
        fields.put("none", share(none, items));
        Map<String, Object> labels = new LinkedHashMap<>();
        perLabel.forEach((label, counts) -> labels.put(label, counts.fields()));
        fields.put("per_label", labels);
        return fields;
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : (double) part / all;
    }

    private Path file(Path folder) {
        Path packed = folder.resolve(PACKED);
        return Files.isReadable(packed) ? packed : Request.file(this, folder, FILE);
    }

    private static List<Labelled> read(Path file) {
        List<Labelled> items = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                items.add(item(file, ++number, line));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new EvalException("can't read " + file + ": " + e, e);
        }
        return items;
    }

    private static Labelled item(Path file, int number, String line) throws IOException {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new EvalException(file + ":" + number + " is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!node.hasNonNull("id") || !node.hasNonNull("topic")) {
            throw new EvalException(file + ":" + number + " needs id, topic, and title or body");
        }
        return new Labelled(
                node.get("id").asText(),
                node.path("title").asText(""),
                node.path("body").asText(""),
                node.get("topic").asText());
    }
}
