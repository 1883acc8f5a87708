package dev.dateline.enrich.near;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The members of one partition's bands: full buckets, in memory. */
public final class BandIndex {
    private final CopyRule rule;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Long> sinces = new LinkedHashMap<>();
    private final Map<Integer, TreeSet<Place>> buckets = new HashMap<>();

    public BandIndex(CopyRule rule) {
        this.rule = rule;
    }

    /** Whom a member is near to; it need not be in the index. */
    public Neighbours near(Member asked) {
        TreeSet<Place> candidates = new TreeSet<>();
        for (int band : asked.sketch().bands()) {
            candidates.addAll(buckets.getOrDefault(band, new TreeSet<>()));
        }
        List<Neighbour> earlier = new ArrayList<>();
        List<Neighbour> later = new ArrayList<>();
        for (Place place : candidates) {
            Member other = members.get(place.articleId());
            Comparison comparison = rule.compare(
                    asked.sketch(),
                    other.sketch(),
                    Duration.between(asked.place().publishedAt(), place.publishedAt()));
            if (comparison.isCopy() && !other.articleId().equals(asked.articleId())) {
                (place.isBefore(asked.place()) ? earlier : later)
                        .add(new Neighbour(place, other.revision(), other.ownerPartition(), comparison.containment()));
            }
        }
        earlier.sort(Comparator.comparing(Neighbour::place));
        return new Neighbours(
                List.copyOf(earlier.subList(0, Math.min(earlier.size(), Neighbours.MAX_EARLIER))), later, later.size());
    }

    /** Adds a member, in place of one with the same article id. */
    public void put(Member member) {
        put(member, 0);
    }

    /**
     * Adds a member, in place of one with the same article id.
     *
     * @param since a time that never falls from one call to the next, for {@link #oldest}
     */
    public void put(Member member, long since) {
        remove(member.articleId());
        members.put(member.articleId(), member);
        sinces.put(member.articleId(), since);
        for (int band : member.sketch().bands()) {
            buckets.computeIfAbsent(band, key -> new TreeSet<>()).add(member.place());
        }
    }

    /** Forgets a member; nothing happens if it is not known. */
    public void remove(String articleId) {
        Member known = members.remove(articleId);
        sinces.remove(articleId);
        if (known != null) {
            for (int band : known.sketch().bands()) {
                buckets.computeIfPresent(band, (key, places) -> {
                    places.remove(known.place());
                    return places.isEmpty() ? null : places;
                });
            }
        }
    }

    /** The member that was put first, if that was before a time; null otherwise. */
    public String oldest(long before) {
        if (sinces.isEmpty()) {
            return null;
        }
        Map.Entry<String, Long> first = sinces.entrySet().iterator().next();
        return first.getValue() < before ? first.getKey() : null;
    }

    public boolean contains(String articleId) {
        return members.containsKey(articleId);
    }

    public int size() {
        return members.size();
    }
}
