package dev.dateline.standalone.eval;

import dev.dateline.enrich.near.Comparison;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.Member;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Which articles of a set share a band and so are compared at all: an index of all bands, sorted. */
final class Candidates {
    /** A band of a template can have thousands; the details need one good example. */
    private static final int MAX_OF_A_BAND = 32;

    private final List<Member> members;
    private final CopyRule rule;
    /** The band in the upper half, who has it in the lower. */
    private final long[] entries;

    private Candidates(List<Member> members, CopyRule rule, long[] entries) {
        this.members = members;
        this.rule = rule;
        this.entries = entries;
    }

    /**
     * Candidates among these.
     *
     * @param members null where there is none
     */
    static Candidates of(List<Member> members, CopyRule rule) {
        int bands = members.stream()
                .mapToInt(member -> member == null ? 0 : member.sketch().bands().length)
                .sum();
        long[] entries = new long[bands];
        int count = 0;
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) != null) {
                for (int band : members.get(i).sketch().bands()) {
                    entries[count++] = entry(band, i);
                }
            }
        }
        Arrays.sort(entries);
        return new Candidates(members, rule, entries);
    }

    /** How many bands two members have in common; without any they are never compared. */
    int sharedBands(int a, int b) {
        if (members.get(a) == null || members.get(b) == null) {
            return 0;
        }
        Set<Integer> bands = new HashSet<>();
        for (int band : members.get(a).sketch().bands()) {
            bands.add(band);
        }
        int shared = 0;
        for (int band : members.get(b).sketch().bands()) {
            shared += bands.remove(band) ? 1 : 0;
        }
        return shared;
    }

    /** What the rule says of two members. */
    Comparison compare(int a, int b) {
        Member one = members.get(a);
        Member other = members.get(b);
        return rule.compare(
                one.sketch(),
                other.sketch(),
                Duration.between(one.place().publishedAt(), other.place().publishedAt()));
    }

    /** The candidate inside the window that has most in common with a member. */
    OptionalInt nearest(int member) {
        int nearest = -1;
        double most = -1;
        for (int candidate : candidates(member)) {
            Comparison comparison = compare(member, candidate);
            if (comparison.judgement() != Comparison.Judgement.TOO_FAR_APART && comparison.containment() > most) {
                most = comparison.containment();
                nearest = candidate;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    private Set<Integer> candidates(int member) {
        Set<Integer> candidates = new HashSet<>();
        for (int band : members.get(member).sketch().bands()) {
            int from = Arrays.binarySearch(entries, entry(band, member));
            collect(band, from, -1, candidates);
            collect(band, from, 1, candidates);
        }
        return candidates;
    }

    /** Neighbours of an entry to one side: articles that stand near it in the set. */
    private void collect(int band, int from, int step, Set<Integer> into) {
        int at = from + step;
        for (int i = 0; i < MAX_OF_A_BAND && at >= 0 && at < entries.length && band(entries[at]) == band; i++) {
            into.add((int) entries[at]);
            at += step;
        }
    }

    private static long entry(int band, int member) {
        return ((long) band << Integer.SIZE) | member;
    }

    private static int band(long entry) {
        return (int) (entry >> Integer.SIZE);
    }
}
