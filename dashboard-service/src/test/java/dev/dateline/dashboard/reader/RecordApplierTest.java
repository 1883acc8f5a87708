package dev.dateline.dashboard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.runtime.Health;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import dev.dateline.common.wire.Json;
import dev.dateline.dashboard.view.DashboardView;
import dev.dateline.dashboard.view.LedgerRow;
import dev.dateline.dashboard.view.Overview;
import dev.dateline.dashboard.view.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordApplierTest {
    private final Topics topics = Topics.of("", 4);
    private final Samples.Clock clock = new Samples.Clock();
    private final DashboardView view = Samples.view(clock);
    private final RecordApplier applier = new RecordApplier(topics, view, List.of());

    private void apply(Topic<?> topic, String key, byte[] value) {
        applier.apply(new ConsumerRecord<>(
                topic.name(),
                3,
                42L,
                Samples.START.toEpochMilli(),
                TimestampType.CREATE_TIME,
                key == null ? 0 : key.length(),
                value == null ? 0 : value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
    }

    private Overview overview() {
        return view.overview(Health.up());
    }

    @Test
    void everyTopicReachesItsPlace() {
        apply(topics.events(), Samples.id(1), Json.bytes(Samples.event(1)));
        apply(topics.duplicates(), Samples.id(2), Json.bytes(Samples.duplicate(2)));
        apply(topics.deadLetters(), null, Json.bytes(Samples.deadLetter(Samples.id(3))));
        apply(topics.ledger(), "gazette|0", Json.bytes(Samples.line("gazette", 0, 3, 1, 1, 0, 1)));
        apply(topics.telemetry(), "a/enrich", Json.bytes(Samples.telemetry("a", "enrich", Instant.EPOCH)));

        assertThat(overview().recentEvents()).singleElement().satisfies(event -> {
            assertThat(event.record().partition()).isEqualTo(3);
            assertThat(event.record().offset()).isEqualTo(42);
            assertThat(event.record().at()).isEqualTo(Samples.START);
        });
        assertThat(overview().recentDuplicates()).hasSize(1);
        assertThat(overview().recentDeadLetters()).hasSize(1);
        assertThat(overview().ledger().rows()).extracting(LedgerRow::sourceId).containsExactly("gazette");
        assertThat(overview().instances()).hasSize(1);
        assertThat(overview().unreadable()).isEmpty();
        assertThat(view.fate(Samples.id(3))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"article_id\":\"a\",\"revision\":{}}",
                "{\"received_at\":\"yesterday\"}"
            })
    void anEventThatCannotBeReadIsCountedAndSkipped(String value) {
        apply(topics.events(), "key", value.getBytes(StandardCharsets.UTF_8));
        apply(topics.events(), Samples.id(1), Json.bytes(Samples.event(1)));

        assertThat(overview().recentEvents())
                .extracting(event -> event.articleId())
                .contains(Samples.id(1));
        assertThat(view.unreadable()).isOne();
    }

    @Test
    void unreadableRecordsAreCountedByTopic() {
        byte[] garbage = {(byte) 0xff, 0x00, 0x7b};
        for (Topic<?> topic : new Topic<?>[] {topics.ledger(), topics.telemetry(), topics.ledger()}) {
            apply(topic, "key", garbage);
        }

        assertThat(overview().unreadable())
                .isEqualTo(Map.of(
                        topics.ledger().name(), 2L,
                        topics.telemetry().name(), 1L));
    }

    @Test
    void tombstonesTakeLedgerLinesAwayAndNothingElse() {
        apply(topics.ledger(), "gazette|0", Json.bytes(Samples.line("gazette", 0, 3, 3, 0, 0, 0)));
        apply(topics.ledger(), "gazette|0", null);
        apply(topics.duplicates(), Samples.id(2), null);

        assertThat(overview().ledger().sources()).isZero();
        assertThat(overview().unreadable()).isEmpty();
    }
}
