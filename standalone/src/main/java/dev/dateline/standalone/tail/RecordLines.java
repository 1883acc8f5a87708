package dev.dateline.standalone.tail;

import dev.dateline.common.model.DeadLetter;
import dev.dateline.common.model.Duplicate;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEvent;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.topics.Topics;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of each topic. Times are UTC. */
public final class RecordLines {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int TITLE = 100;
    private static final int NAME = 64;
    private static final int MESSAGE = 200;
    private static final int KEYWORDS = 5;

    private final Topics topics;
    private final Palette palette;

    public RecordLines(Topics topics, Palette palette) {
        this.topics = topics;
        this.palette = palette;
    }

    /** When it was published, by whom, in which language, about which country, what, and its strongest keywords. */
    public RecordLine<NewsEvent> events() {
        return new RecordLine<>(
                topics.events(),
                event -> line(
                        time(event.publishedAt()),
                        source(event.sourceId()),
                        word(event.language()),
                        palette.yellow(word(event.primaryCountry())),
                        status(event),
                        palette.bold(Printable.of(event.title(), TITLE)),
                        palette.dim(keywords(event.keywords()))));
    }

    /** When it was decided, whose copy it is, of what, how near, and why it is told. */
    public RecordLine<Duplicate> duplicates() {
        return new RecordLine<>(
                topics.duplicates(),
                copy -> line(
                        time(copy.decidedAt()),
                        source(copy.sourceId()),
                        copy.kind() == null ? "" : copy.kind().name().toLowerCase(Locale.ROOT),
                        String.format(Locale.ROOT, "%.2f", copy.similarity()),
                        copy.reason() == null ? "" : copy.reason().name().toLowerCase(Locale.ROOT),
                        palette.bold(Printable.of(copy.title(), TITLE)),
                        word(copy.articleId()) + " copy of " + word(copy.originalId())));
    }

    /** When it came, from whom, which step refused it and why, and where the original record is. */
    public RecordLine<DeadLetter> deadLetters() {
        return new RecordLine<>(
                topics.deadLetters(),
                letter -> line(
                        time(letter.receivedAt()),
                        source(letter.sourceId()),
                        word(letter.step()),
                        palette.red(word(letter.reason())),
                        Printable.of(letter.message(), MESSAGE),
                        palette.dim(word(letter.originTopic()) + "-" + letter.originPartition() + "@"
                                + letter.originOffset())));
    }

    /** When it was received, from whom, in which form, and its title or first words. */
    public RecordLine<RawArticle> raw() {
        return new RecordLine<>(
                topics.raw(),
                article -> line(
                        time(article.receivedAt()),
                        source(article.sourceId()),
                        word(article.mediaType()),
                        palette.bold(Printable.of(firstWords(article), TITLE)),
                        palette.dim(word(article.articleId()))));
    }

    /** The counts of one source in one partition. */
    public RecordLine<LedgerLine> ledger() {
        return new RecordLine<>(
                topics.ledger(),
                page -> line(
                        time(page.updatedAt()),
                        source(page.sourceId()),
                        "partition " + page.partition(),
                        "raw " + page.raw(),
                        "events " + page.events(),
                        "duplicates " + page.duplicates(),
                        "resends " + page.resends(),
                        "dead letters " + page.deadLetters(),
                        page.inFlight() == 0 ? "" : palette.yellow("in flight " + page.inFlight())));
    }

    /** An instance, how it is, and its counters. */
    public RecordLine<Telemetry> telemetry() {
        return new RecordLine<>(
                topics.telemetry(),
                state -> line(
                        time(state.at()),
                        source(state.service()),
                        word(state.instanceId()),
                        "up".equals(state.status()) ? palette.green("up") : palette.red(word(state.status())),
                        Printable.of(state.detail(), MESSAGE),
                        palette.dim(Printable.of(String.valueOf(state.counters()), MESSAGE))));
    }

    private static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("  "));
    }

    private String time(Instant time) {
        return time == null ? "" : palette.dim(TIME.format(time));
    }

    private String source(String id) {
        return palette.cyan(word(id));
    }

    private static String word(String name) {
        return Printable.of(name, NAME);
    }

    private String status(NewsEvent event) {
        if (event.status() == EventStatus.WITHDRAWN) {
            return palette.red("withdrawn, copy of " + word(event.duplicateOf()));
        }
        return event.status() == EventStatus.REVISED ? palette.yellow("revision " + event.revision()) : "";
    }

    private static String keywords(List<Keyword> keywords) {
        if (keywords == null || keywords.isEmpty()) {
            return "";
        }
        return keywords.stream()
                .limit(KEYWORDS)
                .map(keyword -> word(keyword.term()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String firstWords(RawArticle article) {
        return Stream.of(article.title(), article.bodyText(), article.bodyHtml(), article.pageHtml())
                .filter(text -> text != null)
                .findFirst()
                .map(text ->
                        text.substring(0, Math.min(text.length(), 4 * TITLE)).strip())
                .orElse("");
    }
}
