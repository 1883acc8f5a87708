package dev.dateline.enrich.tag.spans.train;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.tag.spans.train.LabelledText.Name;
import dev.dateline.enrich.tag.spans.train.LabelledText.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What a model is trained from: {@code *.jsonl.gz} files of labelled texts, {@code articles.jsonl.gz} of plain articles, and the labels that
 * this project made for sentences of these. Offsets in all files are code points.
 */
final class TrainingFiles {
    /** A plain article. */
    record Story(String id, String title, String body) {}

    private static final String ARTICLES = "articles.jsonl.gz";
    private static final String LABELLED = ".jsonl.gz";
    /** Tweets are noisy, and written like no news. */
    private static final Map<String, Double> WEIGHTS = Map.of("wnut17", 0.3, "broadtwitter", 0.3);

    private final List<LabelledText> texts = new ArrayList<>();
    private final List<Story> stories = new ArrayList<>();
    private final Map<String, Story> byId = new HashMap<>();

    TrainingFiles(List<Path> folders, Path labels) throws IOException {
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    read(file);
                }
            }
        }
        stories.forEach(story -> byId.put(story.id(), story));
        for (String line : lines(labels)) {
            if (!line.startsWith("#")) {
                news(line);
            }
        }
    }

    List<LabelledText> texts() {
        return texts;
    }

    List<Story> stories() {
        return stories;
    }

    private void read(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.equals(ARTICLES)) {
            for (String line : lines(file)) {
                JsonNode node = Json.MAPPER.readTree(line);
                stories.add(new Story(text(node, "id"), text(node, "title"), text(node, "body")));
            }
        } else if (name.endsWith(LABELLED)) {
            String source = name.substring(0, name.length() - LABELLED.length());
            List<JsonNode> nodes = new ArrayList<>();
            for (String line : lines(file)) {
                nodes.add(Json.MAPPER.readTree(line));
            }
            boolean misc = nodes.stream().anyMatch(TrainingFiles::hasMisc);
            Source from = new Source(source, misc, WEIGHTS.getOrDefault(source, 1.0));
            nodes.forEach(node -> texts.add(labelled(from, node)));
        }
    }

    private static boolean hasMisc(JsonNode node) {
        for (JsonNode entity : node.get("entities")) {
            if (text(entity, "type").equals(EntityType.MISC.name())) {
                return true;
            }
        }
        return false;
    }

    private static LabelledText labelled(Source source, JsonNode node) {
        String text = text(node, "text");
        List<Name> names = new ArrayList<>();
        for (JsonNode entity : node.get("entities")) {
            names.add(new Name(
                    text.offsetByCodePoints(0, entity.get("start").asInt()),
                    text.offsetByCodePoints(0, entity.get("end").asInt()),
                    EntityType.valueOf(text(entity, "type"))));
        }
        String document = node.hasNonNull("doc") ? text(node, "doc") : text(node, "id");
        return new LabelledText(source, document, text, names);
    }

    /** A line of our own labels: set, article, field, start and end of the sentence, and its names as start-end-TYPE. */
    private void news(String line) throws IOException {
        String[] cells = line.split("\t", -1);
        Story story = byId.get(cells[1]);
        if (story == null) {
            throw new IOException("labels of article " + cells[1] + ", which no folder has");
        }
        String field = cells[2].equals("title") ? story.title() : story.body();
        int start = field.offsetByCodePoints(0, Integer.parseInt(cells[3]));
        int end = field.offsetByCodePoints(0, Integer.parseInt(cells[4]));
        List<Name> names = new ArrayList<>();
        for (String name : cells[5].isEmpty() ? new String[0] : cells[5].split(" ", -1)) {
            String[] parts = name.split("-", 3);
            names.add(new Name(
                    field.offsetByCodePoints(0, Integer.parseInt(parts[0])) - start,
                    field.offsetByCodePoints(0, Integer.parseInt(parts[1])) - start,
                    EntityType.valueOf(parts[2])));
        }
        Source source = new Source(LabelledText.NEWS, true, 1);
        texts.add(new LabelledText(source, cells[1], field.substring(start, end), names));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    /** The lines of a gzip file. */
    static List<String> lines(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.lines().toList();
        }
    }
}
