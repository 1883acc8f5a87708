package dev.dateline.dashboard.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dateline.common.wire.Json;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The rules as Prometheus reads them, for those who have it tell them. */
public final class PrometheusRules {
    private static final String HEAD =
            """
            # Made by `dateline alerts prometheus` from the dashboard's rules; docs/alerts.md says how they fit together.
            groups:
              - name: dateline-dashboard
                rules:
            """;

    private PrometheusRules() {}

    /** A file for {@code rule_files}: YAML whose strings are JSON's, which YAML 1.2 takes as they are. */
    public static String yaml(AlertRules rules) {
        if (rules.all().isEmpty()) {
            return HEAD.strip() + " []\n";
        }
        return HEAD + rules.all().stream().map(PrometheusRules::yaml).collect(Collectors.joining());
    }

    private static String yaml(AlertRule rule) {
        StringBuilder yaml = new StringBuilder();
        line(yaml, "      - alert: ", alertName(rule.name()));
        line(yaml, "        expr: ", quoted(rule.condition().expression(rule)));
        line(yaml, "        for: ", Length.prometheus(rule.lasting()));
        line(yaml, "        keep_firing_for: ", Length.prometheus(rule.keepFiring()));
        line(yaml, "        labels: ", "{ severity: " + rule.severity().word() + ", rule: " + rule.name() + " }");
        yaml.append("        annotations:\n");
        line(yaml, "          summary: ", quoted(summary(rule)));
        if (rule.note() != null) {
            line(yaml, "          description: ", quoted(literal(rule.note())));
        }
        return yaml.toString();
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(value).append('\n');
    }

    /** {@code no-events} as {@code DatelineNoEvents}. */
    static String alertName(String rule) {
        return "Dateline"
                + Arrays.stream(rule.split("-"))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static String summary(AlertRule rule) {
        Condition condition = rule.condition();
        return switch (condition.threshold()) {
            case TIME -> condition.sentence(null, "{{ $value | humanizeDuration }}");
            case SHARE -> condition.sentence(null, "{{ $value | humanizePercentage }}");
            case RECORDS, PER_SECOND -> condition.sentence(null, "{{ $value | humanize }}");
            case TIMES ->
                "{{ $value }} sources have been silent for more than " + rule.shownThreshold()
                        + " times their longest pause of the day before; the dashboard names them";
            case NONE -> "{{ $value }} instances are gone; the dashboard names them";
        };
    }

    /** Prometheus expands what stands in double braces; a note is text. */
    private static String literal(String text) {
        return text.replace("{{", "{{ \"{{\" }}");
    }

    private static String quoted(String text) {
        try {
            return Json.MAPPER.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a string is JSON", e);
        }
    }
}
