package dev.dateline.ingest.poll.schedule;

import static dev.dateline.ingest.poll.VirtualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceState;
import dev.dateline.common.model.SourceStatus;
import dev.dateline.common.model.Subscription;
import dev.dateline.ingest.poll.Samples;
import dev.dateline.ingest.poll.VirtualClock;
import dev.dateline.ingest.poll.source.SourceView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private final VirtualClock clock = new VirtualClock();
    private final View view = new View();
    private final Log log = new Log();
    private final Started polls = new Started();
    private final HostTurns hosts = new HostTurns(Duration.ofSeconds(2));
    private final Scheduler scheduler =
            new Scheduler(new Turns(Samples.RULES, "i-1"), view, log, polls, hosts, id -> false, clock);

    /** What is declared, and the states that were written. */
    private final class View implements SourceView {
        final Map<String, Source> sources = new LinkedHashMap<>();

        void add(String id, String url) {
            sources.put(id, Samples.source(id, url).build());
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public Collection<Source> sources() {
            return sources.values();
        }

        @Override
        public Optional<Source> source(String id) {
            return Optional.ofNullable(sources.get(id));
        }

        @Override
        public Optional<SourceState> state(String id) {
            return Optional.ofNullable(log.states.get(id));
        }

        @Override
        public Optional<Subscription> subscription(String id) {
            return Optional.empty();
        }
    }

    private static final class Log implements StateLog {
        final Map<String, SourceState> states = new HashMap<>();
        int writes;
        boolean fenced;

        @Override
        public boolean write(Map<String, SourceState> written) {
            writes++;
            if (!fenced) {
                states.putAll(written);
            }
            return !fenced;
        }
    }

    private static final class Started implements Polls {
        final Map<String, Ended> running = new LinkedHashMap<>();
        final List<String> started = new ArrayList<>();
        final List<Ended> ended = new ArrayList<>();
        final Set<String> stopped = new HashSet<>();
        int most = 100;

        @Override
        public int free() {
            return most - running.size();
        }

        @Override
        public void start(Source source, SourceState claimed) {
            started.add(source.id());
            running.put(source.id(), new Ended(source, claimed, null));
        }

        void end(String id, PollOutcome outcome) {
            Ended poll = running.remove(id);
            ended.add(new Ended(poll.source(), poll.claimed(), outcome));
        }

        @Override
        public boolean isRunning(String sourceId) {
            return running.containsKey(sourceId);
        }

        @Override
        public List<Ended> ended() {
            List<Ended> all = List.copyOf(ended);
            ended.clear();
            return all;
        }

        @Override
        public void stop(Set<String> sourceIds) {
            for (String id : List.copyOf(running.keySet())) {
                if (sourceIds.contains(id)) {
                    stopped.add(id);
                    end(id, new PollOutcome.NotModified(304, null, null));
                }
            }
        }
    }

    @Test
    void noPollWithoutAWrittenClaim() {
        view.add("a", "https://a.example/feed");
        log.fenced = true;
        scheduler.round(id -> true);
        assertThat(polls.started).isEmpty();

        log.fenced = false;
        scheduler.round(id -> true);

        assertThat(polls.started).containsExactly("a");
        assertThat(log.states.get("a").status()).isEqualTo(SourceStatus.POLLING);
        assertThat(log.states.get("a").nextPollAt()).isAfter(START);
    }

    @Test
    void aSourceIsPolledOncePerIntervalHoweverOftenOneLooks() {
        view.add("a", "https://a.example/feed");
        for (int i = 0; i < 5; i++) {
            scheduler.round(id -> true);
        }
        hosts.giveBack("a.example", clock.instant());
        polls.end("a", new PollOutcome.NotModified(304, null, null));
        for (int i = 0; i < 5; i++) {
            scheduler.round(id -> true);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(polls.started).containsExactly("a");

        clock.moveTo(log.states.get("a").nextPollAt());
        scheduler.round(id -> true);

        assertThat(polls.started).containsExactly("a", "a");
    }

    @Test
    void onlyWhatIsOursIsPolled() {
        view.add("ours", "https://a.example/feed");
        view.add("theirs", "https://b.example/feed");

        scheduler.round(id -> id.equals("ours"));

        assertThat(polls.started).containsExactly("ours");
    }

    @Test
    void aNewOwnerWaitsForTheTimeThatTheFormerOneClaimed() {
        view.add("a", "https://a.example/feed");
        log.states.put("a", new Turns(Samples.RULES, "i-0").claim(view.sources.get("a"), null, START));
        clock.pass(Duration.ofMinutes(5));
        scheduler.round(id -> true);
        assertThat(polls.started).isEmpty();

        clock.moveTo(log.states.get("a").nextPollAt());
        scheduler.round(id -> true);

        assertThat(polls.started).containsExactly("a");
    }

    @Test
    void oneSourceOfAHostAtATime() {
        view.add("a", "https://one.example/a");
        view.add("b", "https://one.example/b");
        view.add("c", "https://two.example/c");
        scheduler.round(id -> true);
        assertThat(polls.started).containsExactly("a", "c");

        hosts.giveBack("one.example", clock.instant());
        scheduler.round(id -> true);
        assertThat(polls.started).hasSize(2);
        clock.pass(Duration.ofSeconds(2));
        scheduler.round(id -> true);

        assertThat(polls.started).containsExactly("a", "c", "b");
    }

    @Test
    void asManyAsThereAreWorkers() {
        polls.most = 2;
        for (int i = 0; i < 5; i++) {
            view.add("s" + i, "https://h" + i + ".example/");
        }
        scheduler.round(id -> true);
        scheduler.round(id -> true);

        assertThat(polls.started).containsExactly("s0", "s1");
    }

    @Test
    void whatIsGivenAwayIsStoppedAndWrittenFirst() {
        view.add("a", "https://a.example/feed");
        view.add("b", "https://b.example/feed");
        scheduler.round(id -> true);

        scheduler.release(id -> id.equals("a"));

        assertThat(polls.stopped).containsExactly("a");
        assertThat(log.states.get("a").status()).isEqualTo(SourceStatus.UNCHANGED);
        assertThat(polls.running).containsOnlyKeys("b");
        assertThat(scheduler.size()).isEqualTo(1);
    }

    @Test
    void whatIsLostIsStoppedAndNotWritten() {
        view.add("a", "https://a.example/feed");
        scheduler.round(id -> true);
        int writes = log.writes;

        scheduler.lose(id -> true);
        scheduler.round(id -> false);

        assertThat(polls.stopped).containsExactly("a");
        assertThat(log.writes).isEqualTo(writes);
    }

    @Test
    void whatAPollFoundIsKeptUntilItIsWritten() {
        view.add("a", "https://a.example/feed");
        scheduler.round(id -> true);
        polls.end("a", new PollOutcome.NotModified(304, null, null));
        log.fenced = true;
        scheduler.round(id -> true);
        assertThat(log.states.get("a").status()).isEqualTo(SourceStatus.POLLING);

        log.fenced = false;
        scheduler.round(id -> true);

        assertThat(log.states.get("a").status()).isEqualTo(SourceStatus.UNCHANGED);
    }

    @Test
    void aRemovedSourceIsForgotten() {
        view.add("a", "https://a.example/feed");
        scheduler.round(id -> true);
        view.sources.clear();
        scheduler.round(id -> true);
        assertThat(log.states.get("a")).isNotNull();
        polls.end("a", new PollOutcome.NotModified(304, null, null));
        scheduler.round(id -> true);

        assertThat(log.states).containsEntry("a", null);
        assertThat(scheduler.size()).isZero();
    }

    @Test
    void aChangedAddressIsPolledAtOnceAndAPausedSourceNot() {
        view.add("a", "https://a.example/feed");
        scheduler.round(id -> true);
        hosts.giveBack("a.example", clock.instant());
        polls.end("a", new PollOutcome.Gone(410));
        clock.pass(Duration.ofSeconds(5));
        view.sources.put(
                "a",
                SourceBuilder.builder(view.sources.get("a"))
                        .url("https://a.example/other")
                        .paused(true)
                        .build());
        scheduler.round(id -> true);
        assertThat(polls.started).hasSize(1);

        view.sources.put(
                "a", SourceBuilder.builder(view.sources.get("a")).paused(false).build());
        scheduler.round(id -> true);

        assertThat(polls.started).hasSize(2);
        assertThat(log.states.get("a").url()).isEqualTo("https://a.example/other");
    }

    @Test
    void deliveriesOfHubsAreNotedAfterThePollUnderWay() {
        view.add("a", "https://a.example/feed");
        scheduler.round(id -> true);
        scheduler.delivered("a", new PollOutcome.Pushed(1, new byte[8]));
        scheduler.round(id -> true);
        assertThat(log.states.get("a").publishedItems()).isZero();

        polls.end("a", new PollOutcome.NotModified(304, null, null));
        scheduler.round(id -> true);

        assertThat(log.states.get("a").publishedItems()).isEqualTo(1);
        assertThat(log.states.get("a").seen()).hasSize(8);
    }
}
