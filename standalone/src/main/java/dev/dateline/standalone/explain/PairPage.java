package dev.dateline.standalone.explain;

import dev.dateline.common.wire.Json;
import dev.dateline.standalone.console.Palette;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The comparison of two articles as a page for a terminal. */
public final class PairPage {
    private static final int MAX_NUMBERS = 20;
    private static final int MAX_PASSAGES = 24;

    private final Page page;

    public PairPage(PrintWriter out, Palette palette) {
        this.page = new Page(out, palette);
    }

    public void print(PairExplanation pair) {
        side("A", pair.a());
        side("B", pair.b());
        compared(pair);
        passages("A", pair.a(), "B");
        passages("B", pair.b(), "A");
        verdict(pair);
    }

    private void side(String letter, PairExplanation.Side side) {
        page.heading(letter, side.name(), null);
        page.field("title", side.title());
        page.field("article_id", side.articleId(), "from " + side.source());
        page.field(
                "published_at",
                Json.iso(side.publishedAt()),
                "from " + side.publishedFrom().name().toLowerCase(Locale.ROOT));
        page.field(
                "sketch",
                side.shingles() + " shingles, " + side.numbers() + " numbers",
                "of " + side.words() + " words");
    }

    private void compared(PairExplanation pair) {
        page.heading("COMPARE", "what the service estimates, and what the texts say", null);
        page.field(
                "containment",
                three(pair.estimated().containment()),
                "exact " + three(pair.exact().containment()));
        page.field(
                "jaccard",
                three(pair.estimated().jaccard()),
                "exact " + three(pair.exact().jaccard()));
        PairExplanation.Bands bands = pair.bands();
        page.field(
                "shared bands",
                bands.shared() + " of " + bands.all(),
                String.format(
                        Locale.ROOT,
                        "one is enough to be compared; %.2f %% of texts so alike share one",
                        100 * bands.chance()));
        page.field("apart", pair.apart());
        PairExplanation.Numbers numbers = pair.numbers();
        page.field(
                "numbers",
                numbers.rule().shared() + " shared",
                "of " + numbers.rule().fewer() + " in the text that has fewer");
        page.field("in both", listed(numbers.common()));
        page.field("only in A", listed(numbers.onlyA()));
        page.field("only in B", listed(numbers.onlyB()));
    }

    private void passages(String letter, PairExplanation.Side side, String other) {
        page.heading("TEXT OF " + letter, "= is in " + other + ", too; - is not, wherever it stands there", null);
        side.passages().stream().limit(MAX_PASSAGES).forEach(page::passage);
        int more = side.passages().size() - MAX_PASSAGES;
        if (more > 0) {
            page.note("", "and " + more + " more passages; --json has them all");
        }
    }

    private void verdict(PairExplanation pair) {
        page.heading("VERDICT", pair.copies() ? "copies" : "no copies", null);
        page.note("because", pair.says());
        if (pair.copies()) {
            boolean first = pair.original().equals(pair.a().articleId());
            page.note("original", (first ? "A" : "B") + ": " + pair.originalBecause());
        }
    }

    private static String listed(List<String> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        String shown = String.join("  ", numbers.stream().limit(MAX_NUMBERS).toList());
        int more = numbers.size() - MAX_NUMBERS;
        return more > 0 ? shown + "  and " + more + " more" : shown;
    }

    private static String three(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
