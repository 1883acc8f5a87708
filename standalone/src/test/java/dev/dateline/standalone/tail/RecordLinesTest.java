package dev.dateline.standalone.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.model.DuplicateBuilder;
import dev.dateline.common.model.DuplicateKind;
import dev.dateline.common.model.DuplicateReason;
import dev.dateline.common.model.EventStatus;
import dev.dateline.common.model.Keyword;
import dev.dateline.common.model.LedgerLine;
import dev.dateline.common.model.NewsEventBuilder;
import dev.dateline.common.model.RawArticleBuilder;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.Json;
import dev.dateline.standalone.console.Palette;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordLinesTest {
    private static final Instant AT = Instant.parse("2020-01-03T19:44:00Z");

    private final RecordLines lines = new RecordLines(Topics.of("", 1), new Palette(false));

    @Test
    void anEventReadsAsItsHeadline() {
        NewsEventBuilder event = NewsEventBuilder.builder()
                .articleId("a1")
                .revision(1)
                .status(EventStatus.ACTIVE)
                .publishedAt(AT)
                .sourceId("city-desk")
                .language("en")
                .primaryCountry("SG")
                .title("Harbour opens")
                .keywords(List.of(new Keyword("harbour", 1, 1, null, 0, 5), new Keyword("ferry", 0.5, 1, null, 0, 5)));

        assertThat(lines.events().of(published(event.build())))
                .isEqualTo("2020-01-03 19:44:00  city-desk  en  SG  Harbour opens  [harbour, ferry]");
        assertThat(lines.events()
                        .of(published(
                                event.status(EventStatus.REVISED).revision(2).build())))
                .contains("  revision 2  ");
        assertThat(lines.events()
                        .of(published(event.status(EventStatus.WITHDRAWN)
                                .duplicateOf("a0")
                                .build())))
                .contains("  withdrawn, copy of a0  ");
    }

    @Test
    void anArticleCanNotActOnTheTerminal() {
        String line = new RecordLines(Topics.of("", 1), new Palette(true))
                .events()
                .of(published(NewsEventBuilder.builder()
                        .title("\u001b]0;owned\u0007 \u001b[2J @|red x|@\nsecond")
                        .language("\u001b[H")
                        .keywords(List.of(new Keyword("\u009bH", 1, 1, null, 0, 5)))
                        .status(EventStatus.ACTIVE)
                        .build()));

        assertThat(line.replaceAll("\u001b\\[\\d*m", "")).doesNotContainPattern("\\p{Cntrl}|\u009b");
        assertThat(line).contains("@|red x|@ second");
    }

    @Test
    void aDuplicateReadsAsWhatItIsACopyOf() {
        assertThat(lines.duplicates()
                        .of(published(DuplicateBuilder.builder()
                                .articleId("b")
                                .originalId("a")
                                .kind(DuplicateKind.EXACT)
                                .similarity(1)
                                .reason(DuplicateReason.NEW)
                                .sourceId("s")
                                .title("T")
                                .decidedAt(AT)
                                .build())))
                .isEqualTo("2020-01-03 19:44:00  s  exact  1.00  new  T  b copy of a");
    }

    @Test
    void aDeadLetterReadsAsItsReasonAndOrigin() {
        assertThat(lines.deadLetters()
                        .of(published(DeadLetterBuilder.builder()
                                .originTopic("news.raw.v1")
                                .originPartition(3)
                                .originOffset(14)
                                .sourceId("s")
                                .step("extract-article")
                                .reason("NO_TEXT")
                                .message("no text")
                                .receivedAt(AT)
                                .build())))
                .isEqualTo("2020-01-03 19:44:00  s  extract-article  NO_TEXT  no text  news.raw.v1-3@14");
    }

    @Test
    void aRawArticleReadsAsItsFirstWords() {
        assertThat(lines.raw()
                        .of(published(RawArticleBuilder.builder()
                                .articleId("a")
                                .sourceId("s")
                                .mediaType("text/plain")
                                .receivedAt(AT)
                                .bodyText("  Headline\nmore")
                                .build())))
                .isEqualTo("2020-01-03 19:44:00  s  text/plain  Headline more  a");
    }

    @Test
    void countsAndStates() {
        assertThat(lines.ledger().of(published(new LedgerLine("s", 2, 5, 1, 1, 1, 1, AT))))
                .isEqualTo(
                        "2020-01-03 19:44:00  s  partition 2  raw 5  events 1  duplicates 1  resends 1  dead letters 1"
                                + "  in flight 1");
        assertThat(lines.telemetry()
                        .of(published(TelemetryBuilder.builder()
                                .instanceId("i-1")
                                .service("enrich")
                                .version("1")
                                .at(AT)
                                .startedAt(AT)
                                .status("up")
                                .counters(Map.of("x", 1.0))
                                .build())))
                .isEqualTo("2020-01-03 19:44:00  enrich  i-1  up  {x=1.0}");
    }

    @Test
    void whatCanNotBeReadIsShownHarmless() {
        assertThat(lines.raw().of(record("\u001b[31mhello".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("(not readable, 10 bytes) \\u{1b}[31mhello");
        assertThat(lines.raw().of(record("null".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("(not readable, 4 bytes) null");
        assertThat(lines.duplicates().of(record(null))).isEqualTo("(deleted) k");
    }

    @Test
    void programsGetTheValueAsItIs() {
        assertThat(JsonLine.of(record("{\"a\": 1}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("{\"a\": 1}");
        assertThat(JsonLine.of(record("hello".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(
                        "{\"topic\":\"t\",\"partition\":0,\"offset\":5,\"key\":\"k\",\"value_base64\":\"aGVsbG8=\"}");
        assertThat(JsonLine.of(record(null))).isEqualTo("{\"topic\":\"t\",\"partition\":0,\"offset\":5,\"key\":\"k\"}");
    }

    private static ConsumerRecord<byte[], byte[]> published(Object value) {
        return record(Json.bytes(value));
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>("t", 0, 5, "k".getBytes(StandardCharsets.UTF_8), value);
    }
}
