package dev.dateline.standalone.eval;

import dev.dateline.standalone.eval.ExtractionSet.Truth;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Adds up, page by page, what was found against what is labelled. Only labelled things count. */
final class ExtractionScores {
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final Pattern SPACES = Pattern.compile("(?U)\\s++");
    private static final Pattern BETWEEN_AUTHORS = Pattern.compile("\\s*+[,;&]\\s*+|\\s(?:and|und)\\s");

    private final Tally title = new Tally();
    private final Tally author = new Tally();
    private double precisions;
    private double recalls;
    private long withFound;
    private long withExpected;
    private long exact;
    private long bodies;
    private long snippetsFound;
    private long snippetsMissed;
    private long snippetsExcess;
    private long daysRight;
    private long daysFound;
    private long daysLabelled;

    private static final class Tally {
        private long right;
        private long all;

        String add(String expected, boolean isRight) {
            all++;
            right += isRight ? 1 : 0;
            return isRight ? null : expected;
        }
    }

    /**
     * What a page is missing or has wrong.
     *
     * @param missing snippets that were not found
     * @param excess snippets that were found and must not be
     * @param title the label, when it was missed; so author and day
     */
    record Misses(
            Shingles body, List<String> missing, List<String> excess, String title, String author, LocalDate day) {}

    Misses add(Truth truth, ExtractedPage found) {
        List<String> missing = truth.with().stream()
                .filter(snippet -> !holds(found.body(), snippet))
                .toList();
        List<String> excess = truth.without().stream()
                .filter(snippet -> holds(found.body(), snippet))
                .toList();
        snippetsFound += truth.with().size() - missing.size();
        snippetsMissed += missing.size();
        snippetsExcess += excess.size();
        return new Misses(
                addBody(truth, found),
                missing,
                excess,
                truth.title() == null ? null : title.add(truth.title(), same(truth.title(), found.title())),
                truth.author() == null
                        ? null
                        : author.add(truth.author(), sameAuthors(truth.author(), found.authors())),
                addDay(truth.day(), found.day()));
    }

    private Shingles addBody(Truth truth, ExtractedPage found) {
        if (truth.body() == null) {
            return null;
        }
        Shingles body = Shingles.compare(truth.body(), found.body());
        bodies++;
        exact += body.isExact() ? 1 : 0;
        if (body.hasFound()) {
            withFound++;
            precisions += body.precision();
        }
        if (body.hasExpected()) {
            withExpected++;
            recalls += body.recall();
        }
        return body;
    }

    private LocalDate addDay(LocalDate expected, LocalDate found) {
        if (expected == null) {
            return null;
        }
        boolean right = expected.equals(found);
        daysLabelled++;
        daysFound += found == null ? 0 : 1;
        daysRight += right ? 1 : 0;
        return right ? null : expected;
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (bodies > 0) {
            double precision = withFound == 0 ? 0 : precisions / withFound;
            double recall = withExpected == 0 ? 0 : recalls / withExpected;
            fields.put("precision", Scores.score(precision));
            fields.put("recall", Scores.score(recall));
            fields.put("f1", Scores.score(f1(precision, recall)));
            fields.put("accuracy", Scores.share(exact, bodies));
        }
        if (snippetsFound + snippetsMissed > 0) {
            long twice = 2 * snippetsFound;
            fields.put("snippet_f1", Scores.share(twice, twice + snippetsMissed + snippetsExcess));
        }
        if (title.all > 0) {
            fields.put("title", Scores.share(title.right, title.all));
        }
        if (author.all > 0) {
            fields.put("author", Scores.share(author.right, author.all));
        }
        if (daysLabelled > 0) {
            fields.put("date_precision", Scores.share(daysRight, daysFound));
            fields.put("date_recall", Scores.share(daysRight, daysLabelled));
            fields.put("date_f1", Scores.share(2 * daysRight, daysFound + daysLabelled));
        }
        return fields;
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** Line breaks, runs of spaces and soft hyphens are no difference. */
    private static boolean holds(String body, String snippet) {
        return spaced(body).contains(spaced(snippet));
    }

    private static String spaced(String text) {
        return SPACES.matcher(text.replace("\u00AD", "")).replaceAll(" ").strip();
    }

    private static boolean same(String expected, String found) {
        return found != null && fold(expected).equals(fold(found));
    }

    private static boolean sameAuthors(String expected, List<String> found) {
        return same(BETWEEN_AUTHORS.matcher(expected).replaceAll(" "), String.join(" ", found));
    }

    private static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return MARKS.matcher(composed).replaceAll("");
    }
}
