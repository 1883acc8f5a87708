package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's bash blocks as they stand there, one after the other, against a node. */
class ReadmeIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JSON_FIELD =
            Pattern.compile("\"(\\w+)\": (\"[^\"]*\"|\\[\"[^\"]*\"\\]|\\d+)(?=[,}\n])");

    @Test
    void theBlocksRunAndShowWhatTheReadmeShows(@TempDir Path directory) throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        List<String> blocks =
                BLOCK.matcher(readme).results().map(block -> block.group(1)).toList();
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
        Files.createSymbolicLink(directory.resolve("dateline"), ROOT.resolve("dateline"));
        List<String> outputs = new ArrayList<>();
        try (NodeProcess node = new NodeProcess(directory)) {
            node.start();
            for (String block : blocks) {
                outputs.add(run(directory, node, block));
            }
        }

        String event = outputs.get(1);
        String shown =
                readme.substring(readme.indexOf("```json"), readme.indexOf("```", readme.indexOf("```json") + 7));
        Matcher field = JSON_FIELD.matcher(shown);
        int fields = 0;
        while (field.find()) {
            if (!field.group(2).contains("...")) {
                assertThat(event).contains("\"" + field.group(1) + "\":" + field.group(2));
                fields++;
            }
        }
        assertThat(fields).as("fields of the README's event that were compared").isGreaterThan(8);
        assertThat(outputs.get(2)).containsPattern("manual\\s+2\\s+1\\s+0\\s+1\\s+0\\s+0\\s+balanced");
        assertThat(outputs.get(4)).contains("VERDICT  copies");
        assertThat(outputs.get(5)).contains("user:bridges bridges", "\"ferry terminal\"");
        assertThat(outputs.get(6)).contains("\"topic\":\"news.raw.v1\"");
    }

    private static String run(Path directory, NodeProcess node, String block) throws Exception {
        // The ledger is published once a second; a person types slower than a test.
        ProcessBuilder command = new ProcessBuilder("bash", "-euo", "pipefail", "-c", block + "\nsleep 2")
                .directory(directory.toFile())
                .redirectErrorStream(true);
        command.environment().put("DATELINE_NO_BUILD", "1");
        command.environment().put("DATELINE_URL", node.url().toString());
        command.environment().put("DATELINE_KAFKA_BOOTSTRAP_SERVERS", node.bootstrapServers());
        Process shell = command.start();
        shell.getOutputStream().close();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(shell.exitValue()).as("%s%n%s", block, output).isZero();
        return output;
    }
}
