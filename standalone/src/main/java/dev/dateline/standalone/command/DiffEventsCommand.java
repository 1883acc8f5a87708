package dev.dateline.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import dev.dateline.standalone.console.Progress;
import dev.dateline.standalone.console.Table;
import dev.dateline.standalone.diff.DiffSummary;
import dev.dateline.standalone.diff.EventFile;
import dev.dateline.standalone.diff.EventFileException;
import dev.dateline.standalone.diff.FieldChange;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares what two versions of the pipeline made of the same articles. */
@Command(
        name = "diff-events",
        description = "Compare the events of two versions of the pipeline: what changed, and why."
                + " Exits 0 when both say the same, 1 when they differ.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A FILE holds events as JSON lines, one replay each:",
            "  dateline tail events --from-beginning --timeout 10s --json > before.jsonl",
            "Of several events of one article the last one counts. Lists are compared by what they name,",
            "not by order or weight.",
            "",
            "Examples:",
            "  dateline diff-events before.jsonl after.jsonl",
            "  dateline diff-events before.jsonl after.jsonl --field entities --examples 20",
            "  dateline diff-events before.jsonl after.jsonl --json | jq .fields.topics"
        })
final class DiffEventsCommand implements Callable<Integer> {
    private static final int LONGEST_TITLE = 70;
    private static final int LONGEST_ITEM = 100;
    private static final int MOST_ITEMS = 6;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FIRST", description = "Events as they were.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "Events as they are now.")
    private Path second;

    @Option(names = "--field", paramLabel = "NAME", description = "Show examples of this field only; may be repeated.")
    private Set<String> only = Set.of();

    @Option(
            names = "--examples",
            paramLabel = "N",
            defaultValue = "3",
            description = "Examples of each field, at most 1000. Default: ${DEFAULT-VALUE}.")
    private int examples;

    @Option(
            names = "--details",
            paramLabel = "FILE",
            description = "Write one JSON line per article that differs, with all its changes.")
    private Path details;

    @Option(names = "--json", description = "Print the counts as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (examples < 0 || examples > 1000) {
            throw new CommandFailure("--examples must be 0 to 1000, not " + examples);
        }
        try {
            DiffSummary summary = compare();
            if (json) {
                print(line(counts(summary)));
            } else {
                show(summary);
            }
            return summary.isEmpty() ? 0 : 1;
        } catch (EventFileException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private DiffSummary compare() throws IOException {
        DiffSummary summary = new DiffSummary(examples);
        try (EventFile was = opened(first);
                EventFile is = opened(second);
                PrintWriter written = details == null
                        ? null
                        : new PrintWriter(Files.newBufferedWriter(details, StandardCharsets.UTF_8))) {
            Set<String> articles = new LinkedHashSet<>(was.articles());
            articles.addAll(is.articles());
            try (Progress progress = progress("comparing", articles.size())) {
                for (String article : articles) {
                    JsonNode before = was.event(article);
                    JsonNode after = is.event(article);
                    List<FieldChange> changes = summary.add(before, after);
                    boolean differs = !changes.isEmpty() || before == null || after == null;
                    if (written != null && differs) {
                        written.println(line(detail(article, before, after, changes)));
                    }
                    progress.add(1);
                }
            }
            if (written != null && written.checkError()) {
                throw new CommandFailure("can't write " + details);
            }
        }
        return summary;
    }

    private EventFile opened(Path path) throws IOException {
        try (Progress progress = reading(path)) {
            return EventFile.open(path, progress::add);
        }
    }

    private Progress reading(Path path) throws IOException {
        return isShown() && Files.isRegularFile(path)
                ? Progress.ofBytes("reading", Files.size(path), System.err)
                : Progress.none();
    }

    private Progress progress(String task, long total) {
        return isShown() ? Progress.ofItems(task, total, System.err) : Progress.none();
    }

    private boolean isShown() {
        return palette().on() && !json;
    }

    private static Map<String, Object> detail(
            String article, JsonNode before, JsonNode after, List<FieldChange> changes) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("article_id", article);
        detail.put("title", (after == null ? before : after).path("title").asText());
        detail.put("in", before == null ? "second" : after == null ? "first" : "both");
        detail.put("changes", changes);
        return detail;
    }

    private static Map<String, Object> counts(DiffSummary summary) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("same", summary.same());
        counts.put("changed", summary.changed());
        counts.put("only_first", summary.onlyFirst());
        counts.put("only_second", summary.onlySecond());
        counts.put("fields", summary.fields());
        return counts;
    }

    private void show(DiffSummary summary) {
        long both = summary.same() + summary.changed();
        print(both + " articles in both, " + summary.changed() + " of them differ; " + summary.onlyFirst() + " only in "
                + Printable.of(first.toString()) + ", " + summary.onlySecond() + " only in "
                + Printable.of(second.toString()));
        if (summary.fields().isEmpty()) {
            return;
        }
        print("");
        Table table = new Table("field", "articles", "share", "gone", "new");
        summary.fields().entrySet().stream()
                .sorted(Map.Entry.<String, DiffSummary.FieldCount>comparingByValue(
                                (a, b) -> Long.compare(b.events(), a.events()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> table.row(
                        Printable.of(each.getKey()),
                        each.getValue().events(),
                        Math.round(1000.0 * each.getValue().events() / both) / 10.0 + " %",
                        each.getValue().gone(),
                        each.getValue().come()));
        table.lines().forEach(this::print);
        summary.fields().keySet().stream()
                .sorted()
                .filter(field -> only.isEmpty() || only.contains(field))
                .forEach(field -> showExamples(field, summary.examples(field)));
    }

    private void showExamples(String field, List<DiffSummary.Example> shown) {
        if (shown.isEmpty()) {
            return;
        }
        print("");
        print(palette().bold(Printable.of(field)));
        for (DiffSummary.Example example : shown) {
            print("  " + Printable.of(example.title(), LONGEST_TITLE) + "  "
                    + palette().dim(Printable.of(example.articleId())));
            items(example.change().gone(), "-")
                    .forEach(item -> print("    " + palette().red(item)));
            items(example.change().come(), "+")
                    .forEach(item -> print("    " + palette().green(item)));
            print("    "
                    + palette().dim("because: " + Printable.of(example.change().why())));
        }
    }

    private static List<String> items(List<String> items, String sign) {
        List<String> some = items.stream()
                .limit(MOST_ITEMS)
                .map(item -> sign + " " + Printable.of(item, LONGEST_ITEM))
                .collect(Collectors.toCollection(ArrayList::new));
        if (items.size() > MOST_ITEMS) {
            some.add(sign + " and " + (items.size() - MOST_ITEMS) + " more");
        }
        return some;
    }

    private static String line(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private Palette palette() {
        return Palette.of(spec.commandLine().getColorScheme().ansi());
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
