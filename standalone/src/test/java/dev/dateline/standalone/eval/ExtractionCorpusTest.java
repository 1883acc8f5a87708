package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What page extraction has to reach on labelled pages. They are not ours to keep here: the system property {@code dateline.corpus}
 * names the folder that holds {@code extraction/scrapinghub} and its like.
 */
class ExtractionCorpusTest {
    private static final double LEAST_F1 = 0.955;
    private static final double LEAST_TITLES = 0.82;
    private static final double LEAST_DATE_F1 = 0.93;

    @Test
    void theTextIsFound() {
        assertThat((double) scores("scrapinghub").get("f1")).isGreaterThanOrEqualTo(LEAST_F1);
    }

    @Test
    void titlesAndDatesAreRight() {
        Map<String, Object> scores = scores("trafilatura");

        assertThat((double) scores.get("title")).isGreaterThanOrEqualTo(LEAST_TITLES);
        assertThat((double) scores.get("date_f1")).isGreaterThanOrEqualTo(LEAST_DATE_F1);
        assertThat((double) scores("htmldate").get("date_f1")).isGreaterThanOrEqualTo(LEAST_DATE_F1);
    }

    private static Map<String, Object> scores(String set) {
        String folder = System.getProperty("dateline.corpus");
        assumeTrue(folder != null, "skipped: set -Ddateline.corpus=FOLDER to the folder that holds extraction/" + set);
        Path path = Path.of(folder, "extraction", set);
        return Tasks.run(Tasks.named("extraction"), TasksTest.request(path, null, null))
                .fields();
    }
}
