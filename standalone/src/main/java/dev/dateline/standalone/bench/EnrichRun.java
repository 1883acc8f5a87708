package dev.dateline.standalone.bench;

import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.runtime.Service;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.common.wire.Json;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.enrich.EnrichService;
import dev.dateline.ingest.IngestService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The services on a raw topic that is already full: how long until every article has found its end. They go on running after it. */
final class EnrichRun implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    private static final Duration DONE_WITHIN = Duration.ofMinutes(3);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS = 1e3;

    private final BenchCluster cluster;
    private final EnrichService enrich;
    private final ServiceHost host;
    private final LedgerWatch ledger;

    EnrichRun(BenchCluster cluster) {
        this.cluster = cluster;
        ServiceContext context = cluster.context();
        this.enrich = EnrichService.of(context);
        Service ingest = IngestService.of(context, BrokerSettings.HOST);
        context.settings().check();
        this.host = new ServiceHost(context, new HttpSettings(BrokerSettings.HOST, 0), List.of(ingest, enrich));
        this.ledger = new LedgerWatch(context.kafka(), context.topics().ledger());
    }

    BenchReport.Enriched measure(List<RawArticle> articles, int warmUp) throws InterruptedException {
        cluster.write(() -> articles.stream().map(this::record).iterator());
        long rawBytes = articles.stream()
                .mapToLong(article -> Json.bytes(article).length)
                .sum();
        host.start();
        Wait.until(() -> enrich.health().isUp(), READY_WITHIN, "the enrich service to run");
        LedgerWatch.Mark warm =
                warmUp == 0 ? new LedgerWatch.Mark(0, Instant.now()) : ledger.awaitSettled(warmUp, DONE_WITHIN);
        if (warm.settled() >= articles.size()) {
            throw new BenchException("the ledger's second of the warm-up took all articles; measure more of them");
        }
        long cpuBefore = CpuTime.ofProcess();
        Instant balanced = ledger.awaitBalanced(articles.size(), DONE_WITHIN);
        double seconds = Duration.between(warm.at(), balanced).toMillis() / MILLIS;
        double cpuMs = (CpuTime.ofProcess() - cpuBefore) / NANOS_PER_MILLI;
        Wait.until(host::isReady, READY_WITHIN, "ingest to run");
        LedgerLine total = ledger.total();
        long count = articles.size() - warm.settled();
        return new BenchReport.Enriched(
                count,
                rawBytes / articles.size(),
                seconds,
                count / seconds,
                cpuMs / count,
                total.events(),
                total.duplicates(),
                total.resends(),
                total.deadLetters(),
                enrich.counters().get("thread_deaths").longValue());
    }

    String url() {
        return "http://" + BrokerSettings.HOST + ":" + host.port();
    }

    private ProducerRecord<byte[], byte[]> record(RawArticle article) {
        ProducerRecord<byte[], byte[]> raw = new ProducerRecord<>(
                cluster.context().topics().raw().name(),
                null,
                article.receivedAtMs(),
                article.articleId().getBytes(StandardCharsets.UTF_8),
                Json.bytes(article));
        CloudEvents.write(
                raw.headers(),
                article.articleId() + "/" + article.receivedAtMs(),
                article.sourceId(),
                cluster.context().topics().raw().schema(),
                article.receivedAt());
        CloudEvents.trace(raw.headers(), null);
        return raw;
    }

    @Override
    public void close() {
        ledger.close();
        host.close();
    }
}
