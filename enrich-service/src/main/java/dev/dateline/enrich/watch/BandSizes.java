package dev.dateline.enrich.watch;

import dev.dateline.common.model.StreamsState.Store;
import dev.dateline.enrich.stream.StateStores;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;

/** The size of the band store: it is kept in memory and tells of itself by its meters. */
final class BandSizes {
    private BandSizes() {}

    /** The store, all its partitions here together; none when there is no partition. */
    static List<Store> stores(MeterRegistry metrics) {
        Collection<Gauge> articles = metrics.find("dateline.bands.articles").gauges();
        return articles.isEmpty()
                ? List.of()
                : List.of(new Store(
                        StateStores.BANDS,
                        sum(articles),
                        sum(metrics.find("dateline.bands.bytes").gauges())));
    }

    private static long sum(Collection<Gauge> gauges) {
        return (long) gauges.stream()
                .mapToDouble(Gauge::value)
                .filter(value -> !Double.isNaN(value))
                .sum();
    }
}
