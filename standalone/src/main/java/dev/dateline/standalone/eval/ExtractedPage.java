package dev.dateline.standalone.eval;

import dev.dateline.common.model.FieldSource;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.article.Finding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the extract step made of a page, as far as it is scored.
 *
 * @param title null when the step refused the page
 * @param day of publication in the page's own zone; null when the page tells none
 * @param why the rules that gave the fields, or why the page was refused
 */
record ExtractedPage(String body, String title, List<String> authors, LocalDate day, List<String> why) {
    private static final Pattern DAY = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d");

    static ExtractedPage of(Outcome<Article> outcome) {
        if (outcome instanceof Outcome.Done<Article> done) {
            Article article = done.value();
            return new ExtractedPage(
                    article.bodyText(), article.title(), article.authors(), day(article), why(article));
        }
        return new ExtractedPage("", null, List.of(), null, List.of("refused: " + outcome));
    }

    private static List<String> why(Article article) {
        return article.findings().stream()
                .map(finding -> finding.field() + " from " + finding.rule() + ": " + finding.stated())
                .toList();
    }

    /** The day as stated: in UTC it may be the next or the one before. */
    private static LocalDate day(Article article) {
        if (article.publishedFrom() == FieldSource.RECEIVED) {
            return null;
        }
        for (Finding finding : article.findings()) {
            Matcher stated = DAY.matcher(finding.stated());
            if (finding.field().equals("published_at") && stated.find()) {
                return LocalDate.parse(stated.group());
            }
        }
        return LocalDate.ofInstant(article.publishedAt(), ZoneOffset.UTC);
    }
}
