package dev.dateline.standalone.bench;

import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.publish.Original;
import dev.dateline.enrich.publish.Tagged;
import dev.dateline.enrich.step.Origin;
import dev.dateline.enrich.step.Traced;
import dev.dateline.enrich.tag.Tags;
import dev.dateline.standalone.eval.CpuClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Thread CPU time of the pure steps, one step over all articles after the other, after they have all run for a while. */
final class StepCosts {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final double NANOS_PER_MILLI = 1e6;

    private static final RawPlace NOWHERE = new RawPlace(0, 0);

    private final Pipeline pipeline;
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    StepCosts(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    BenchReport.Steps measure(List<RawArticle> articles) {
        List<byte[]> records = articles.stream().map(Json::bytes).toList();
        long started = System.nanoTime();
        while (System.nanoTime() - started < WARM_UP.toNanos()) {
            pass(records);
        }
        pass(records);
        Map<String, Double> perArticle = new LinkedHashMap<>();
        nanos.forEach((step, spent) -> perArticle.put(step, spent / NANOS_PER_MILLI / articles.size()));
        double sum =
                perArticle.values().stream().mapToDouble(Double::doubleValue).sum();
        return new BenchReport.Steps(articles.size(), perArticle, sum);
    }

    /** One pass replaces the times of the one before. */
    private void pass(List<byte[]> records) {
        Instant receivedAt = Instant.now();
        List<RawArticle> decoded =
                timed("decode-record", records, bytes -> done(pipeline.decode().decode(bytes, receivedAt)));
        List<Article> extracted =
                timed("extract-article", decoded, raw -> done(pipeline.extract().apply(raw)));
        List<Sketched> sketched = timed(
                "sketch-article", extracted, article -> done(pipeline.sketch().apply(article)));
        List<Identified> identified = timed(
                "identify-article", sketched, known -> pipeline.identify().identify(null, known.article(), NOWHERE));
        List<Tags> tags =
                timed("tag-article", extracted, article -> done(pipeline.tag().apply(article)));
        List<Traced<Tagged>> traced = new ArrayList<>();
        for (int i = 0; i < tags.size(); i++) {
            int revision = ((Identified.Fresh) identified.get(i)).version().revision();
            traced.add(traced(new Tagged(new Original(extracted.get(i), revision, 0), tags.get(i)), receivedAt));
        }
        List<NewsEvent> events =
                timed("compose-event", traced, each -> done(pipeline.compose().compose(each)));
        timed("write-json", events, Json::bytes);
    }

    private <I, O> List<O> timed(String step, List<I> inputs, Function<I, O> work) {
        long before = CpuClock.nanos();
        List<O> outputs = inputs.stream().map(work).toList();
        nanos.put(step, CpuClock.nanos() - before);
        return outputs;
    }

    static Traced<Tagged> traced(Tagged tagged, Instant receivedAt) {
        Article article = tagged.original().article();
        Origin origin = new Origin(
                "bench", 0, 0, receivedAt, article.articleId(), null, article.sourceId(), article.articleId(), 1, 0);
        return new Traced<>(origin, Outcome.done(tagged), "tag-article", Map.of());
    }

    static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new BenchException("a simulated article was refused: " + outcome);
    }
}
