package dev.dateline.enrich.tag.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.MaxentModel;
import org.junit.jupiter.api.Test;

class LanguageModelTest {
    private static final String TEXT = "the ferry to zürich, sagte er, läuft aus ... порт 港口";

    @Test
    void scoresAsOpenNlpDoes() throws IOException {
        URL resource = LanguageModelTest.class.getResource("/langdetect-183.bin");
        MaxentModel original = new LanguageDetectorModel(resource).getMaxentModel();
        double[] expected = original.eval(grams().toArray(String[]::new));

        LanguageModel packed = LanguageModel.load();
        double[] scores = packed.scores(TEXT.toCharArray(), TEXT.length());
        double sum = IntStream.range(0, scores.length)
                .mapToDouble(i -> Math.exp(scores[i]))
                .sum();

        for (int i = 0; i < scores.length; i++) {
            int outcome = original.getIndex(packed.outcomes().get(i));
            assertThat(Math.exp(scores[i]) / sum).isCloseTo(expected[outcome], within(1e-6));
        }
    }

    private static Set<String> grams() {
        Set<String> grams = new LinkedHashSet<>();
        for (int size = 1; size <= 3; size++) {
            for (int i = 0; i + size <= TEXT.length(); i++) {
                grams.add(TEXT.substring(i, i + size));
            }
        }
        return grams;
    }

    @Test
    void everyOutcomeHasARowAndEveryRowAnOutcome() {
        Set<String> rows = new LinkedHashSet<>();
        LanguageTable.load().rows().forEach(row -> rows.add(row.outcome()));
        rows.remove("-");
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(LanguageModel.load().outcomes());
    }

    @Test
    void theVersionIsThatOfTheArtifact() throws IOException {
        Properties artifact = new Properties();
        String place = "/META-INF/maven/org.apache.opennlp/opennlp-models-langdetect/pom.properties";
        try (InputStream in = LanguageModelTest.class.getResourceAsStream(place)) {
            artifact.load(in);
        }
        assertThat(LanguageModel.VERSION).isEqualTo("opennlp-langdetect-" + artifact.getProperty("version"));
    }
}
