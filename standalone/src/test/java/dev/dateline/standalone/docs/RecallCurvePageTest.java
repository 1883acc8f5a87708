package dev.dateline.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.near.CopySettings;
import dev.dateline.standalone.recall.RecallChart;
import dev.dateline.standalone.recall.RecallCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The curve of recall by similarity and its table in {@code docs/near-duplicates.md}, as {@code dateline bench recall} measures them. */
class RecallCurvePageTest {
    private static final long SEED = 1;
    private static final int PAIRS = 500;
    private static final String BEGIN =
            "<!-- The table is made by RecallCurvePageTest; -Dupdate.docs makes it anew. -->\n";
    private static final String END = "<!-- End of the table. -->\n";

    private final RecallCurve curve = RecallCurve.measure(CopySettings.DEFAULT, SEED, PAIRS);

    @Test
    void theDocumentShowsTheCurve() throws IOException {
        Path drawing = new GeneratedPage("near-duplicates-recall.svg").path();
        Path page = new GeneratedPage("near-duplicates.md").path();
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        String updated = text.substring(0, begin) + table() + text.substring(text.indexOf(END));
        if (System.getProperty("update.docs") != null) {
            Files.writeString(drawing, RecallChart.svg(curve));
            Files.writeString(page, updated);
        }

        assertThat(drawing).hasContent(RecallChart.svg(curve));
        assertThat(page).hasContent(updated);
    }

    /** What the document promises of the default settings. */
    @Test
    void theCurveIsSteepAroundTheThreshold() {
        assertThat(curve.rewritten()).allSatisfy(point -> {
            assertThat(point.compared()).isBetween(point.expected() - 0.08, point.expected() + 0.08);
            if (point.containment() >= 0.7) {
                assertThat(point.found()).isGreaterThanOrEqualTo(0.98);
            }
            if (point.containment() <= 0.5) {
                assertThat(point.found()).isLessThanOrEqualTo(0.03);
            }
        });
        assertThat(curve.excerpted())
                .filteredOn(point -> point.jaccard() >= 0.3)
                .allSatisfy(point -> assertThat(point.found()).isGreaterThanOrEqualTo(0.98));
        assertThat(curve.truncated())
                .filteredOn(point -> point.jaccard() >= 0.15)
                .allSatisfy(point -> assertThat(point.found()).isGreaterThanOrEqualTo(0.98));
    }

    private String table() {
        StringBuilder table = new StringBuilder(
                "\n| in common | equal lengths: J | by theory | compared | found | part: J | by theory | beginnings compared | found "
                        + "| ends compared | found |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (int i = 1; i < curve.rewritten().size(); i += 2) {
            RecallCurve.Point equal = curve.rewritten().get(i);
            RecallCurve.Point beginning = curve.truncated().get(i);
            RecallCurve.Point end = curve.excerpted().get(i);
            table.append(String.format(
                    Locale.ROOT,
                    "| %.2f | %.2f | %.3f | %.3f | %.3f | %.2f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                    equal.containment(),
                    equal.jaccard(),
                    equal.expected(),
                    equal.compared(),
                    equal.found(),
                    end.jaccard(),
                    end.expected(),
                    beginning.compared(),
                    beginning.found(),
                    end.compared(),
                    end.found()));
        }
        return table.append('\n').toString();
    }
}
