package dev.dateline.ingest;

import dev.dateline.common.http.Endpoints;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.Service;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.ingest.formats.Formats;
import dev.dateline.ingest.http.ArticleEndpoints;
import dev.dateline.ingest.http.IngestMetrics;
import dev.dateline.ingest.http.OpenApiEndpoints;
import dev.dateline.ingest.publish.KafkaPublisher;
import java.time.Clock;
import java.util.Map;

/** Accepts articles over HTTP and publishes them to {@code news.raw.v1}; what they mean is enrich's work. */
public final class IngestService implements Service {
    private final KafkaPublisher publisher;
    private final IngestMetrics metrics;
    private final ArticleEndpoints endpoints;

    private IngestService(KafkaPublisher publisher, IngestMetrics metrics, ArticleEndpoints endpoints) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.endpoints = endpoints;
    }

    /** Reads {@code dateline.ingest}; connects to nothing before {@link #start()}. */
    public static IngestService of(ServiceContext context) {
        IngestSettings settings = IngestSettings.from(context.settings());
        KafkaPublisher publisher =
                new KafkaPublisher(context.kafka(), context.topics().raw(), settings.publisher(), context.metrics());
        IngestMetrics metrics = new IngestMetrics(context.metrics());
        return new IngestService(
                publisher,
                metrics,
                new ArticleEndpoints(Formats.all(), settings.limits(), publisher, metrics, Clock.systemUTC()));
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public void start() {
        publisher.start();
    }

    /** Up while the cluster answers and has the topic. */
    @Override
    public Health health() {
        return publisher.health();
    }

    @Override
    public Map<String, Double> counters() {
        return metrics.counters();
    }

    @Override
    public Endpoints endpoints() {
        return routes -> {
            endpoints.addTo(routes);
            new OpenApiEndpoints().addTo(routes);
        };
    }

    @Override
    public void close() {
        publisher.close();
        endpoints.close();
    }
}
