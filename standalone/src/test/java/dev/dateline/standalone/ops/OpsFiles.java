package dev.dateline.standalone.ops;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of {@code ops/}, and what they ask Prometheus. */
public final class OpsFiles {
    private static final Path ROOT = Files.exists(Path.of("docker-compose.yml")) ? Path.of("") : Path.of("..");
    /** Names of our meters and of those of the libraries we use. */
    private static final Pattern METER = Pattern.compile("\\b(?:dateline|jvm|kafka|process)_[a-z0-9_]+");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private OpsFiles() {}

    public static Path prometheus() {
        return ROOT.resolve("ops/prometheus").toAbsolutePath().normalize();
    }

    /** Grafana's dashboards, by file. */
    public static List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("ops/grafana/dashboards"))) {
            return files.sorted().toList();
        }
    }

    /** The expressions of all panels of all dashboards. */
    public static List<String> panelExpressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (Path file : dashboards()) {
            expressions.addAll(read(file).findValuesAsText("expr"));
        }
        return expressions;
    }

    static JsonNode read(Path dashboard) throws IOException {
        return Json.MAPPER.readTree(dashboard.toFile());
    }

    /** The meters in the expressions of the panels and of the rules. */
    static Set<String> meters() throws IOException {
        Set<String> meters = new TreeSet<>();
        for (String expression : panelExpressions()) {
            meters.addAll(meters(QUOTED.matcher(expression).replaceAll("")));
        }
        for (String rules : List.of("rules.yml", "services.yml")) {
            meters.addAll(meters(Files.readString(prometheus().resolve(rules))));
        }
        return meters;
    }

    private static List<String> meters(String text) {
        return METER.matcher(text).results().map(MatchResult::group).toList();
    }
}
