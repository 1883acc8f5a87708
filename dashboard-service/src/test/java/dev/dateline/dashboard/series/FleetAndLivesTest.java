package dev.dateline.dashboard.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.common.model.Telemetry;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.dashboard.view.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FleetAndLivesTest {
    private final Fleet fleet = new Fleet();
    private final Lives lives = new Lives();

    private static Instant at(long second) {
        return Samples.START.plusSeconds(second);
    }

    private static TelemetryBuilder beat(String instance, long startedSecond, long second) {
        return TelemetryBuilder.builder()
                .instanceId(instance)
                .service("enrich")
                .version("1.0")
                .at(at(second))
                .startedAt(at(startedSecond))
                .status("up");
    }

    private void heard(Telemetry telemetry, long second) {
        fleet.heard(telemetry, at(second));
        lives.heard(telemetry, telemetry.at());
    }

    private FleetMember.State state(String instance) {
        return fleet.members().stream()
                .filter(member -> member.instanceId().equals(instance))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void whoMissesThreeMessagesWhileOthersAreHeardIsGone() {
        heard(beat("killed-00000001", 0, 0).build(), 0);
        heard(beat("stays-00000001", 0, 3).build(), 3);
        assertThat(state("killed-00000001")).isEqualTo(FleetMember.State.ALIVE);

        heard(beat("stays-00000001", 0, 4).build(), 4);

        assertThat(state("killed-00000001")).isEqualTo(FleetMember.State.GONE);
        assertThat(state("stays-00000001")).isEqualTo(FleetMember.State.ALIVE);
    }

    @Test
    void whenNobodyIsHeardTheTopicIsSilentAndNobodyGone() {
        heard(beat("a-00000001", 0, 0).build(), 0);

        assertThat(fleet.silence(at(60)))
                .hasValueSatisfying(silence -> assertThat(silence).hasSeconds(60));
        assertThat(state("a-00000001")).isEqualTo(FleetMember.State.ALIVE);
    }

    @Test
    void aRestartOnTheSameHostTakesThePlaceOfTheOneThatIsGone() {
        heard(beat("host-00000001", 0, 0).build(), 0);
        heard(beat("other-00000001", 0, 5).build(), 5);
        assertThat(state("host-00000001")).isEqualTo(FleetMember.State.GONE);

        heard(beat("host-0000000f", 6, 7).build(), 7);

        assertThat(fleet.members())
                .extracting(FleetMember::instanceId)
                .containsExactly("host-0000000f", "other-00000001");
    }

    @Test
    void whoSaysThatItStopsIsNotGone() {
        heard(beat("a-00000001", 0, 0).status("stopped").build(), 0);
        heard(beat("b-00000001", 0, 20).build(), 20);

        assertThat(state("a-00000001")).isEqualTo(FleetMember.State.STOPPED);
    }

    @Test
    void theGoneAreRememberedForAWhileAndTheirNumberIsBounded() {
        heard(beat("a-00000001", 0, 0).build(), 0);
        heard(beat("b-00000001", 0, 901).build(), 901);
        assertThat(fleet.members()).extracting(FleetMember::instanceId).containsExactly("b-00000001");

        for (int i = 0; i < 1_200; i++) {
            heard(beat("many-" + i + "-00000001", 0, 902).build(), 902);
        }
        assertThat(fleet.members()).hasSize(1_000);
    }

    @Test
    void theTopologyIsRememberedBetweenTheRecordsThatHoldIt() {
        heard(
                beat("a-00000001", 0, 0)
                        .streams(StreamsStateBuilder.builder()
                                .topology("Topologies:")
                                .build())
                        .build(),
                0);
        heard(
                beat("a-00000001", 0, 1)
                        .streams(StreamsStateBuilder.builder().build())
                        .build(),
                1);

        assertThat(fleet.topology()).isEqualTo("Topologies:");
        assertThat(fleet.members().get(0).topologyVersion()).hasSize(8);
        assertThat(fleet.members().get(0).streams().topology()).isNull();
    }

    @Test
    void marksTellOfStartsStopsRebalancesAndDeploys() {
        heard(beat("old-00000001", 0, 1).build(), 1);
        heard(
                beat("new-00000001", 30, 40)
                        .version("2.0")
                        .streams(StreamsStateBuilder.builder()
                                .lastRebalanceAt(at(31))
                                .build())
                        .build(),
                40);

        assertThat(lives.marks(at(41)))
                .extracting(Mark::kind)
                .containsExactly(Mark.Kind.START, Mark.Kind.STOP, Mark.Kind.DEPLOY, Mark.Kind.REBALANCE);
        assertThat(lives.marks(at(41)).get(2).text()).isEqualTo("enrich 2.0 started, before it was 1.0");
        assertThat(lives.marks(at(41)).get(1).at()).isEqualTo(at(1));
    }

    @Test
    void marksAreBounded() {
        for (int i = 0; i < 2_000; i++) {
            lives.heard(
                    beat("i-" + i, i, i)
                            .streams(StreamsStateBuilder.builder()
                                    .lastRebalanceAt(at(i))
                                    .build())
                            .build(),
                    at(i));
        }

        assertThat(lives.marks(at(2_000))).hasSize(Lives.MOST_MARKS).last().satisfies(mark -> assertThat(mark.at())
                .isEqualTo(at(1_999)));
    }
}
