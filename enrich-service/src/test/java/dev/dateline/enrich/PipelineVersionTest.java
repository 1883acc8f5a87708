package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineVersionTest {
    @Test
    void anotherModelIsAnotherVersionOfTheSameBuild() {
        String one = PipelineVersion.of("1.2.0", Map.of("names", "names-1", "topics", "topics-1"));
        String two = PipelineVersion.of("1.2.0", Map.of("names", "names-2", "topics", "topics-1"));
        assertThat(one).matches("1\\.2\\.0\\+[0-9a-z]{8}").isNotEqualTo(two);
    }

    @Test
    void theOrderOfModelsIsNone() {
        Map<String, String> models = new LinkedHashMap<>();
        models.put("topics", "topics-1");
        models.put("names", "names-1");
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("names", "names-1");
        reversed.put("topics", "topics-1");
        assertThat(PipelineVersion.of("dev", models)).isEqualTo(PipelineVersion.of("dev", reversed));
    }
}
