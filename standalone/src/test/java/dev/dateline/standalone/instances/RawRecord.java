package dev.dateline.standalone.instances;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.wire.Json;
import dev.dateline.simulator.Channel;
import dev.dateline.simulator.Delivery;
import dev.dateline.simulator.Kind;
import dev.dateline.simulator.Newswire;
import dev.dateline.simulator.SimulationPlan;
import dev.dateline.standalone.bench.BenchArticles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A record of {@code news.raw.v1}, before it is written.
 *
 * @param key null for a record that nobody can name
 * @param receivedAt its timestamp
 */
@SuppressWarnings("ArrayRecordComponent") // records are written, never compared
public record RawRecord(String key, byte[] value, Instant receivedAt) {

    /** A newswire as ingest would publish it, all received at one time; what ingest would refuse is left out. */
    static List<RawRecord> of(SimulationPlan plan, Instant receivedAt) {
        return new Newswire(plan)
                .stream()
                        .filter(delivery -> delivery.channel() == Channel.TOPIC
                                || delivery.truth().kind() != Kind.MALFORMED)
                        .map(delivery -> of(delivery, receivedAt))
                        .toList();
    }

    /**
     * A delivery as ingest would publish it. It bears the number of its revision: without comparable marks of their source, versions of an
     * article are taken in the order of arrival.
     */
    static RawRecord of(Delivery delivery, Instant receivedAt) {
        if (delivery.channel() == Channel.TOPIC) {
            return new RawRecord(delivery.parameters().get("key"), delivery.body(), receivedAt);
        }
        RawArticle article = RawArticleBuilder.builder(BenchArticles.article(delivery, receivedAt))
                .providerVersion(Integer.toString(delivery.truth().revision()))
                .build();
        return new RawRecord(article.articleId(), Json.bytes(article), receivedAt);
    }

    byte[] keyBytes() {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }
}
