package dev.dateline.standalone.explain;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.near.Comparison;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.CopySettings;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.sketch.Sketch;
import dev.dateline.enrich.sketch.SketchSettings;
import dev.dateline.enrich.sketch.Sketcher;
import dev.dateline.standalone.compare.ExactText;
import dev.dateline.standalone.compare.Reasoning;
import dev.dateline.standalone.compare.SharedBands;
import dev.dateline.standalone.explain.PairExplanation.Similarity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares two articles as the service would if there were no others, and to the letter. */
public final class PairExplainer {
    private static final double DIGITS = 1e4;

    private final SketchSettings sketching;
    private final Sketcher sketcher;
    private final CopyRule rule;

    /** Compares as these settings say. */
    public PairExplainer(CopySettings copies) {
        this.sketching = copies.sketch();
        this.sketcher = new Sketcher(sketching);
        this.rule = copies.rule();
    }

    /** An article with all that is compared of it. */
    private record Side(String name, Article article, Sketch sketch, ExactText text) {
        Place place() {
            return new Place(article.publishedAt(), article.receivedAt(), article.articleId());
        }
    }

    /**
     * Compares two articles.
     *
     * @param nameA of the first article's file
     * @param nameB of the second's
     */
    public PairExplanation explain(String nameA, Article articleA, String nameB, Article articleB) {
        Side a = side(nameA, articleA);
        Side b = side(nameB, articleB);
        Comparison comparison =
                rule.compare(a.sketch(), b.sketch(), Duration.between(articleA.publishedAt(), articleB.publishedAt()));
        Similarity exact = exact(a.text(), b.text());
        PairExplanation.Bands bands = bands(a.sketch(), b.sketch(), exact.jaccard());
        boolean sameArticle = articleA.articleId().equals(articleB.articleId());
        boolean copies = comparison.isCopy() && bands.shared() > 0 && !sameArticle;
        return new PairExplanation(
                described(a, b.text()),
                described(b, a.text()),
                sameArticle
                        ? "One article: both have the same article_id, so the later is a resend or a revision."
                        : says(comparison, bands),
                copies,
                copies ? earlier(a, b).article().articleId() : null,
                copies ? because(a, b) : null,
                comparison.judgement(),
                new Similarity(rounded(comparison.jaccard()), rounded(comparison.containment())),
                exact,
                bands,
                numbers(a.text().numbers(), b.text().numbers(), comparison),
                Reasoning.length(comparison.apart()));
    }

    private Side side(String name, Article article) {
        return new Side(
                name,
                article,
                sketcher.sketch(article.title(), article.bodyText()),
                new ExactText(article.title(), article.bodyText(), sketching.shingleWords()));
    }

    private String says(Comparison comparison, PairExplanation.Bands bands) {
        String reasoning = new Reasoning(rule).of(comparison);
        if (bands.shared() > 0) {
            return reasoning;
        }
        return comparison.isCopy()
                ? "Missed: the two share no band, so the service never compares them. It would say: " + reasoning
                : reasoning + " They share no band either.";
    }

    private static PairExplanation.Side described(Side side, ExactText other) {
        Article article = side.article();
        return new PairExplanation.Side(
                side.name(),
                article.articleId(),
                article.sourceName() == null ? article.sourceId() : article.sourceName(),
                article.title(),
                article.publishedAt(),
                article.publishedFrom(),
                article.receivedAt(),
                side.text().words(),
                side.sketch().shingles(),
                side.text().shingles(),
                side.sketch().numbers().length,
                side.text().passages(other));
    }

    private static Similarity exact(ExactText a, ExactText b) {
        double shared = a.sharedWith(b);
        int fewer = Math.min(a.shingles(), b.shingles());
        int all = a.shingles() + b.shingles();
        return fewer == 0
                ? new Similarity(0, 0)
                : new Similarity(rounded(shared / (all - shared)), rounded(shared / fewer));
    }

    private PairExplanation.Bands bands(Sketch a, Sketch b, double jaccard) {
        double chance = SharedBands.chance(jaccard, sketching.bands(), sketching.rows());
        return new PairExplanation.Bands(SharedBands.count(a, b), a.bands().length, sketching.rows(), rounded(chance));
    }

    private static PairExplanation.Numbers numbers(
            Map<String, String> a, Map<String, String> b, Comparison comparison) {
        return new PairExplanation.Numbers(
                written(a, b, true),
                written(a, b, false),
                written(b, a, false),
                new PairExplanation.Counted(comparison.sharedNumbers(), comparison.fewerNumbers()));
    }

    private static List<String> written(Map<String, String> of, Map<String, String> other, boolean inBoth) {
        List<String> written = new ArrayList<>();
        of.forEach((number, text) -> {
            if (other.containsKey(number) == inBoth) {
                written.add(text);
            }
        });
        return written;
    }

    private static Side earlier(Side a, Side b) {
        return a.place().isBefore(b.place()) ? a : b;
    }

    private static String because(Side a, Side b) {
        if (!a.place().publishedAt().equals(b.place().publishedAt())) {
            return "published first";
        }
        return a.place().receivedAt().equals(b.place().receivedAt())
                ? "published and received at the same time, and its article_id comes first"
                : "published at the same time and received first";
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }
}
