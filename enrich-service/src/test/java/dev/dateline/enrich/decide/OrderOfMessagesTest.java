package dev.dateline.enrich.decide;

import static dev.dateline.enrich.Articles.BODY;
import static dev.dateline.enrich.Articles.NOON;
import static dev.dateline.enrich.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.IdentifyArticle;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Neighbours;
import dev.dateline.enrich.near.Notice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Owners of articles and shares of the bands, joined by queues that keep their order each and are served at random: whatever that order,
 * and whatever the order of arrival, the verdicts are those of the greedy independent set. Who is near to whom is drawn at random, so that
 * there are long chains, stars and triangles with a side missing; some articles are revised and then near to others.
 */
class OrderOfMessagesTest {
    private static final int ARTICLES = 40;

    private final DecideArticle decide = new DecideArticle(Duration.ofDays(7));
    private final IdentifyArticle identify = new IdentifyArticle();

    /** An article revision, and those near to it at the end: all whose indices differ by a drawn distance. */
    private record Delivery(int index, int revision) {
        String id() {
            return String.format("id-%03d", index);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void theVerdictsAreThoseOfTheGreedyIndependentSet(int shares) {
        for (int world = 0; world < 20; world++) {
            World drawn = new World(new Random(world));
            Map<String, String> expected = drawn.greedy();
            for (int order = 0; order < 20; order++) {
                assertThat(new Run(drawn, shares, new Random(100L * world + order)).verdicts())
                        .as("world %d, order %d, %d shares", world, order, shares)
                        .isEqualTo(expected);
            }
        }
    }

    /** Who is near to whom, revision by revision. */
    private static final class World {
        final List<Delivery> deliveries = new ArrayList<>();
        final int[] latest = new int[ARTICLES];
        private final Set<String> edges = new LinkedHashSet<>();

        World(Random chance) {
            boolean revises = chance.nextBoolean();
            for (int i = 0; i < ARTICLES; i++) {
                latest[i] = revises && chance.nextInt(4) == 0 ? 2 : 1;
                for (int revision = 1; revision <= latest[i]; revision++) {
                    deliveries.add(new Delivery(i, revision));
                }
            }
            double density = 0.02 + chance.nextDouble() * 0.3;
            for (Delivery b : deliveries) {
                int before = 0;
                for (Delivery a : deliveries) {
                    // Of more than an owner keeps, those that a revision takes away are not replaced.
                    boolean room = !revises || before < Neighbours.MAX_EARLIER;
                    if (a.index() < b.index() && room && chance.nextDouble() < density) {
                        edges.add(a + "|" + b);
                        before++;
                    }
                }
            }
        }

        boolean near(Delivery a, Delivery b) {
            return edges.contains(a + "|" + b) || edges.contains(b + "|" + a);
        }

        Map<String, String> greedy() {
            Map<String, String> verdicts = new TreeMap<>();
            for (int i = 0; i < ARTICLES; i++) {
                Delivery asked = new Delivery(i, latest[i]);
                List<String> before = IntStream.range(0, i)
                        .mapToObj(index -> new Delivery(index, latest[index]))
                        .filter(earlier -> near(earlier, asked))
                        .limit(Neighbours.MAX_EARLIER)
                        .map(Delivery::id)
                        .toList();
                String throughCopies =
                        before.size() < Neighbours.MAX_EARLIER ? "original" : verdicts.get(before.get(0));
                String original = before.stream()
                        .filter(earlier -> verdicts.get(earlier).equals("original"))
                        .findFirst()
                        .orElse(throughCopies);
                verdicts.put(asked.id(), original);
            }
            return verdicts;
        }
    }

    /** One interleaving. Each article has an owner of its own; each pair meets in some of the shares. */
    private final class Run {
        private final World world;
        private final int shares;
        private final Random chance;
        private final Map<String, ArticleState> states = new HashMap<>();
        private final Map<String, Set<String>> followers = new HashMap<>();
        private final List<Map<String, Delivery>> members = new ArrayList<>();
        private final Map<String, Deque<Runnable>> queues = new TreeMap<>();

        Run(World world, int shares, Random chance) {
            this.world = world;
            this.shares = shares;
            this.chance = chance;
            IntStream.range(0, shares).forEach(share -> members.add(new TreeMap<>()));
        }

        Map<String, String> verdicts() {
            List<Delivery> arrivals = new ArrayList<>(world.deliveries);
            Collections.shuffle(arrivals, chance);
            // Revisions keep their order: marks are another test's business.
            Map<Integer, Integer> seen = new HashMap<>();
            for (Delivery arrival : arrivals) {
                int revision = seen.merge(arrival.index(), 1, Integer::sum);
                send("raw", () -> arrive(new Delivery(arrival.index(), revision)));
            }
            while (!queues.isEmpty()) {
                List<String> names = List.copyOf(queues.keySet());
                String name = names.get(chance.nextInt(names.size()));
                Runnable next = queues.get(name).remove();
                if (queues.get(name).isEmpty()) {
                    queues.remove(name);
                }
                next.run();
            }
            Map<String, String> verdicts = new TreeMap<>();
            states.forEach((id, state) -> {
                assertThat(state.firstUnsettled()).as(id).isEmpty();
                verdicts.put(
                        id,
                        state.standing().verdict().isOriginal()
                                ? "original"
                                : state.standing().verdict().originalId());
            });
            return verdicts;
        }

        private void send(String queue, Runnable message) {
            queues.computeIfAbsent(queue, name -> new ArrayDeque<>()).add(message);
        }

        private void arrive(Delivery delivery) {
            Article text = article()
                    .articleId(delivery.id())
                    .publishedAt(NOON.minusSeconds(3600 - delivery.index()))
                    .bodyText(BODY + " Version " + delivery.revision())
                    .build();
            Identified.Fresh fresh =
                    (Identified.Fresh) identify.identify(states.get(delivery.id()), text, new RawPlace(0, 0));
            ArticleState state = fresh.state();
            states.put(delivery.id(), state.with(state.standing().asked(delivery.revision(), shares)));
            for (int share = 0; share < shares; share++) {
                int asked = share;
                send("claims of " + share, () -> match(delivery, asked));
            }
        }

        private void match(Delivery asker, int share) {
            Map<String, Delivery> here = members.get(share);
            here.put(asker.id(), asker);
            List<Neighbour> earlier = new ArrayList<>();
            for (Delivery other : here.values()) {
                if (!world.near(asker, other) || !meet(asker, other, share)) {
                    continue;
                }
                if (other.index() < asker.index()) {
                    earlier.add(neighbour(other));
                } else {
                    send(
                            "letters of share " + share,
                            () -> apply(
                                    other.id(),
                                    decide.met(states.get(other.id()), other.revision(), List.of(neighbour(asker)))));
                }
            }
            send(
                    "letters of share " + share,
                    () -> apply(
                            asker.id(), decide.answered(states.get(asker.id()), asker.revision(), share, earlier, 0)));
        }

        /** In at least one share, and in others by chance that is always the same. */
        private boolean meet(Delivery a, Delivery b, int share) {
            int sum = a.index() * 31 + b.index() * 31 + a.revision() + b.revision();
            return sum % shares == share || (sum + share) % 3 == 0;
        }

        private Neighbour neighbour(Delivery delivery) {
            return new Neighbour(states.get(delivery.id()).place(), delivery.revision(), 0, 0.7);
        }

        private void apply(String id, Decided decided) {
            states.put(id, decided.state());
            decided.ask().ifPresent(asked -> send("letters of " + id, () -> follow(asked.articleId(), id)));
            decided.notice()
                    .ifPresent(
                            notice -> followers.getOrDefault(id, Set.of()).forEach(follower -> tell(follower, notice)));
        }

        private void follow(String id, String follower) {
            followers.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(follower);
            decide.notice(states.get(id)).ifPresent(notice -> tell(follower, notice));
        }

        private void tell(String follower, Notice notice) {
            send("letters of " + notice.articleId(), () -> apply(follower, decide.told(states.get(follower), notice)));
        }
    }
}
