package dev.dateline.standalone.bench;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.formats.Formats;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.simulator.Channel;
import dev.dateline.simulator.Delivery;
import dev.dateline.simulator.Newswire;
import dev.dateline.simulator.Shares;
import dev.dateline.simulator.SimulationPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Simulated deliveries, always the same for the same number: all that are well-formed, with resends, revisions and copies among them. */
public final class BenchArticles {
    private static final Formats FORMATS = Formats.all();
    private static final Shares SHARES = Shares.DEFAULT.withMalformed(0);
    private static final Duration PER_DELIVERY = Duration.ofMillis(20);

    private BenchArticles() {}

    /** Deliveries as a client would send them, the last one published now. */
    static List<Delivery> deliveries(int count, long seed, Instant now) {
        Duration span = PER_DELIVERY.multipliedBy(count);
        Instant start = now.minus(span).truncatedTo(ChronoUnit.MILLIS);
        return new Newswire(new SimulationPlan(seed, count, start, span, SHARES))
                .stream().toList();
    }

    /** The records that ingest would publish for deliveries received at one time. */
    public static List<RawArticle> articles(int count, long seed, Instant now) {
        return deliveries(count, seed, now).stream()
                .map(delivery -> article(delivery, now))
                .toList();
    }

    /** Records of some size that compress as articles do: their text, cut anew. Made as they are asked for. */
    static Stream<byte[]> records(List<RawArticle> articles, int count, int size) {
        TextCutter cutter = new TextCutter(articles);
        return Stream.generate(() -> cutter.next(size)).limit(count);
    }

    /** Cuts the JSON of articles, one after the other and over again, into pieces of equal size. */
    private static final class TextCutter {
        private final List<RawArticle> articles;
        private byte[] text = new byte[0];
        private int at;
        private int article;

        TextCutter(List<RawArticle> articles) {
            this.articles = articles;
        }

        byte[] next(int size) {
            byte[] piece = new byte[size];
            int filled = 0;
            while (filled < size) {
                if (at == text.length) {
                    text = Json.bytes(articles.get(article++ % articles.size()));
                    at = 0;
                }
                int part = Math.min(size - filled, text.length - at);
                System.arraycopy(text, at, piece, filled, part);
                filled += part;
                at += part;
            }
            return piece;
        }
    }

    /** The record that ingest would publish for a well-formed delivery. */
    public static RawArticle article(Delivery delivery, Instant receivedAt) {
        MediaType type = MediaType.parse(delivery.channel() == Channel.HTTP_TEXT ? "text/plain" : "application/json");
        Document document = new Document(
                delivery.body(),
                type,
                delivery.parameters().get("source"),
                delivery.parameters().get("id"),
                null);
        return ArticleRules.admit(FORMATS.readOne(document), type.name(), receivedAt, null);
    }
}
