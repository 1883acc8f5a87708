package dev.dateline.standalone.eval;

import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.near.BandCounts;
import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.CopySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The pure steps spread over partitions as Kafka would spread them, without Kafka: the test driver has only one. Owners of articles and of
 * shares of the bands send each other claims and letters in queues that keep their order.
 */
final class PartitionedRun implements Post {
    /** Articles that arrive before the messages about them are delivered, where nothing is left to chance. */
    private static final int CHUNK = 1000;

    private static final int REPORT_EVERY = 20 * CHUNK;

    private final SketchedSet set;
    private final Network network = new Network();
    private final List<ArticleOwner> owners = new ArrayList<>();
    private final List<BandShare> shares = new ArrayList<>();
    private final int firstRaw;
    private final int firstClaims;
    private final int firstLetters;
    private final Map<String, Double> cpuSeconds = new LinkedHashMap<>();
    private long claims;
    private long letters;

    /**
     * A run over all articles of a set.
     *
     * @param partitions of articles
     * @param copies with the partitions of the bands
     */
    PartitionedRun(SketchedSet set, int partitions, CopySettings copies) {
        this.set = set;
        DecideArticle decide = new DecideArticle(copies.rule().window());
        for (int i = 0; i < partitions; i++) {
            owners.add(new ArticleOwner(i, copies.partitions(), decide, this));
        }
        for (int i = 0; i < copies.partitions(); i++) {
            shares.add(new BandShare(i, copies, this));
        }
        firstRaw = open(partitions);
        firstClaims = open(copies.partitions());
        firstLetters = open(partitions);
    }

    private int open(int queues) {
        return IntStream.range(0, queues).map(i -> network.open()).min().orElseThrow();
    }

    /** Lets articles arrive in the order of the set, and delivers each step's messages together, so that each step can be timed. */
    Grouping inOrder(Consumer<String> progress) {
        int count = set.articles().size();
        for (int from = 0; from < count; from += CHUNK) {
            int to = Math.min(count, from + CHUNK);
            int first = from;
            timed("identify", () -> IntStream.range(first, to).forEach(this::arrive));
            boolean waiting = true;
            while (waiting) {
                timed("match", () -> drain(firstClaims, shares.size()));
                waiting = timed("decide", () -> drain(firstLetters, owners.size()));
            }
            if (to % REPORT_EVERY == 0) {
                progress.accept(to + " of " + count + " articles");
            }
        }
        return grouping();
    }

    /** Lets articles arrive in an order, while chance says which partition of which topic goes on. */
    Grouping byChance(List<Integer> order, Random chance) {
        order.forEach(place -> {
            Sketched sketched = set.articles().get(place);
            if (sketched != null) {
                network.send(firstRaw + partition(sketched), () -> arrive(place));
            }
        });
        timed("steps", () -> network.drainByChance(chance));
        return grouping();
    }

    private void arrive(int place) {
        Sketched sketched = set.articles().get(place);
        if (sketched != null) {
            owners.get(partition(sketched)).arrive(sketched, place);
        }
    }

    @Override
    public void claim(Claim claim) {
        claims++;
        network.send(firstClaims + claim.bandPartition(), () -> shares.get(claim.bandPartition())
                .answer(claim));
    }

    @Override
    public void letter(int partition, Consumer<ArticleOwner> letter) {
        letters++;
        network.send(firstLetters + partition, () -> letter.accept(owners.get(partition)));
    }

    @Override
    public Sketched read(int place) {
        return set.articles().get(place);
    }

    private int partition(Sketched sketched) {
        return Math.floorMod(sketched.article().articleId().hashCode(), owners.size());
    }

    private boolean drain(int first, int count) {
        boolean any = false;
        for (int i = first; i < first + count; i++) {
            any |= network.drain(i);
        }
        return any;
    }

    private void timed(String step, Runnable work) {
        timed(step, () -> {
            work.run();
            return true;
        });
    }

    private boolean timed(String step, BooleanSupplier work) {
        CpuClock clock = CpuClock.start();
        boolean any = work.getAsBoolean();
        cpuSeconds.merge(step, clock.seconds(), Double::sum);
        return any;
    }

    private Grouping grouping() {
        Map<String, String> originals = new HashMap<>();
        StateSize size = new StateSize();
        owners.forEach(owner -> {
            originals.putAll(owner.originals());
            owner.measure(size);
        });
        shares.forEach(share -> share.measure(size));
        Map<String, Double> all = new LinkedHashMap<>(set.cpuSeconds());
        all.putAll(cpuSeconds);
        return new Grouping(originals, set.refused(), size, all, work());
    }

    private Map<String, Long> work() {
        Map<String, Long> work = new LinkedHashMap<>();
        work.put("claims", claims);
        work.put("letters", letters);
        for (BandShare share : shares) {
            BandCounts counts = share.counts();
            work.merge("compared", counts.compared(), Long::sum);
            work.merge("hot_buckets", (long) counts.hotBuckets(), Long::sum);
            work.merge("left_out", counts.leftOut(), Long::sum);
        }
        return work;
    }
}
