package dev.dateline.enrich.stream;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The meters of one band store, {@code dateline_bands_*{partition}}: bound by the processor that owns the store, unbound when it closes.
 *
 * <p>{@code bytes / articles} is what an article costs. Alert on {@code left_out}: a bucket is full, and copies may be missed; and on many
 * {@code late}: they came after the articles of their time had been forgotten. {@code compared / articles put} is the work for each
 * article; it rises with {@code hot_buckets}.
 */
public final class BandMeters implements AutoCloseable {
    private final MeterRegistry registry;
    private final BandStore store;
    private final Tags tags;
    private final List<Meter> meters = new ArrayList<>();

    private BandMeters(MeterRegistry registry, BandStore store, int partition) {
        this.registry = registry;
        this.store = store;
        this.tags = Tags.of("partition", Integer.toString(partition));
    }

    /**
     * Registers the meters of a store; to be called by the thread that owns it.
     *
     * @param partition the task's, the only label
     */
    public static BandMeters bind(MeterRegistry registry, BandStore store, int partition) {
        store.count(); // what was restored
        BandMeters meters = new BandMeters(registry, store, partition);
        meters.gauge(
                "articles", "members of the index", counts -> counts.index().articles());
        meters.gauge("entries", "members in buckets", counts -> counts.index().entries());
        meters.gauge(
                "buckets", "band keys with a member", counts -> counts.index().buckets());
        meters.gauge("hot.buckets", "buckets that are too large to be looked at wholly", counts -> counts.index()
                .hotBuckets());
        meters.gauge("bytes", "memory of the index", counts -> counts.index().bytes());
        meters.counter(
                "compared", "signatures compared", counts -> counts.index().compared());
        meters.counter("left.out", "entries that a full bucket did not take", counts -> counts.index()
                .leftOut());
        meters.counter("expired", "members forgotten after the retention", BandStore.Counts::expired);
        meters.counter("late", "articles published longer ago than members are kept", BandStore.Counts::late);
        return meters;
    }

    private void gauge(String name, String description, ToDoubleFunction<BandStore.Counts> value) {
        meters.add(Gauge.builder("dateline.bands." + name, store, bands -> value.applyAsDouble(bands.counts()))
                .description(description)
                .tags(tags)
                .register(registry));
    }

    private void counter(String name, String description, ToDoubleFunction<BandStore.Counts> value) {
        meters.add(
                FunctionCounter.builder("dateline.bands." + name, store, bands -> value.applyAsDouble(bands.counts()))
                        .description(description)
                        .tags(tags)
                        .register(registry));
    }

    /** Takes the meters out of the registry; another instance may own the partition now. */
    @Override
    public void close() {
        meters.forEach(registry::remove);
        meters.clear();
    }
}
