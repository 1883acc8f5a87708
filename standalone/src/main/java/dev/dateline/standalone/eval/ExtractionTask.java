package dev.dateline.standalone.eval;

import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.Pipeline;
import dev.dateline.standalone.eval.ExtractionScores.Misses;
import dev.dateline.standalone.eval.ExtractionSet.Page;
import dev.dateline.standalone.eval.ExtractionSet.Truth;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How much of an article's text the extract step finds on whole pages, and whether its title, author and day are right. */
final class ExtractionTask implements Task {
    /** After so many pages the JVM has compiled what a service that runs for days has compiled. */
    private static final int WARM = 600;

    /** A line of the details. */
    public record Item(String id, String url, Expected expected, Got got, Missed missed, List<String> why) {}

    /** The labels. */
    public record Expected(String body, String title, String author, String publishedAt) {}

    /** What the step found. */
    public record Got(String body, String title, List<String> authors, String publishedAt) {}

    /** What is wrong; null for what is right or not labelled. */
    public record Missed(
            Double precision,
            Double recall,
            List<String> with,
            List<String> without,
            String title,
            String author,
            String publishedAt) {}

    @Override
    public String name() {
        return "extraction";
    }

    @Override
    public String holds() {
        return ExtractionSet.TRUTH + " (id, url and labels) and " + ExtractionSet.PAGES + "/<id>.html.gz";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Scores run(Request request) {
        Instant receivedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<Page> pages = new ArrayList<>();
        request.files(this, ExtractionSet.TRUTH)
                .forEach(file -> pages.addAll(
                        ExtractionSet.read(this, file.getParent(), receivedAt).pages()));
        Pipeline pipeline = Pipeline.standard();
        request.progress().accept("warmed up with " + warmUp(pipeline, pages) + " pages that had text");
        request.progress().accept("extracting " + pages.size() + " pages");

        List<ExtractedPage> found = new ArrayList<>(pages.size());
        CpuClock clock = CpuClock.start();
        for (Page page : pages) {
            found.add(ExtractedPage.of(pipeline.extract().apply(page.raw())));
        }
        double cpuSeconds = clock.seconds();
        ExtractionScores scores = new ExtractionScores();
        for (int i = 0; i < pages.size(); i++) {
            Misses misses = scores.add(pages.get(i).truth(), found.get(i));
            request.details().add(item(pages.get(i).truth(), found.get(i), misses));
        }
        return new Scores(pages.size(), cpuSeconds, scores.fields());
    }

    private static long warmUp(Pipeline pipeline, List<Page> pages) {
        return IntStream.range(0, pages.isEmpty() ? 0 : WARM)
                .mapToObj(turn -> pages.get(turn % pages.size()).raw())
                .map(pipeline.extract())
                .filter(Outcome.Done.class::isInstance)
                .count();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static Item item(Truth truth, ExtractedPage found, Misses misses) {
        Shingles body = misses.body();
        return new Item(
                truth.id(),
                truth.url(),
                new Expected(truth.body(), truth.title(), truth.author(), truth.publishedAt()),
                new Got(found.body(), found.title(), found.authors(), text(found.day())),
                new Missed(
                        body == null || !body.hasFound() ? null : Scores.score(body.precision()),
                        body == null || !body.hasExpected() ? null : Scores.score(body.recall()),
                        misses.missing(),
                        misses.excess(),
                        misses.title(),
                        misses.author(),
                        text(misses.day())),
                found.why());
    }
}
