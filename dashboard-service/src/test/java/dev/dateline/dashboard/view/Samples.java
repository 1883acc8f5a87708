package dev.dateline.dashboard.view;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.DuplicateBuilder;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.model.TelemetryBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Records as the topics hold them, as small as they can be. */
public final class Samples {
    public static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private Samples() {}

    /** A clock that stands until it is moved. */
    public static final class Clock implements InstantSource {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        public void advanceSeconds(long seconds) {
            now = now.plusSeconds(seconds);
        }
    }

    public static DashboardView view(InstantSource clock) {
        DashboardView view = new DashboardView(clock, new DashboardView.Bounds(10_000, 50_000));
        view.startReplay();
        view.caughtUp();
        return view;
    }

    /** A valid article id. */
    public static String id(int number) {
        return String.format("%026d", number);
    }

    public static RecordPosition at(long offset) {
        return new RecordPosition("news.events.v1", 0, offset, START.plusSeconds(offset));
    }

    public static NewsEvent event(int number) {
        return NewsEventBuilder.builder()
                .eventId("event-" + number)
                .articleId(id(number))
                .revision(1)
                .schemaVersion(NewsEvent.SCHEMA_VERSION)
                .status(EventStatus.ACTIVE)
                .title("Ferry " + number + " leaves on time")
                .sourceId("harbour-gazette")
                .build();
    }

    public static Duplicate duplicate(int number) {
        return DuplicateBuilder.builder()
                .articleId(id(number))
                .revision(1)
                .originalId(id(1))
                .kind(DuplicateKind.NEAR)
                .similarity(0.9)
                .reason(DuplicateReason.NEW)
                .version(1)
                .build();
    }

    public static DeadLetter deadLetter(String articleId) {
        return DeadLetterBuilder.builder()
                .originTopic("news.raw.v1")
                .originPartition(2)
                .originOffset(77)
                .articleId(articleId)
                .step("extract-article")
                .reason("NO_TEXT")
                .message("there is no text")
                .build();
    }

    public static LedgerLine line(
            String source, int partition, long raw, long events, long duplicates, long resends, long deadLetters) {
        return new LedgerLine(source, partition, raw, events, duplicates, resends, deadLetters, START);
    }

    public static Telemetry telemetry(String instance, String service, Instant at) {
        return TelemetryBuilder.builder()
                .instanceId(instance)
                .service(service)
                .version("0.1.0")
                .at(at)
                .startedAt(START)
                .status("up")
                .counters(Map.of("articles_total", 1.0))
                .build();
    }
}
