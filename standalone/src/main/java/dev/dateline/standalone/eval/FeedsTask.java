package dev.dateline.standalone.eval;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.feed.Feed;
import dev.dateline.ingest.read.feed.FeedParser;
import dev.dateline.standalone.eval.FeedSet.Expectation;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the feed parser makes of feeds of all dialects, well-formed or not. */
final class FeedsTask implements Task {
    /** Where the set's files pretend to be from. */
    private static final String SERVER = "http://127.0.0.1:8097/";
    /** The headers a file pretends to come with stand in its first comment. */
    private static final Pattern CONTENT_LOCATION =
            Pattern.compile("Header:\\s{1,20}+Content-Location:\\s{0,20}+(\\S{1,500}+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTENT_TYPE =
            Pattern.compile("Header:\\s{1,20}+Content-Type:\\s{0,20}+([^\\r\\n]{1,200}+)", Pattern.CASE_INSENSITIVE);
    private static final int COMMENT = 1024;

    /** A line of the details. */
    public record Item(String file, String group, String path, String expected, String got, String why) {}

    /** What became of a file: a feed, or a reason why not. */
    private record Read(Feed feed, String refused, boolean crashed) {}

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public String holds() {
        return FeedSet.FILES + " (feeds) and " + FeedSet.TRUTH + " (file, path, value, group)";
    }

    @Override
    public Set<Option> options() {
        return Set.of();
    }

    @Override
    public Scores run(Request request) {
        FeedSet set = FeedSet.read(this, request.folder(this));
        request.progress()
                .accept(set.files().size() + " files, " + set.expectations().size() + " expectations");
        Map<String, String> types = new HashMap<>();
        set.expectations().stream()
                .filter(expectation -> expectation.contentType() != null)
                .forEach(expectation -> types.put(expectation.file(), expectation.contentType()));
        Map<String, Read> read = new LinkedHashMap<>();
        CpuClock clock = CpuClock.start();
        set.files().forEach((file, bytes) -> read.put(file, read(file, bytes, types.get(file))));
        return scores(set, read, clock.seconds(), request.details());
    }

    private static Read read(String file, byte[] bytes, String announced) {
        String opening = new String(bytes, 0, Math.min(bytes.length, COMMENT), StandardCharsets.ISO_8859_1);
        String location = header(CONTENT_LOCATION, opening, "");
        String type = announced == null ? header(CONTENT_TYPE, opening, null) : announced;
        String address =
                location.contains(":") ? location : SERVER + (location.isEmpty() ? file : location.substring(1));
        try {
            return new Read(FeedParser.parse(bytes, MediaType.parse(type), address), null, false);
        } catch (ProblemException e) {
            return new Read(null, e.problem().detail(), false);
        } catch (RuntimeException e) {
            return new Read(null, e.toString(), true);
        }
    }

    private static String header(Pattern header, String opening, String absent) {
        Matcher found = header.matcher(opening);
        return found.find() ? found.group(1).strip() : absent;
    }

    private static Scores scores(FeedSet set, Map<String, Read> read, double cpuSeconds, Details details) {
        Tally met = new Tally();
        Tally all = new Tally();
        Map<String, Tally> fields = new TreeMap<>();
        Map<String, Tally> groups = new TreeMap<>();
        for (Expectation expectation : set.expectations()) {
            Item item = item(expectation, read.get(expectation.file()));
            boolean isMet = item.why().isEmpty();
            details.add(item);
            all.add(isMet);
            fields.computeIfAbsent(expectation.field(), field -> new Tally()).add(isMet);
            if (!expectation.isSummary()) {
                met.add(isMet);
                groups.computeIfAbsent(expectation.group(), group -> new Tally())
                        .add(isMet);
            }
        }
        List<Read> crashed = read.values().stream().filter(Read::crashed).toList();
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("parsed", Scores.share(read.size() - crashed.size(), read.size()));
        scores.put("met", met.share());
        scores.put("met_all", all.share());
        scores.put(
                "refused",
                read.values().stream()
                        .filter(one -> one.refused() != null && !one.crashed())
                        .count());
        scores.put("per_field", shares(fields));
        scores.put("per_group", shares(groups));
        return new Scores(read.size(), cpuSeconds, scores);
    }

    private static Item item(Expectation expectation, Read read) {
        String found = read.feed() == null ? null : FeedMatch.found(read.feed(), expectation);
        String why;
        if (read.refused() != null) {
            why = (read.crashed() ? "crashed: " : "refused: ") + read.refused();
        } else if (found == null) {
            why = "nothing found";
        } else {
            why = FeedMatch.isMet(expectation, found) ? "" : "differs";
        }
        return new Item(expectation.file(), expectation.group(), expectation.path(), expectation.value(), found, why);
    }

    private static Map<String, Double> shares(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().share(), (a, b) -> a, LinkedHashMap::new));
    }
}
