package dev.dateline.standalone.sources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import dev.dateline.standalone.console.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sources as a table for people; below it what is wrong with whom. */
public final class SourceLines {
    private static final int MAX_URL = 60;
    private static final int MAX_DETAIL = 200;

    private SourceLines() {}

    /**
     * The lines.
     *
     * @param sources as the API gives them
     */
    public static List<String> of(List<JsonNode> sources, Instant now, Palette palette) {
        if (sources.isEmpty()) {
            return List.of("no sources yet; declare one: dateline sources add https://example.com/feed.xml");
        }
        Table table = new Table("source", "status", "last ok", "next poll", "new", "in all", "address");
        List<String> troubles = new ArrayList<>();
        for (JsonNode source : sources) {
            JsonNode state = source.path("state");
            String id = Printable.of(source.path("id").asText());
            table.row(
                    id,
                    status(source),
                    Ago.of(state.path("last_success_at").asText(), now),
                    source.path("paused").asBoolean() ? "-" : next(state, now),
                    state.path("new_items").asText("-"),
                    state.path("published_items").asText("-"),
                    Printable.of(source.path("url").asText(), MAX_URL));
            trouble(source, state, id, palette).ifPresent(troubles::add);
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.set(0, palette.bold(lines.get(0)));
        lines.addAll(troubles);
        return lines;
    }

    private static String next(JsonNode state, Instant now) {
        if (state.isMissingNode()) {
            return "soon";
        }
        return Ago.of(state.path("next_poll_at").asText(), now);
    }

    private static String status(JsonNode source) {
        if (source.path("paused").asBoolean()) {
            return "paused";
        }
        if (source.path("subscription").path("status").asText().equals("active")) {
            return source.path("state").path("status").asText("new") + ", hub";
        }
        return source.path("state").path("status").asText("new");
    }

    private static Optional<String> trouble(JsonNode source, JsonNode state, String id, Palette palette) {
        String detail = state.path("detail").asText();
        if (detail.isEmpty() || source.path("paused").asBoolean()) {
            return Optional.empty();
        }
        int failures = state.path("failures").asInt();
        String times = failures == 0 ? "" : " (" + failures + (failures == 1 ? " time)" : " times in a row)");
        String line = id + ": " + Printable.of(detail, MAX_DETAIL) + times;
        return Optional.of(failures == 0 ? palette.yellow(line) : palette.red(line));
    }
}
