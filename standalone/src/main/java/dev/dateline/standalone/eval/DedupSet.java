package dev.dateline.standalone.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dateline.common.model.ArticleId;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Articles and the pairs of them that are copies.
 *
 * @param articles as ingest would publish them, received the moment they were published
 * @param ids the set's own, in the same order
 * @param pairs each once, by index
 * @param containment of each pair, where the file says it: the share of the smaller text that is in the larger
 */
record DedupSet(
        List<RawArticle> articles,
        List<String> ids,
        List<PairScores.Pair> pairs,
        Map<PairScores.Pair, Double> containment) {
    static final String ARTICLES = "articles.jsonl.gz";
    static final String PAIRS = "pairs.tsv";

    private static final List<String> HEADER = List.of("id_a", "id_b");
    private static final String CONTAINMENT = "containment";
    private static final ObjectReader READER = Json.MAPPER.readerFor(Line.class);

    /** One line of the articles' file. */
    public record Line(String id, String source, Instant publishedAt, String title, String body) {
        boolean isComplete() {
            return id != null && source != null && publishedAt != null && body != null;
        }
    }

    static DedupSet read(Task task, Path folder) {
        Path articlesFile = Request.file(task, folder, ARTICLES);
        Path pairsFile = Request.file(task, folder, PAIRS);
        Map<String, Integer> indices = new HashMap<>();
        List<String> ids = new ArrayList<>();
        List<RawArticle> articles = new ArrayList<>();
        for (Line line : lines(articlesFile)) {
            if (indices.put(line.id(), ids.size()) != null) {
                throw new EvalException(articlesFile + " has two articles with the id " + line.id());
            }
            ids.add(line.id());
            articles.add(article(line));
        }
        Map<PairScores.Pair, Double> pairs = pairs(pairsFile, indices);
        Map<PairScores.Pair, Double> containment = new HashMap<>(pairs);
        containment.values().removeIf(Objects::isNull);
        return new DedupSet(articles, ids, List.copyOf(pairs.keySet()), containment);
    }

    List<Instant> times() {
        return articles.stream().map(RawArticle::publishedAt).toList();
    }

    private static List<Line> lines(Path file) {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String text = in.readLine();
            while (text != null) {
                lines.add(line(file, lines.size() + 1, text));
                text = in.readLine();
            }
        } catch (IOException e) {
            throw new EvalException("can't read " + file + " as gzip: " + e, e);
        }
        return lines;
    }

    private static Line line(Path file, int number, String text) {
        try {
            Line line = READER.readValue(text);
            if (line != null && line.isComplete()) {
                return line;
            }
        } catch (JsonProcessingException e) {
            throw badLine(file, number, e);
        }
        throw badLine(file, number, null);
    }

    private static EvalException badLine(Path file, int number, Exception e) {
        return new EvalException(
                file + ":" + number + " is not JSON with id, source, published_at (RFC 3339), title and body", e);
    }

    private static RawArticle article(Line line) {
        String source = sourceId(line.source());
        return RawArticleBuilder.builder()
                .articleId(ArticleId.ofProvider(source, line.id()))
                .sourceId(source)
                .sourceName(line.source())
                .providerId(line.id())
                .mediaType("application/json")
                .receivedAt(line.publishedAt())
                .publishedAt(line.publishedAt())
                .title(line.title())
                .bodyText(line.body())
                .build();
    }

    /** A source's name in the form of a source id. */
    private static String sourceId(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]++", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "unknown" : id.substring(0, Math.min(id.length(), 64));
    }

    /** The pairs with the containment that the file gives them, null where it gives none. */
    private static Map<PairScores.Pair, Double> pairs(Path file, Map<String, Integer> indices) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new EvalException("can't read " + file + " as UTF-8 text: " + e, e);
        }
        List<String> header = lines.isEmpty() ? List.of() : List.of(lines.get(0).split("\t", -1));
        if (header.size() < HEADER.size() || !header.subList(0, HEADER.size()).equals(HEADER)) {
            throw new EvalException(file + " must begin with the header id_a, id_b, separated by a tab");
        }
        int containment = header.indexOf(CONTAINMENT);
        Map<PairScores.Pair, Double> pairs = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            Integer a = indices.get(cells[0]);
            Integer b = cells.length == header.size() ? indices.get(cells[1]) : null;
            if (a == null || b == null || a.equals(b)) {
                throw new EvalException(file + ":" + (i + 1) + " is not two ids of " + ARTICLES
                        + " and what else the header names, separated by tabs");
            }
            PairScores.Pair pair = new PairScores.Pair(Math.min(a, b), Math.max(a, b));
            pairs.put(pair, containment < 0 ? null : share(cells[containment], file, i + 1));
        }
        return pairs;
    }

    private static double share(String cell, Path file, int line) {
        try {
            double share = Double.parseDouble(cell);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw noShare(cell, file, line, e);
        }
        throw noShare(cell, file, line, null);
    }

    private static EvalException noShare(String cell, Path file, int line, Exception e) {
        return new EvalException(file + ":" + line + " has the containment \"" + cell + "\", which is not 0 to 1", e);
    }
}
