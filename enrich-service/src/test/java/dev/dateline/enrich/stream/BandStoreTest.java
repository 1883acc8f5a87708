package dev.dateline.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.SampleMembers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BandStoreTest {
    private static final Instant START = SampleMembers.START;

    private final TopologyTestDriver driver =
            new TopologyTestDriver(AskingTopology.of(Duration.ofDays(8)), properties());
    private final TestInputTopic<String, Claim> claims =
            driver.createInputTopic(AskingTopology.CLAIMS, Serdes.String().serializer(), new ClaimSerde().serializer());
    private final TestOutputTopic<String, String> answers = driver.createOutputTopic(
            AskingTopology.ANSWERS,
            Serdes.String().deserializer(),
            Serdes.String().deserializer());
    private final TestOutputTopic<String, byte[]> changelog = driver.createOutputTopic(
            "test-" + AskingTopology.STORE + "-changelog",
            Serdes.String().deserializer(),
            Serdes.ByteArray().deserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aProcessorAsksTheStoreItself() {
        Member first = SampleMembers.member(1, 1);
        Member second = SampleMembers.member(2, 1);

        assertThat(ask(first, START)).isEqualTo("earlier [] later []");
        assertThat(ask(second, START)).isEqualTo("earlier [" + first.articleId() + "] later []");
        assertThat(ask(first, START)).isEqualTo("earlier [] later [" + second.articleId() + "]");
    }

    @Test
    void writesOneRecordForEachPut() {
        Member member = SampleMembers.member(1, 1);
        ask(member, START);
        ask(member, START.plusSeconds(5));

        assertThat(changelog.readKeyValuesToList())
                .extracting(record -> record.key, record -> kept(record.value))
                .containsExactly(
                        tuple(member.articleId(), START.toEpochMilli()),
                        tuple(member.articleId(), START.plusSeconds(5).toEpochMilli()));
    }

    @Test
    void aMemberWithoutBandsLeaves() {
        Member member = SampleMembers.member(1, 1);
        Member stranger = SampleMembers.member(2, 2);
        ask(member, START);
        ask(SampleMembers.withoutBands(member), START);
        ask(SampleMembers.withoutBands(stranger), START);

        assertThat(changelog.readRecordsToList())
                .extracting(TestRecord::key, record -> record.value() == null)
                .containsExactly(tuple(member.articleId(), false), tuple(member.articleId(), true));
        assertThat(ask(SampleMembers.member(3, 1), START)).isEqualTo("earlier [] later []");
    }

    @Test
    void forgetsAfterTheRetentionALimitedNumberAtATime() {
        int members = 2 * BandStore.MAX_EXPIRED_AT_ONCE;
        for (int i = 0; i < members; i++) {
            ask(SampleMembers.member(i, i), START.plusSeconds(i));
        }
        Instant longAfter = START.plus(Duration.ofDays(9));
        changelog.readRecordsToList();

        ask(SampleMembers.member(members, members), longAfter);
        assertThat(tombstones()).hasSize(BandStore.MAX_EXPIRED_AT_ONCE);
        // A late record does not turn stream time back.
        ask(SampleMembers.member(members + 1, members + 1), START);
        assertThat(tombstones()).hasSize(BandStore.MAX_EXPIRED_AT_ONCE);
        ask(SampleMembers.member(members + 2, members + 2), longAfter);
        assertThat(tombstones()).isEmpty();
        assertThat(store().counts().index().articles()).isEqualTo(3);
    }

    @Test
    void aRevisionIsKeptFromWhenItCame() {
        Member member = SampleMembers.member(1, 1);
        ask(member, START);
        ask(member, START.plus(Duration.ofDays(5)));
        ask(SampleMembers.member(2, 2), START.plus(Duration.ofDays(9)));
        changelog.readRecordsToList();

        assertThat(store().counts().index().articles()).isEqualTo(2);
    }

    @Test
    void metersShowWhatItCountsUntilTheyAreClosed() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        BandMeters meters = BandMeters.bind(registry, store(), 3);
        ask(SampleMembers.member(1, 1), START);
        ask(SampleMembers.member(2, 1), START.plus(Duration.ofDays(20)));

        assertThat(registry.get("dateline.bands.articles")
                        .tag("partition", "3")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("dateline.bands.compared").functionCounter().count())
                .isEqualTo(1);
        assertThat(registry.get("dateline.bands.expired").functionCounter().count())
                .isEqualTo(1);
        assertThat(registry.get("dateline.bands.late").functionCounter().count())
                .isEqualTo(1);
        meters.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void whatIsRestoredAnswersAndExpiresLikeWhatWasLost() {
        for (int i = 0; i < 50; i++) {
            ask(SampleMembers.member(i, i % 5), START.plus(Duration.ofHours(i)));
        }
        ask(SampleMembers.member(3, 8), START.plus(Duration.ofHours(50)));
        ask(SampleMembers.withoutBands(SampleMembers.member(7, 2)), START.plus(Duration.ofHours(50)));

        IndexedMembers restored = new IndexedMembers("restored", CopyRule.DEFAULT);
        for (TestRecord<String, byte[]> record : changelog.readRecordsToList()) {
            restored.put(Bytes.wrap(record.key().getBytes(StandardCharsets.UTF_8)), record.value());
        }

        Member asked = SampleMembers.member(100, 2);
        List<Neighbour> earlier = restored.index().near(asked).earlier();
        assertThat(AskingTopology.summary(restored.index().near(asked)))
                .isEqualTo(ask(asked, START.plus(Duration.ofHours(50))));
        assertThat(earlier).hasSize(8).noneMatch(neighbour -> neighbour
                .articleId()
                .equals(SampleMembers.member(7, 2).articleId()));
        assertThat(restored.streamTime())
                .isEqualTo(START.plus(Duration.ofHours(50)).toEpochMilli());
        List<String> order = new ArrayList<>();
        for (String oldest = restored.index().oldest(Long.MAX_VALUE); oldest != null; ) {
            order.add(oldest);
            restored.put(Bytes.wrap(oldest.getBytes(StandardCharsets.UTF_8)), null);
            oldest = restored.index().oldest(Long.MAX_VALUE);
        }
        assertThat(order).hasSize(49).startsWith(SampleMembers.member(0, 0).articleId());
        assertThat(order.get(48)).isEqualTo(SampleMembers.member(3, 8).articleId());
    }

    private String ask(Member member, Instant at) {
        claims.pipeInput(member.articleId(), new Claim(0, member), at);
        return answers.readValue();
    }

    private BandStore store() {
        return (BandStore) driver.getStateStore(AskingTopology.STORE);
    }

    private List<String> tombstones() {
        return changelog.readRecordsToList().stream()
                .filter(record -> record.value() == null)
                .map(TestRecord::key)
                .toList();
    }

    private static long kept(byte[] value) {
        return new MemberSerde().deserializer().deserialize("changelog", value).keptSince();
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return properties;
    }
}
