package dev.dateline.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Texts with the places that people marked in them. */
record PlacesSet(List<Doc> docs) {
    static final String MENTIONS = "mentions.tsv";
    static final String ARTICLES = "articles.tsv";
    static final String TEXTS = "articles.jsonl.gz";

    private static final int COLUMNS = 8;

    /**
     * A text.
     *
     * @param labelled UTF-16 offset in the body up to which places were marked
     * @param countries ISO 3166-1 alpha-2 codes of the country that it is mainly about, several where people may differ; empty when
     *     nobody judged it
     */
    record Doc(String id, String title, String body, int labelled, List<Label> labels, List<String> countries) {}

    /**
     * A place that was marked.
     *
     * @param title whether it stands in the title
     * @param start UTF-16 offset
     * @param end UTF-16 offset, exclusive
     * @param country ISO 3166-1 alpha-2; empty when it lies in several
     * @param point whether it has coordinates
     */
    record Label(boolean title, int start, int end, String country, boolean point, double lat, double lon) {}

    static PlacesSet read(Task task, List<Path> paths) {
        List<Doc> docs = new ArrayList<>();
        List<Path> labels = paths.stream()
                .filter(path -> Files.exists(path.resolve(MENTIONS)))
                .toList();
        for (Path path : paths) {
            if (labels.isEmpty()) {
                docs.addAll(documents(task, path));
            }
        }
        for (Path folder : labels) {
            List<Path> texts =
                    paths.stream().filter(path -> !labels.contains(path)).toList();
            if (texts.isEmpty()) {
                throw new EvalException(folder + " has labels only: name the folder with " + TEXTS + " after it");
            }
            docs.addAll(joined(task, folder, texts));
        }
        return new PlacesSet(docs);
    }

    /** Labels of articles whose texts lie elsewhere. */
    private static List<Doc> joined(Task task, Path folder, List<Path> texts) {
        Map<String, String[]> labelled = new LinkedHashMap<>();
        lines(folder.resolve(ARTICLES)).skip(1).forEach(line -> {
            String[] cells = line.split("\t", -1);
            labelled.put(cells[0], cells);
        });
        Map<String, List<String[]>> rows = new HashMap<>();
        lines(folder.resolve(MENTIONS)).skip(1).forEach(line -> {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new EvalException(folder.resolve(MENTIONS) + " has no " + COLUMNS + " columns in: " + line);
            }
            rows.computeIfAbsent(cells[0], id -> new ArrayList<>()).add(cells);
        });
        List<Doc> docs = new ArrayList<>();
        for (Path path : texts) {
            each(Request.file(task, path, TEXTS), json -> {
                String id = json.path("id").asText();
                String[] article = labelled.get(id);
                if (article != null) {
                    docs.add(joined(json, article, rows.getOrDefault(id, List.of())));
                }
            });
        }
        if (docs.size() < labelled.size()) {
            throw new EvalException("only " + docs.size() + " of " + labelled.size() + " labelled articles are there");
        }
        return docs;
    }

    private static Doc joined(JsonNode json, String[] article, List<String[]> rows) {
        String title = json.path("title").asText();
        String body = json.path("body").asText();
        List<Label> labels = new ArrayList<>();
        for (String[] cells : rows) {
            boolean inTitle = cells[1].equals("title");
            boolean point = !cells[6].isEmpty();
            labels.add(label(
                    inTitle,
                    inTitle ? title : body,
                    Integer.parseInt(cells[2]),
                    Integer.parseInt(cells[3]),
                    cells[5],
                    point,
                    point ? Double.parseDouble(cells[6]) : 0,
                    point ? Double.parseDouble(cells[7]) : 0));
        }
        int labelled = Integer.parseInt(article[1]);
        int end = body.offsetByCodePoints(0, Math.min(labelled, body.codePointCount(0, body.length())));
        boolean judged = article.length > 2 && !article[2].isEmpty();
        return new Doc(article[0], title, body, end, labels, judged ? List.of(article[2].split(",", -1)) : List.of());
    }

    private static Label label(
            boolean title, String text, int start, int end, String country, boolean point, double lat, double lon) {
        int from = text.offsetByCodePoints(0, start);
        return new Label(title, from, text.offsetByCodePoints(from, end - start), country, point, lat, lon);
    }

    /** Texts with their labels, as in the entities task. */
    private static List<Doc> documents(Task task, Path folder) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.toString().endsWith(".jsonl")
                            || file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new EvalException("can't read " + folder + ". The task expects a folder with " + task.holds(), e);
        }
        if (files.isEmpty()) {
            throw new EvalException(
                    "there is no file to read in " + folder + ". The task expects a folder with " + task.holds());
        }
        List<Doc> docs = new ArrayList<>();
        files.forEach(file -> each(file, json -> docs.add(document(json))));
        return docs;
    }

    private static Doc document(JsonNode json) {
        String title = json.path("title").asText("");
        String text = json.path("text").asText("");
        List<Label> labels = new ArrayList<>();
        for (JsonNode each : json.path(json.has("mentions") ? "mentions" : "entities")) {
            boolean inTitle = each.path("field").asText("").equals("title");
            boolean point = each.hasNonNull("lat") && each.hasNonNull("lon");
            if (point || each.hasNonNull("country")) {
                labels.add(label(
                        inTitle,
                        inTitle ? title : text,
                        each.path("start").asInt(),
                        each.path("end").asInt(),
                        each.path("country").asText(""),
                        point,
                        each.path("lat").asDouble(),
                        each.path("lon").asDouble()));
            }
        }
        return new Doc(json.path("id").asText(), title, text, text.length(), labels, List.of());
    }

    private static void each(Path file, Consumer<JsonNode> consumer) {
        lines(file).forEach(line -> {
            try {
                consumer.accept(Json.MAPPER.readTree(line));
            } catch (IOException | IndexOutOfBoundsException e) {
                throw new EvalException(file + " has a line that is not of its form: " + e, e);
            }
        });
    }

    private static Stream<String> lines(Path file) {
        boolean packed = file.toString().endsWith(".gz");
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new EvalException("can't read " + file + ": " + e, e);
        }
    }
}
