package dev.dateline.dashboard.verdict;

import dev.dateline.common.runtime.Health;
import dev.dateline.dashboard.series.FleetMember;
import dev.dateline.dashboard.series.QuietSource;
import dev.dateline.dashboard.series.Rounded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a verdict looks at, as of one moment. What could not be measured is not a number.
 *
 * @param reading whether the topics are read
 * @param silence how long nothing was heard of any instance; empty when nothing ever was
 * @param fleet who runs, who fell silent, who stopped
 * @param lagSeconds of the partition furthest behind
 * @param lagTrend seconds by which that grows in each second
 * @param unaccounted raw records missing in the books; below zero those booked twice
 * @param settledPerSecond records settled in the last five minutes, divided by their seconds
 * @param deadLetterShare of those, from 0 to 1
 * @param eventsPerSecond mean of a minute
 * @param quiet sources silent for longer than usual
 * @param unreadable records that can't be read, by topic
 */
public record Situation(
        Health reading,
        Optional<Duration> silence,
        List<FleetMember> fleet,
        double lagSeconds,
        double lagTrend,
        long unaccounted,
        double settledPerSecond,
        double deadLetterShare,
        double eventsPerSecond,
        List<QuietSource> quiet,
        Map<String, Long> unreadable) {
    /** Records settled in five minutes, below which a share is chance. */
    public static final int ENOUGH_SETTLED = 20;

    private static final double FIVE_MINUTES = 300;

    /** The share of dead letters where enough was settled to tell one, else 0. */
    public double tellingDeadLetterShare() {
        return settledPerSecond * FIVE_MINUTES >= ENOUGH_SETTLED ? deadLetterShare : 0;
    }

    /** Those that fell silent without a word. */
    public List<FleetMember> gone() {
        return with(FleetMember.State.GONE);
    }

    /** The trend of the lag, as it is shown; null when it is not known. */
    public Double shownTrend() {
        return Rounded.of(lagTrend);
    }

    List<FleetMember> alive() {
        return with(FleetMember.State.ALIVE);
    }

    private List<FleetMember> with(FleetMember.State state) {
        return fleet.stream().filter(member -> member.state() == state).toList();
    }
}
