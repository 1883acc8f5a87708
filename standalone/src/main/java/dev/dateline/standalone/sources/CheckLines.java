package dev.dateline.standalone.sources;

import dev.dateline.ingest.poll.check.CheckReport;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import java.util.ArrayList;
import java.util.List;

/** A check's report for people; everything a stranger wrote is made harmless. */
public final class CheckLines {
    private static final int MAX_TEXT = 100;

    private CheckLines() {}

    public static List<String> of(CheckReport report, Palette palette) {
        List<String> lines = new ArrayList<>();
        report.redirects().forEach(hop -> lines.add("redirected    " + Printable.of(hop, MAX_TEXT)));
        if (report.movedTo() != null) {
            lines.add("moved to      " + Printable.of(report.movedTo(), MAX_TEXT) + "; declare that address");
        }
        lines.add("answer        " + (report.status() == null ? "none" : "HTTP " + report.status()));
        if (report.problem() != null) {
            lines.add(palette.red("no source") + "     " + Printable.of(report.problem(), 2 * MAX_TEXT));
            return lines;
        }
        lines.add("format        " + report.format());
        if (report.title() != null) {
            lines.add("title         " + Printable.of(report.title(), MAX_TEXT));
        }
        lines.add("items         " + report.items()
                + (report.refused() == 0 ? "" : ", of which " + report.refused() + " refused"));
        if (report.refusedBecause() != null) {
            lines.add(palette.yellow("refused") + "       " + Printable.of(report.refusedBecause(), MAX_TEXT));
        }
        report.articles().forEach(article -> lines.add(line(article)));
        lines.add("hub           " + (report.hub() == null ? "none" : Printable.of(report.hub(), MAX_TEXT)));
        if (report.pageAllowed() != null) {
            lines.add("robots.txt    " + (report.pageAllowed() ? "allows" : "disallows") + " the pages of its items");
        }
        lines.add("next poll     after about " + Ago.length(report.nextPoll()));
        return lines;
    }

    private static String line(CheckReport.Article article) {
        String time = article.publishedAt() == null
                ? "(no time)"
                : article.publishedAt().toString();
        String title = article.title() == null ? "(no title)" : Printable.of(article.title(), MAX_TEXT);
        return "  " + time + "  " + title + (article.hasText() ? "" : "  (no text: page)");
    }
}
