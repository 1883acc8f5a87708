package dev.dateline.ingest.poll.work;

import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.common.telemetry.StepCounters;
import dev.dateline.ingest.count.SourceTally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What polling does. {@code dateline.poller.items} of all results = items read; {@code published} among them = articles on the topic that
 * came by polling. Alert on a lasting share of {@code failed} polls, and on {@code item="unwritten"} (Kafka is ill).
 */
public final class PollMetrics {

    /** How a poll ended. */
    public enum Poll {
        DELIVERED,
        NOT_MODIFIED,
        FAILED,
        GONE,
        CANCELLED
    }

    /** What became of an item. */
    public enum Item {
        /** Acknowledged by Kafka. */
        PUBLISHED,
        /** Known from an earlier poll. */
        KNOWN,
        /** Not an article by the rules; it is not looked at again. */
        REFUSED,
        /** Kafka did not take it; it is tried again by the next poll. */
        UNWRITTEN,
        /** Its page was not fetched in this poll; the next one goes on. */
        POSTPONED
    }

    /** What became of an item's page. */
    public enum Page {
        FETCHED,
        DISALLOWED,
        FAILED
    }

    private final Map<Poll, Counter> polls = new EnumMap<>(Poll.class);
    private final Map<Item, Counter> items = new EnumMap<>(Item.class);
    private final Map<Page, Counter> pages = new EnumMap<>(Page.class);
    private final Counter pushes;
    private final Timer fetching;
    private final StepCounter polling;
    private final StepCounter taking;
    private final SourceTally sources;

    public PollMetrics(MeterRegistry registry, StepCounters steps, SourceTally sources) {
        this.polling = steps.of("poll-source");
        this.taking = steps.of("take-items");
        this.sources = sources;
        for (Poll poll : Poll.values()) {
            polls.put(poll, counter(registry, "dateline.poller.polls", "Polls by how they ended", "result", poll));
        }
        for (Item item : Item.values()) {
            items.put(item, counter(registry, "dateline.poller.items", "Items by what became of them", "item", item));
        }
        for (Page page : Page.values()) {
            pages.put(page, counter(registry, "dateline.poller.pages", "Pages of items, full text", "page", page));
        }
        this.pushes = Counter.builder("dateline.poller.pushes")
                .description("Documents that hubs delivered (WebSub)")
                .register(registry);
        this.fetching = Timer.builder("dateline.poller.fetch")
                .description("Time to fetch a source's document")
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10))
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String tag, Enum<?> value) {
        return Counter.builder(name)
                .description(description)
                .tag(tag, value.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    public void polled(Poll poll) {
        polls.get(poll).increment();
        polling.given(1);
        switch (poll) {
            case DELIVERED, NOT_MODIFIED -> polling.made(1);
            case FAILED, GONE -> polling.failed(1);
            case CANCELLED -> {} // nothing came of it, and nothing is wrong
        }
    }

    void item(Item item, String sourceId) {
        items.get(item).increment();
        taking.given(1);
        switch (item) {
            case PUBLISHED -> {
                taking.made(1);
                sources.accepted(sourceId);
            }
            case REFUSED -> {
                taking.rejected(1);
                sources.rejected(sourceId);
            }
            case KNOWN -> taking.duplicates(1);
            case UNWRITTEN -> taking.failed(1);
            case POSTPONED -> {} // the next poll takes it
        }
    }

    void page(Page page) {
        pages.get(page).increment();
    }

    public void pushed() {
        pushes.increment();
    }

    void fetched(Duration time) {
        fetching.record(time);
        polling.took(time.toNanos());
    }

    /** For telemetry. */
    public Map<String, Double> counters() {
        Map<String, Double> counters = new TreeMap<>();
        counters.put(
                "poller_polls_total",
                polls.values().stream().mapToDouble(Counter::count).sum());
        counters.put(
                "poller_failures_total",
                polls.get(Poll.FAILED).count() + polls.get(Poll.GONE).count());
        counters.put("poller_items_published_total", items.get(Item.PUBLISHED).count());
        counters.put("poller_items_refused_total", items.get(Item.REFUSED).count());
        counters.put("poller_items_unwritten_total", items.get(Item.UNWRITTEN).count());
        counters.put("poller_pages_total", pages.get(Page.FETCHED).count());
        counters.put("poller_pushes_total", pushes.count());
        return counters;
    }
}
