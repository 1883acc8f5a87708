package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What the feed parser must reach on other people's feeds. These are not ours to keep here: the system property {@code dateline.corpus}
 * names the folder that has them under {@code feeds/feedparser}.
 */
class FeedsCorpusTest {

    @Test
    void nearlyAllExpectationsAreMet() {
        String corpus = System.getProperty("dateline.corpus");
        assumeTrue(corpus != null, "skipped: set -Ddateline.corpus=FOLDER");

        Scores scores =
                Tasks.run(Tasks.named("feeds"), TasksTest.request(Path.of(corpus, "feeds", "feedparser"), null, null));

        assertThat(scores.fields()).containsEntry("parsed", 1.0);
        assertThat((double) scores.fields().get("met")).isGreaterThanOrEqualTo(0.95);
    }
}
