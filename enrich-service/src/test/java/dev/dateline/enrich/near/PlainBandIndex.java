package dev.dateline.enrich.near;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The index in as few words as possible, to hold the real one against. */
final class PlainBandIndex {
    private final CopyRule rule;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Long> sinces = new HashMap<>();
    private final Map<Integer, TreeSet<Place>> buckets = new HashMap<>();

    PlainBandIndex(CopyRule rule) {
        this.rule = rule;
    }

    Neighbours near(Member asked) {
        TreeSet<Place> candidates = new TreeSet<>();
        for (int band : asked.sketch().bands()) {
            candidates.addAll(buckets.getOrDefault(band, new TreeSet<>()));
        }
        List<Neighbour> copies = copies(asked, candidates);
        List<Neighbour> earlier = earlier(asked, copies);
        List<Neighbour> later = later(asked, copies);
        return new Neighbours(
                earlier.subList(0, Math.min(earlier.size(), Neighbours.MAX_EARLIER)), later, later.size());
    }

    List<Neighbour> laterInBucketsWithFewBefore(Member asked) {
        List<Neighbour> later = new ArrayList<>();
        for (int band : asked.sketch().bands()) {
            List<Neighbour> copies = copies(asked, buckets.getOrDefault(band, new TreeSet<>()));
            if (earlier(asked, copies).size() < Neighbours.MAX_EARLIER) {
                later.addAll(later(asked, copies));
            }
        }
        return later;
    }

    void put(Member member, long since) {
        remove(member.articleId());
        members.put(member.articleId(), member);
        sinces.put(member.articleId(), since);
        for (int band : member.sketch().bands()) {
            buckets.computeIfAbsent(band, key -> new TreeSet<>()).add(member.place());
        }
    }

    void remove(String articleId) {
        Member known = members.remove(articleId);
        if (known != null) {
            for (int band : known.sketch().bands()) {
                buckets.getOrDefault(band, new TreeSet<>()).remove(known.place());
            }
        }
    }

    String oldest(long before) {
        return members.keySet().stream()
                .findFirst()
                .filter(id -> sinces.get(id) < before)
                .orElse(null);
    }

    int size() {
        return members.size();
    }

    private List<Neighbour> copies(Member asked, Set<Place> candidates) {
        List<Neighbour> copies = new ArrayList<>();
        for (Place place : candidates) {
            Member other = members.get(place.articleId());
            Comparison comparison = rule.compare(
                    asked.sketch(),
                    other.sketch(),
                    Duration.between(asked.place().publishedAt(), place.publishedAt()));
            if (comparison.isCopy() && !other.articleId().equals(asked.articleId())) {
                copies.add(new Neighbour(place, other.revision(), other.ownerPartition(), comparison.containment()));
            }
        }
        return copies;
    }

    private static List<Neighbour> earlier(Member asked, List<Neighbour> copies) {
        return copies.stream()
                .filter(copy -> copy.place().isBefore(asked.place()))
                .toList();
    }

    private static List<Neighbour> later(Member asked, List<Neighbour> copies) {
        return copies.stream()
                .filter(copy -> !copy.place().isBefore(asked.place()))
                .toList();
    }
}
