package dev.dateline.dashboard.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.topics.Topics;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StartingPointsTest {
    private final Topics topics = Topics.of("test.", 4);
    private final StartingPoints points = new StartingPoints(topics);
    private final TopicPartition events = new TopicPartition(topics.events().name(), 2);

    @Test
    void theLedgerIsAlwaysReadFromItsBeginning() {
        TopicPartition ledger = new TopicPartition(topics.ledger().name(), 0);
        points.readUpTo(ledger, 900);

        assertThat(points.of(ledger, 5, 1000)).isEqualTo(5);
    }

    @Test
    void telemetryIsReadFromNowOn() {
        assertThat(points.of(new TopicPartition(topics.telemetry().name(), 0), 0, 1000))
                .isEqualTo(1000);
    }

    @Test
    void eventsBeginALittleBack() {
        assertThat(points.of(events, 0, 1000)).isEqualTo(940);
        assertThat(points.of(events, 990, 1000)).isEqualTo(990);
        assertThat(points.of(events, 0, 0)).isZero();
    }

    @Test
    void afterAnInterruptionReadingGoesOnWhereItStopped() {
        points.readUpTo(events, 700);

        assertThat(points.of(events, 0, 1000)).isEqualTo(700);
    }

    @Test
    void aPositionThatCannotHoldAnyMoreIsNotUsed() {
        points.readUpTo(events, 700);

        assertThat(points.of(events, 0, 100)).as("topic made anew").isEqualTo(40);
        assertThat(points.of(events, 800, 1000)).as("records expired").isEqualTo(940);
        points.forget(Set.of(events));
        assertThat(points.of(events, 0, 1000)).isEqualTo(940);
    }
}
