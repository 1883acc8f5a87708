package dev.dateline.standalone.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Prometheus' own tool reads our files, and finds that the rules do with made-up series what {@code rules-test.yml} says. */
@Timeout(60)
class PromtoolTest {

    @Test
    void theConfigurationAndTheRulesAreValid() throws Exception {
        promtool("check", "config", "prometheus.yml");
    }

    @Test
    void theRulesFireWhenTheyShould() throws Exception {
        promtool("test", "rules", "rules-test.yml");
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        Path promtool = Tool.orSkip("promtool", PromtoolTest.class);
        List<String> command = Stream.concat(Stream.of(promtool.toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(OpsFiles.prometheus().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
