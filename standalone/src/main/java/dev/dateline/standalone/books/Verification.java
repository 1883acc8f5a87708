package dev.dateline.standalone.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ledger beside a recount.
 *
 * @param recounted by source
 * @param differences where the two disagree, in words; empty when they agree
 */
public record Verification(SortedMap<String, Count> recounted, List<String> differences) {

    /** Compares source by source, number by number. */
    public static Verification of(Books books, SortedMap<String, Count> recounted) {
        SortedMap<String, Count> ledger = new TreeMap<>();
        books.sources().forEach((source, line) -> ledger.put(source, Count.of(line)));
        SortedSet<String> sources = new TreeSet<>(ledger.keySet());
        sources.addAll(recounted.keySet());
        Count none = new Count(0, 0, 0, 0, 0);
        List<String> differences = new ArrayList<>();
        for (String source : sources) {
            compare(source, ledger.getOrDefault(source, none), recounted.getOrDefault(source, none), differences);
        }
        return new Verification(recounted, List.copyOf(differences));
    }

    public boolean agrees() {
        return differences.isEmpty();
    }

    private static void compare(String source, Count ledger, Count recount, List<String> differences) {
        Map<String, long[]> numbers = new TreeMap<>(Map.of(
                "raw", new long[] {ledger.raw(), recount.raw()},
                "events", new long[] {ledger.events(), recount.events()},
                "duplicates", new long[] {ledger.duplicates(), recount.duplicates()},
                "resends", new long[] {ledger.resends(), recount.resends()},
                "dead letters", new long[] {ledger.deadLetters(), recount.deadLetters()}));
        numbers.forEach((name, both) -> {
            if (both[0] != both[1]) {
                differences.add(source + ": " + name + " " + both[0] + " in the ledger, " + both[1] + " on the topics");
            }
        });
    }
}
