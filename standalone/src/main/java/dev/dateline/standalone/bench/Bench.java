package dev.dateline.standalone.bench;

import dev.dateline.common.config.Settings;
import dev.dateline.common.model.RawArticle;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.enrich.Pipeline;
import dev.dateline.simulator.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** One run of everything, in an order in which nothing disturbs the next: steps without Kafka, Kafka without steps, both, latency. */
public final class Bench {
    /** Enough for a stable mean; all of them would only take longer. */
    private static final int MOST_STEP_ARTICLES = 4000;

    private final BenchPlan plan;
    private final Function<Map<String, String>, Settings> configured;
    private final Consumer<String> progress;

    /**
     * A benchmark with the settings of production.
     *
     * @param configured makes settings of the overrides it is given
     * @param progress is told what is being done, in one line each
     */
    public Bench(BenchPlan plan, Function<Map<String, String>, Settings> configured, Consumer<String> progress) {
        this.plan = plan;
        this.configured = configured;
        this.progress = progress;
    }

    public BenchReport run() throws InterruptedException {
        progress.accept("simulating " + (plan.warmUp() + plan.articles() + plan.latencyArticles()) + " articles");
        Instant now = Instant.now();
        List<RawArticle> articles = BenchArticles.articles(plan.warmUp() + plan.articles(), BenchPlan.SEED, now);
        List<Delivery> later = BenchArticles.deliveries(plan.latencyArticles(), BenchPlan.SEED + 1, now);

        progress.accept("CPU by step");
        EnrichSettings settings = EnrichSettings.from(configured.apply(Map.of()));
        BenchReport.Steps steps = new StepCosts(
                        Pipeline.standard(settings.copies(), settings.topics(), settings.languages()))
                .measure(articles.subList(0, Math.min(MOST_STEP_ARTICLES, articles.size())));

        progress.accept("starting Kafka");
        try (BenchCluster cluster = BenchCluster.start(plan.bootstrapServers(), configured)) {
            progress.accept("pass-through: " + plan.passThrough() + " records");
            BenchReport.Throughput passThrough = new PassThrough(cluster).measure(articles, plan.passThrough());
            try (EnrichRun enrich = new EnrichRun(cluster)) {
                progress.accept("enrich: " + articles.size() + " articles, the first " + plan.warmUp() + " to warm up");
                BenchReport.Enriched enriched = enrich.measure(articles, plan.warmUp());
                progress.accept("latency: " + plan.rate() + " articles/s for "
                        + plan.latencyFor().toSeconds() + " s");
                BenchReport.Latency latency = new LatencyRun(
                                cluster.context().kafka(),
                                cluster.context().topics().events(),
                                enrich.url())
                        .measure(later, plan.rate());
                return new BenchReport(
                        Machine.of(cluster),
                        passThrough,
                        enriched,
                        enriched.perSecond() / passThrough.perSecond(),
                        steps,
                        latency,
                        ProcessMemory.now());
            }
        }
    }
}
