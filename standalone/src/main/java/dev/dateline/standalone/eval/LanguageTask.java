package dev.dateline.standalone.eval;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.tag.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often the tag step names the right language, for titles and for sentences. */
final class LanguageTask implements Task {
    private static final String FILE = "texts.tsv";
    private static final String HEADER = "lang\tkind\ttext";
    private static final int COLUMNS = 3;

    private enum Kind {
        TITLE,
        SENTENCE;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Text(Path file, int line, String language, Kind kind, String text) {}

    /** A line of the details. */
    public record Item(String file, int line, String kind, String expected, String got, String why, String text) {}

    @Override
    public String name() {
        return "language";
    }

    @Override
    public String holds() {
        return FILE + " (header; columns lang, kind: title or sentence, text)";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Scores run(Request request) {
        List<Text> texts = new ArrayList<>();
        request.files(this, FILE).forEach(file -> texts.addAll(read(file)));
        request.progress().accept("loading the models");
        TagStep step = TagStep.configured();
        request.progress().accept("tagging " + texts.size() + " texts");
        TagStep.Tagged tagged = step.all(texts, LanguageTask::article);
        return scores(texts, tagged.tags(), tagged.cpuSeconds(), request.details());
    }

    private static Scores scores(List<Text> texts, List<Tags> tags, double cpuSeconds, Details details) {
        Map<Kind, Tally> total = new EnumMap<>(Kind.class);
        Map<String, Map<Kind, Tally>> perLanguage = new TreeMap<>();
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i);
            boolean right = text.language().equals(tags.get(i).language());
            total.computeIfAbsent(text.kind(), kind -> new Tally()).add(right);
            perLanguage
                    .computeIfAbsent(text.language(), language -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(text.kind(), kind -> new Tally())
                    .add(right);
            details.add(item(text, tags.get(i)));
        }
        Map<String, Object> fields = shares(total);
        Map<String, Object> languages = new LinkedHashMap<>();
        perLanguage.forEach((language, tallies) -> languages.put(language, shares(tallies)));
        fields.put("per_language", languages);
        return new Scores(texts.size(), cpuSeconds, fields);
    }

    private static Map<String, Object> shares(Map<Kind, Tally> tallies) {
        Map<String, Object> shares = new LinkedHashMap<>();
        tallies.forEach((kind, tally) -> shares.put(kind.label(), tally.share()));
        return shares;
    }

    private static Item item(Text text, Tags tags) {
        String why =
                tags.languageConfidence() == null ? "the producer's claim" : "confidence " + tags.languageConfidence();
        return new Item(
                text.file().toString(),
                text.line(),
                text.kind().label(),
                text.language(),
                tags.language(),
                why,
                text.text());
    }

    /** An article that holds this text alone, without a claim of its language. */
    private static Article article(Text text) {
        boolean title = text.kind() == Kind.TITLE;
        return TagStep.article(title ? text.text() : "", title ? "" : text.text(), null);
    }

    private List<Text> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
                throw new EvalException(file + " must begin with the header lang, kind, text, separated by tabs");
            }
            List<Text> texts = new ArrayList<>(lines.size());
            for (int i = 1; i < lines.size(); i++) {
                texts.add(text(file, i + 1, lines.get(i)));
            }
            return texts;
        } catch (IOException e) {
            throw new EvalException("can't read " + file + " as UTF-8 text: " + e, e);
        }
    }

    private static Text text(Path file, int number, String line) {
        String[] cells = line.split("\t", COLUMNS);
        if (cells.length == COLUMNS) {
            for (Kind kind : Kind.values()) {
                if (kind.label().equals(cells[1])) {
                    return new Text(file, number, cells[0], kind, cells[2]);
                }
            }
        }
        throw new EvalException(
                file + ":" + number + " is not lang, kind (title or sentence) and text, separated by tabs");
    }
}
