package dev.dateline.standalone.command;

import dev.dateline.common.config.Settings;
import dev.dateline.dashboard.alerts.AlertRule;
import dev.dateline.dashboard.alerts.AlertRules;
import dev.dateline.dashboard.alerts.AlertSettings;
import dev.dateline.dashboard.alerts.PrometheusRules;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Table;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the alert rules as the dashboard would read them, and writes them for Prometheus. */
@Command(
        name = "alerts",
        description = "List and check the dashboard's alert rules, or print them for Prometheus.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | prometheus)",
        footer = {
            "",
            "Without --file: the rules of dateline.dashboard.alerts.file, or those that come with",
            "the program. A file that is not valid is refused with every problem and its line.",
            "",
            "Examples:",
            "  dateline alerts list",
            "  dateline alerts list --file our-alerts.conf",
            "  dateline alerts prometheus > ops/prometheus/rules.yml"
        })
final class AlertsCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "list", description = "Print the rules in force.", mixinStandardHelpOptions = true)
    int list(@Option(names = "--file", paramLabel = "FILE", description = "Rules to lay over ours.") Path file) {
        Table table = new Table("rule", "condition", "threshold", "for", "severity");
        for (AlertRule rule : rules(file).all()) {
            table.row(
                    rule.name(),
                    rule.condition().word(),
                    rule.shownThreshold().isEmpty() ? "-" : rule.shownThreshold(),
                    time(rule.lasting()),
                    rule.severity().word());
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.set(0, Palette.of(spec.commandLine().getColorScheme().ansi()).bold(lines.get(0)));
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return 0;
    }

    @Command(
            name = "prometheus",
            description = "Print the rules as a file for Prometheus' rule_files.",
            mixinStandardHelpOptions = true)
    int prometheus(@Option(names = "--file", paramLabel = "FILE", description = "Rules to lay over ours.") Path file) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(PrometheusRules.yaml(rules(file)));
        out.flush();
        return 0;
    }

    private static AlertRules rules(Path file) {
        if (file != null) {
            return AlertRules.withFile(file);
        }
        Settings settings = Settings.load(Map.of());
        AlertSettings alerts = AlertSettings.from(settings.section("dashboard"));
        settings.check();
        return alerts.rules();
    }

    private static String time(Duration time) {
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
