package dev.dateline.dashboard.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code Topology#describe()} of Kafka Streams 4 says, read from its text: each node on a line of its own, and its successors on the
 * next, behind {@code -->}. Lines that are none of these are passed over.
 *
 * @param nodes by name, in their order
 */
record Description(Map<String, Described> nodes) {
    /** Many times more than there are. */
    static final int MAX_NODES = 500;

    private static final Pattern NODE =
            Pattern.compile("\\s*(Source|Processor|Sink): (\\S+) \\((topics|stores|topic): \\[?([^\\])]*)\\]?\\)\\s*");
    private static final Pattern SUBTOPOLOGY = Pattern.compile("\\s*Sub-topology: (\\d{1,6}).*");
    private static final Pattern SUCCESSORS = Pattern.compile("\\s*--> (.+)");
    private static final String NONE = "none";

    /**
     * A node.
     *
     * @param names of its topics or stores
     * @param successors names of nodes
     */
    record Described(String name, Kind kind, int subtopology, List<String> names, List<String> successors) {
        Described followedBy(List<String> next) {
            return new Described(name, kind, subtopology, names, next);
        }
    }

    enum Kind {
        SOURCE,
        PROCESSOR,
        SINK
    }

    static Description parse(String text) {
        Map<String, Described> nodes = new LinkedHashMap<>();
        int subtopology = 0;
        Described current = null;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher begins = SUBTOPOLOGY.matcher(line);
            Matcher node = NODE.matcher(line);
            Matcher successors = SUCCESSORS.matcher(line);
            if (begins.matches()) {
                subtopology = Integer.parseInt(begins.group(1));
            } else if (node.matches() && nodes.size() < MAX_NODES) {
                current = new Described(
                        node.group(2),
                        Kind.valueOf(node.group(1).toUpperCase(Locale.ROOT)),
                        subtopology,
                        names(node.group(4)),
                        List.of());
                nodes.put(current.name(), current);
            } else if (successors.matches() && current != null) {
                nodes.put(current.name(), current.followedBy(names(successors.group(1))));
            }
        }
        return new Description(nodes);
    }

    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(NONE))
                .forEach(names::add);
        return List.copyOf(names);
    }
}
