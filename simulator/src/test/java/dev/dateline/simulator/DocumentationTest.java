package dev.dateline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What docs/simulator.md shows is what comes out. */
class DocumentationTest {
    private static final int SHOWN = 20;

    @Test
    void theExampleLineIsReal() throws IOException {
        SimulationPlan plan = SimulationPlan.defaults(42, 10_000, Runs.START, Duration.ofDays(2));
        Truth truth = new Newswire(plan)
                .stream().skip(SHOWN).findFirst().orElseThrow().truth();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (TruthWriter writer = new TruthWriter(line)) {
            writer.write(truth);
        }
        assertThat(Files.readString(Path.of("..", "docs", "simulator.md")))
                .contains("```json\n" + line.toString(StandardCharsets.UTF_8) + "```");
    }
}
