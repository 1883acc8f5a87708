package dev.dateline.dashboard.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.model.DeadLetterBuilder;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.CloudEvents;
import dev.dateline.common.wire.Redrives;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RedriveTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String RAW = "news.raw.v1";
    private static final long SECOND = 1_000_000_000L;

    @Test
    void onlyWhatCanBeWrittenBackIsFit() {
        assertThat(Fitness.of(letter().build(), false, RAW, 4)).isEqualTo(Fitness.FIT);
        assertThat(Fitness.of(letter().attempts(3).build(), false, RAW, 4)).isEqualTo(Fitness.FIT);
        assertThat(Fitness.of(letter().attempts(4).build(), false, RAW, 4)).isEqualTo(Fitness.ATTEMPTS_USED_UP);
        assertThat(Fitness.of(letter().build(), true, RAW, 4)).isEqualTo(Fitness.ALREADY_REDRIVEN);
        assertThat(Fitness.of(letter().originalValue(null).build(), false, RAW, 4))
                .isEqualTo(Fitness.NO_BYTES);
        assertThat(Fitness.of(letter().originTopic("news.letters.v1").build(), false, RAW, 4))
                .isEqualTo(Fitness.OTHER_ORIGIN);
        assertThat(Fitness.of(letter().originPartition(4).build(), false, RAW, 4))
                .isEqualTo(Fitness.OTHER_ORIGIN);
    }

    @Test
    void theOriginalsHeadersComeBack() {
        ConsumerRecord<byte[], byte[]> origin = new ConsumerRecord<>(RAW, 2, 7, bytes("k"), bytes("{}"));
        origin.headers().add("desk", bytes("night"));
        Redrives.mark(origin.headers(), 1);

        ProducerRecord<byte[], byte[]> written = RedrivenRecord.of(
                letter().attempts(2).build(),
                new RecordHeaders(),
                origin,
                Topics.of("", 4).raw(),
                NOON);

        assertThat(written.partition()).isEqualTo(2);
        assertThat(written.key()).isEqualTo(bytes("k"));
        assertThat(written.value()).isEqualTo(bytes("{}"));
        assertThat(written.timestamp()).isEqualTo(NOON.toEpochMilli());
        assertThat(written.headers().lastHeader("desk").value()).isEqualTo(bytes("night"));
        assertThat(Redrives.count(written.headers())).isEqualTo(2);
    }

    @Test
    void headersAreMadeAnewWhenTheOriginalHasExpiredOrIsAnother() {
        ConsumerRecord<byte[], byte[]> other = new ConsumerRecord<>(RAW, 2, 7, bytes("z"), bytes("other"));
        other.headers().add("desk", bytes("night"));
        RecordHeaders ofLetter = new RecordHeaders();
        ofLetter.add(CloudEvents.TRACEPARENT, bytes("00-trace"));

        ProducerRecord<byte[], byte[]> written = RedrivenRecord.of(
                letter().build(), ofLetter, other, Topics.of("", 4).raw(), NOON);

        assertThat(written.key()).isEqualTo(bytes("k"));
        assertThat(written.headers().lastHeader("desk")).isNull();
        assertThat(CloudEvents.source(written.headers())).isEqualTo("wire");
        assertThat(written.headers().lastHeader(CloudEvents.TRACEPARENT).value())
                .isEqualTo(bytes("00-trace"));
        assertThat(Redrives.count(written.headers())).isEqualTo(1);
    }

    @Test
    void thePaceIsEvenAndDoesNotCatchUp() {
        Pace pace = new Pace(10, 0);

        assertThat(pace.take(0)).isZero();
        assertThat(pace.take(0)).isEqualTo(SECOND / 10);
        assertThat(pace.take(SECOND / 10)).isZero();
        assertThat(pace.take(60 * SECOND)).isZero();
        assertThat(pace.take(60 * SECOND)).isZero();
        assertThat(pace.take(60 * SECOND)).isPositive();
    }

    @Test
    void aJobCountsWhatItDid() {
        RedriveJob job = job(3, false);

        job.run((letter, dry) ->
                new JobStatus.Line(0, letter.offset(), letter.offset() == 1 ? "no-bytes" : Redriver.REDRIVEN, null));

        JobStatus status = job.status();
        assertThat(status.state()).isEqualTo("done");
        assertThat(status.detail()).isEqualTo("scanned 3 of 3, redriven 2, stopped because all were looked at");
        assertThat(status.skipped()).isEqualTo(Map.of("no-bytes", 1));
        assertThat(status.report()).hasSize(3);
        assertThat(status.endedAt()).isEqualTo(NOON);
    }

    @Test
    void aStoppedJobLeavesTheRest() {
        RedriveJob job = job(3, true);

        job.run((letter, dry) -> {
            job.stop();
            return new JobStatus.Line(0, letter.offset(), Redriver.WOULD_REDRIVE, null);
        });

        assertThat(job.status().state()).isEqualTo("stopped");
        assertThat(job.status().detail()).startsWith("scanned 1 of 3, would redrive 1");
    }

    @Test
    void aJobEndsWithTheFirstWriteThatIsNotConfirmed() {
        RedriveJob job = job(3, true);

        assertThatThrownBy(() -> job.run((letter, dry) -> {
                    throw new IllegalStateException("Kafka is away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(job.status().state()).isEqualTo("failed");
        assertThat(job.status().detail()).endsWith("stopped because Kafka is away");
        assertThat(job.isRunning()).isFalse();
    }

    @Test
    void aRequestNeedsASelectionAndARateThatCanBe() {
        Selection all = new Selection(null, null, "NO_TEXT", null, null, null, null);

        assertThat(new RedriveRequest(all, false, null).ratePerSecond()).isEqualTo(10);
        assertThatIllegalArgumentException().isThrownBy(() -> new RedriveRequest(null, false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new RedriveRequest(all, false, 0));
    }

    @Test
    void bytesOfAnyKindCanBeShown() {
        assertThat(EscapedText.of(bytes("a\n\tü\\"))).isEqualTo("a\n\tü\\\\");
        assertThat(EscapedText.of(new byte[] {'a', 0x1b, (byte) 0xff, 0, 'b'})).isEqualTo("a\\x1b\\xff\\x00b");
        assertThat(EscapedText.of(bytes("\u202e"))).isEqualTo("\\u202e");
        assertThat(EscapedText.of(new byte[] {'a', (byte) 0xc3})).isEqualTo("a\\xc3");
        assertThat(EscapedText.of(bytes("ü".repeat(5000)))).hasSize(5000);
    }

    private static RedriveJob job(int letters, boolean dryRun) {
        List<LetterPosition> positions = new ArrayList<>();
        for (int offset = 0; offset < letters; offset++) {
            positions.add(new LetterPosition(0, offset));
        }
        Selection selection = new Selection(null, null, "NO_TEXT", null, null, null, null);
        return new RedriveJob(
                "job", "key", new RedriveRequest(selection, dryRun, 1000), positions, InstantSource.fixed(NOON));
    }

    private static DeadLetterBuilder letter() {
        return DeadLetterBuilder.builder()
                .originTopic(RAW)
                .originPartition(2)
                .originOffset(7)
                .originalKey("k")
                .originalValue(bytes("{}"))
                .sourceId("wire")
                .step("decode-record")
                .reason("MISSING_FIELD")
                .attempts(1)
                .receivedAt(NOON);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
