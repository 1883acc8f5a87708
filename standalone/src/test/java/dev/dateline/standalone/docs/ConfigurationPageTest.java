package dev.dateline.standalone.docs;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import dev.dateline.common.config.Settings;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md}: every setting of every {@code reference.conf} on the class path, with the comment above it. */
class ConfigurationPageTest {
    private static final String ROOT = "dateline";

    private static final String INTRODUCTION =
            """
            # Configuration

            Every setting has a default, so nothing has to be set. Later wins:

            1. the defaults below;
            2. the file that `DATELINE_CONFIG` names, in HOCON or JSON: `dateline.kafka.bootstrap-servers = "kafka:9092"`;
            3. environment variables;
            4. options of the command line, such as `--bootstrap-servers`.

            Sizes are written `64 MiB`, times `100 ms` or `7 days`. A name that is not a setting and a value that can't be one stop the
            program at its start (exit code 78), with all problems in one message. The effective settings are logged at the start, secrets
            masked.

            ## Variables that are not settings

            | variable | meaning |
            |---|---|
            """;
    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.of(
            "DATELINE_CONFIG", "A file with settings.",
            "DATELINE_JAVA_OPTS", "More options for the JVM that `./dateline` starts, for example `-Xmx4g`.",
            "DATELINE_LOG_FORMAT",
                    "`text` for people (default), `json` for a log collector (the container image's default).",
            "DATELINE_LOG_LEVEL", "`INFO` (default), `DEBUG`, `WARN` or `ERROR`.",
            "DATELINE_NO_BUILD", "Not empty: `./dateline` runs what is built, however old.",
            "DATELINE_URL", "Where `./dateline push` and others find a running ingest service."));

    /** A setting with what its file says about it. */
    private record Setting(String path, String fallback, String meaning, int line) {
        /** The first name below {@code dateline}; empty for a setting right there. */
        String section() {
            String below = path.substring(ROOT.length() + 1);
            int dot = below.indexOf('.');
            return dot < 0 ? "" : below.substring(0, dot);
        }

        String row() {
            return "| `%s`<br>`%s` | %s | %s |%n"
                    .formatted(
                            path,
                            Settings.environmentName(path),
                            GeneratedPage.code(fallback),
                            GeneratedPage.cell(meaning));
        }
    }

    @Test
    void thePageListsEverySetting() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        VARIABLES.forEach((name, meaning) -> page.append("| `%s` | %s |%n".formatted(name, meaning)));
        new TreeMap<>(settings().stream().collect(groupingBy(Setting::section, toList())))
                .forEach((section, settings) -> {
                    page.append("%n## `%s`%n%n| setting and variable | default | meaning |%n|---|---|---|%n"
                            .formatted(section.isEmpty() ? ROOT : ROOT + "." + section));
                    settings.stream()
                            .sorted(comparing(Setting::line))
                            .map(Setting::row)
                            .forEach(page::append);
                });

        new GeneratedPage("configuration.md").check(getClass(), page.toString());
    }

    @Test
    void everySettingSaysWhatItMeans() throws IOException {
        assertThat(settings()).isNotEmpty().allSatisfy(setting -> assertThat(setting.meaning())
                .as("the comment above %s in its reference.conf", setting.path())
                .isNotBlank());
    }

    @Test
    void theOtherVariablesAreNotTakenForSettings() {
        VARIABLES.keySet().stream()
                .filter(name -> !name.equals("DATELINE_CONFIG")) // which has to name a file
                .forEach(name -> assertThatCode(
                                () -> Settings.load(Map.of(name, "x"), Map.of()).check())
                        .as(name)
                        .doesNotThrowAnyException());
    }

    private static List<Setting> settings() throws IOException {
        List<Setting> settings = new ArrayList<>();
        for (URL file :
                Collections.list(ConfigurationPageTest.class.getClassLoader().getResources("reference.conf"))) {
            ConfigObject content = ConfigFactory.parseURL(file).root();
            if (content.get(ROOT) instanceof ConfigObject ours) {
                collect(ROOT, ours, settings);
            }
        }
        return settings;
    }

    private static void collect(String path, ConfigObject object, List<Setting> settings) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String below = path + "." + entry.getKey();
            ConfigValue value = entry.getValue();
            if (value instanceof ConfigObject deeper) {
                collect(below, deeper, settings);
            } else {
                settings.add(new Setting(
                        below,
                        value.render(ConfigRenderOptions.concise()).replace("\"", ""),
                        value.origin().comments().stream().map(String::strip).collect(Collectors.joining(" ")),
                        value.origin().lineNumber()));
            }
        }
    }
}
