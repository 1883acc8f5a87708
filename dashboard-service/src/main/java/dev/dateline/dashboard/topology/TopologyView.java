package dev.dateline.dashboard.topology;

import dev.dateline.common.wire.Digest;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.series.StepFigures;
import dev.dateline.dashboard.topology.Description.Described;
import dev.dateline.dashboard.topology.Description.Kind;
import dev.dateline.dashboard.topology.TopologyGraph.Edge;
import dev.dateline.dashboard.topology.TopologyGraph.EdgeKind;
import dev.dateline.dashboard.topology.TopologyGraph.Node;
import dev.dateline.dashboard.topology.TopologyGraph.NodeKind;
import dev.dateline.dashboard.topology.TopologyGraph.NodeState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts the topology that was published last and the present figures together. */
public final class TopologyView {
    private static final int VERSION_DIGITS = 8;
    private static final double SOME_ERRORS = 0.01;
    private static final double MANY_ERRORS = 0.2;
    private static final double SOME_LAG = 10;
    private static final double MUCH_LAG = 60;
    private static final String STORE = "store:";

    private final Series series;
    private volatile Parsed parsed = new Parsed("", new Description(Map.of()));

    /** A description is long, and the same for weeks. */
    private record Parsed(String text, Description description) {}

    public TopologyView(Series series) {
        this.series = series;
    }

    /**
     * The graph at present.
     *
     * @param whole with the nodes that only pass records on
     */
    public TopologyGraph graph(boolean whole) {
        String text = series.topology().orElse(null);
        if (text == null) {
            return new TopologyGraph(
                    null,
                    "no instance of enrich has published its topology yet; each does so once a minute",
                    List.of(),
                    List.of());
        }
        Map<String, StepFigures> figures =
                series.steps().stream().collect(Collectors.toMap(StepFigures::step, step -> step));
        Description description = parse(text);
        return new Drawing(
                        whole ? description : Condensed.of(description, figures::containsKey),
                        figures,
                        Loads.of(series.fleet()))
                .draw(Digest.of(text).substring(0, VERSION_DIGITS));
    }

    private Description parse(String text) {
        Parsed known = parsed;
        if (!known.text.equals(text)) {
            known = new Parsed(text, Description.parse(text));
            parsed = known;
        }
        return known.description;
    }

    /** One graph in the making. */
    private static final class Drawing {
        private final Description description;
        private final Map<String, StepFigures> figures;
        private final Loads loads;
        private final Map<String, Integer> predecessors = new HashMap<>();
        private final List<Edge> edges = new ArrayList<>();

        Drawing(Description description, Map<String, StepFigures> figures, Loads loads) {
            this.description = description;
            this.figures = figures;
            this.loads = loads;
        }

        TopologyGraph draw(String version) {
            description.nodes().values().forEach(node -> node.successors()
                    .forEach(next -> predecessors.merge(next, 1, Integer::sum)));
            description.nodes().values().forEach(node -> node.successors()
                    .forEach(next -> edges.add(new Edge(node.name(), next, EdgeKind.FLOW, flow(next)))));
            List<Node> nodes = new ArrayList<>();
            description.nodes().values().forEach(node -> nodes.add(node(node)));
            throughTopics();
            stores(nodes);
            return new TopologyGraph(version, null, List.copyOf(nodes), List.copyOf(edges));
        }

        /** Known where all that goes into a step comes this way. */
        private Double flow(String to) {
            if (predecessors.getOrDefault(to, 0) != 1) {
                return null;
            }
            return figures.containsKey(to)
                    ? figures.get(to).rate()
                    : carried(description.nodes().get(to));
        }

        /** What is written to a topic is read from it: known where nobody else writes to it, and one source reads it. */
        private Double carried(Described sink) {
            if (sink == null || sink.kind() != Kind.SINK) {
                return null;
            }
            List<Described> readers = description.nodes().values().stream()
                    .filter(node -> joined(sink, node))
                    .toList();
            if (readers.size() != 1) {
                return null;
            }
            long writers = description.nodes().values().stream()
                    .filter(node -> joined(node, readers.get(0)))
                    .count();
            return writers == 1 ? fromEdges(readers.get(0)) : null;
        }

        private static boolean joined(Described sink, Described source) {
            return sink.kind() == Kind.SINK
                    && source.kind() == Kind.SOURCE
                    && source.names().containsAll(sink.names());
        }

        private Node node(Described node) {
            StepFigures step = figures.get(node.name());
            boolean source = node.kind() == Kind.SOURCE;
            Double lag = source ? loads.lagSeconds(node.names()) : null;
            Double errors = step == null ? null : step.errorShare();
            boolean topic = node.kind() != Kind.PROCESSOR;
            return new Node(
                    node.name(),
                    topic ? String.join(", ", node.names()) : node.name(),
                    source ? NodeKind.SOURCE : topic ? NodeKind.SINK : NodeKind.STEP,
                    node.subtopology(),
                    topic ? List.of() : node.names(),
                    step == null ? uncounted(node) : step.rate(),
                    errors,
                    step == null ? null : step.p99Ms(),
                    source ? loads.lagRecords(node.names()) : null,
                    lag,
                    null,
                    null,
                    null,
                    state(errors, lag));
        }

        private Double uncounted(Described node) {
            return node.kind() == Kind.SINK ? carried(node) : fromEdges(node);
        }

        /** A source passes on all it reads to each of its successors, unless these pick. */
        private Double fromEdges(Described node) {
            return node.kind() == Kind.SOURCE && node.successors().size() == 1
                    ? flow(node.successors().get(0))
                    : null;
        }

        private static NodeState state(Double errors, Double lag) {
            double share = Objects.requireNonNullElse(errors, 0.0);
            double behind = Objects.requireNonNullElse(lag, 0.0);
            if (share >= MANY_ERRORS || behind >= MUCH_LAG) {
                return NodeState.BAD;
            }
            return share >= SOME_ERRORS || behind >= SOME_LAG ? NodeState.WARN : NodeState.OK;
        }

        private void throughTopics() {
            for (Described sink : description.nodes().values()) {
                for (Described source : description.nodes().values()) {
                    if (joined(sink, source)) {
                        edges.add(new Edge(sink.name(), source.name(), EdgeKind.TOPIC, carried(sink)));
                    }
                }
            }
        }

        private void stores(List<Node> nodes) {
            TreeSet<String> stores = new TreeSet<>();
            for (Described node : description.nodes().values()) {
                if (node.kind() == Kind.PROCESSOR) {
                    stores.addAll(node.names());
                    node.names()
                            .forEach(store -> edges.add(new Edge(node.name(), STORE + store, EdgeKind.STORE, null)));
                }
            }
            stores.forEach(store -> nodes.add(store(store)));
        }

        private Node store(String store) {
            Long restoring = loads.restoring(store);
            int subtopology = description.nodes().values().stream()
                    .filter(node -> node.names().contains(store))
                    .mapToInt(Described::subtopology)
                    .findFirst()
                    .orElse(0);
            return new Node(
                    STORE + store,
                    store,
                    NodeKind.STORE,
                    subtopology,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    loads.entries(store),
                    loads.bytes(store),
                    restoring,
                    restoring == null ? NodeState.OK : NodeState.WARN);
        }
    }
}
