package dev.dateline.standalone.eval;

import dev.dateline.enrich.near.BandIndex;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbour;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the service arrives at in the end, computed without Kafka: every article is taken in its place in the order of originals, so that
 * all before it are settled, and is a copy of the earliest original among its neighbours or an original itself.
 */
final class CoreRun {
    private static final int WARM_UP = 4000;
    private static final int REPORT_EVERY = 20_000;

    private final CopyRule rule;
    private final BandIndex index;
    private final Deque<Member> inWindow = new ArrayDeque<>();
    private final Map<String, String> originals = new HashMap<>();
    private long most;

    private CoreRun(CopyRule rule) {
        this.rule = rule;
        this.index = new BandIndex(rule);
    }

    /** Groups the articles, after a part of them was grouped to warm up. */
    static Grouping of(SketchedSet set, CopyRule rule, Consumer<String> progress) {
        new CoreRun(rule).run(set.first(WARM_UP), line -> {});
        return new CoreRun(rule).run(set, progress);
    }

    private Grouping run(SketchedSet set, Consumer<String> progress) {
        List<Member> ordered = set.members().stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Member::place))
                .toList();
        CpuClock clock = CpuClock.start();
        for (int i = 0; i < ordered.size(); i++) {
            settle(ordered.get(i));
            if ((i + 1) % REPORT_EVERY == 0) {
                progress.accept((i + 1) + " of " + ordered.size() + " articles");
            }
        }
        Map<String, Double> cpuSeconds = new LinkedHashMap<>(set.cpuSeconds());
        cpuSeconds.put("match", clock.seconds());
        return new Grouping(originals, set.refused(), new StateSize(), cpuSeconds, 0);
    }

    private void settle(Member member) {
        forgetBefore(member);
        String original = index.near(member).earlier().stream()
                .map(Neighbour::articleId)
                .filter(id -> originals.get(id).equals(id))
                .findFirst()
                .orElse(member.articleId());
        originals.put(member.articleId(), original);
        index.put(member);
        inWindow.add(member);
        most = Math.max(most, inWindow.size());
    }

    /** Whoever is further back than the window can't be an original of anything that is still to come. */
    private void forgetBefore(Member member) {
        Instant oldest = member.place().publishedAt().minus(rule.window());
        while (!inWindow.isEmpty() && inWindow.peek().place().publishedAt().isBefore(oldest)) {
            index.remove(inWindow.remove().articleId());
        }
    }
}
