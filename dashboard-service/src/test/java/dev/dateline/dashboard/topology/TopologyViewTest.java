package dev.dateline.dashboard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.StepCounts;
import dev.dateline.common.model.StreamsState;
import dev.dateline.common.model.StreamsStateBuilder;
import dev.dateline.common.model.TelemetryBuilder;
import dev.dateline.dashboard.series.Series;
import dev.dateline.dashboard.topology.TopologyGraph.Edge;
import dev.dateline.dashboard.topology.TopologyGraph.EdgeKind;
import dev.dateline.dashboard.topology.TopologyGraph.Node;
import dev.dateline.dashboard.topology.TopologyGraph.NodeKind;
import dev.dateline.dashboard.topology.TopologyGraph.NodeState;
import dev.dateline.dashboard.view.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.Test;

class TopologyViewTest {
    private static final String TEXT =
            """
            Topologies:
               Sub-topology: 0
                Source: read-raw (topics: [news.raw.v1])
                  --> decode-record
                Processor: decode-record (stores: [])
                  --> pass-good, pass-bad
                  <-- read-raw
                Processor: pass-good (stores: [])
                  --> tag-article
                  <-- decode-record
                Processor: pass-bad (stores: [])
                  --> write-dead
                  <-- decode-record
                Processor: tag-article (stores: [articles, pending])
                  --> claims-sink
                  <-- pass-good
                Sink: claims-sink (topic: claims-repartition)
                  <-- tag-article
                Sink: write-dead (topic: news.dead-letters.v1)
                  <-- pass-bad

              Sub-topology: 1
                Source: claims-source (topics: [claims-repartition])
                  --> keep-books
                Processor: keep-books (stores: [ledger])
                  --> none
                  <-- claims-source
            """;

    private final Samples.Clock clock = new Samples.Clock();
    private final Series series = new Series(clock, 10);
    private final TopologyView view = new TopologyView(series);

    private static StepCounts step(String name, long in, long errors) {
        return new StepCounts(name, in, in - errors, 0, 0, errors, 0, List.of(0L, in));
    }

    private void publish() {
        publish(List.of());
    }

    private void publish(List<String> alsoCounted) {
        for (int second = 0; second < 5; second++) {
            series.telemetry(TelemetryBuilder.builder()
                    .instanceId("a-00000001")
                    .service("enrich")
                    .at(clock.instant())
                    .startedAt(Samples.START)
                    .status("up")
                    .steps(steps(second, alsoCounted))
                    .streams(StreamsStateBuilder.builder()
                            .topology(second == 0 ? TEXT : null)
                            .tasks(List.of(new StreamsState.Task(
                                    "1_0",
                                    List.of(new StreamsState.Partition("enrich-claims-repartition", 0, 70L, 12_000L)))))
                            .stores(List.of(new StreamsState.Store("articles", 500L, 4_096L)))
                            .restoring(List.of(new StreamsState.Restoring("pending", 0, 33)))
                            .build())
                    .build());
            clock.advanceSeconds(1);
        }
    }

    private static List<StepCounts> steps(int second, List<String> alsoCounted) {
        return Stream.concat(
                        Stream.of(
                                step("decode-record", second * 10L, 0), step("tag-article", second * 8L, second * 2L)),
                        alsoCounted.stream().map(name -> step(name, second * 6L, 0)))
                .toList();
    }

    private static Node node(TopologyGraph graph, String id) {
        return graph.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutATopologyItSaysWhy() {
        assertThat(view.graph(false).nodes()).isEmpty();
        assertThat(view.graph(false).detail()).contains("once a minute");
    }

    @Test
    void stepsSourcesSinksAndStoresAreNodesAndThePlumbingIsNot() {
        publish();
        TopologyGraph graph = view.graph(false);

        assertThat(graph.nodes())
                .extracting(Node::id)
                .containsExactly(
                        "read-raw",
                        "decode-record",
                        "tag-article",
                        "claims-sink",
                        "write-dead",
                        "claims-source",
                        "keep-books",
                        "store:articles",
                        "store:ledger",
                        "store:pending");
        assertThat(graph.edges())
                .contains(
                        new Edge("read-raw", "decode-record", EdgeKind.FLOW, 10.0),
                        new Edge("decode-record", "tag-article", EdgeKind.FLOW, 8.0),
                        new Edge("decode-record", "write-dead", EdgeKind.FLOW, null),
                        new Edge("claims-sink", "claims-source", EdgeKind.TOPIC, null),
                        new Edge("tag-article", "store:articles", EdgeKind.STORE, null));
        assertThat(view.graph(true).nodes()).extracting(Node::id).contains("pass-good", "pass-bad");
    }

    @Test
    void whatATopicCarriesIsWhatIsReadFromIt() {
        publish(List.of("keep-books"));
        TopologyGraph graph = view.graph(false);

        assertThat(graph.edges())
                .contains(
                        new Edge("tag-article", "claims-sink", EdgeKind.FLOW, 6.0),
                        new Edge("claims-sink", "claims-source", EdgeKind.TOPIC, 6.0),
                        new Edge("claims-source", "keep-books", EdgeKind.FLOW, 6.0));
        assertThat(node(graph, "claims-sink").rate()).isEqualTo(6.0);
        assertThat(node(graph, "write-dead").rate()).isNull();
    }

    @Test
    void nodesSayHowTheyDo() {
        publish();
        TopologyGraph graph = view.graph(false);

        assertThat(node(graph, "tag-article").errorShare()).isEqualTo(0.25);
        assertThat(node(graph, "tag-article").state()).isEqualTo(NodeState.BAD);
        assertThat(node(graph, "tag-article").stores()).containsExactly("articles", "pending");
        assertThat(node(graph, "read-raw").rate()).isEqualTo(10.0);
        assertThat(node(graph, "read-raw").name()).isEqualTo("news.raw.v1");
        assertThat(node(graph, "read-raw").kind()).isEqualTo(NodeKind.SOURCE);
        assertThat(node(graph, "claims-source").lagRecords()).isEqualTo(70);
        assertThat(node(graph, "claims-source").lagSeconds()).isEqualTo(12.0);
        assertThat(node(graph, "claims-source").state()).isEqualTo(NodeState.WARN);
        assertThat(node(graph, "claims-source").subtopology()).isOne();
        assertThat(node(graph, "store:articles").entries()).isEqualTo(500);
        assertThat(node(graph, "store:pending").restoring()).isEqualTo(33);
        assertThat(node(graph, "store:pending").state()).isEqualTo(NodeState.WARN);
    }

    @Test
    void whatKafkaStreamsWritesIsRead() {
        StreamsBuilder builder = new StreamsBuilder();
        var stream = builder.stream(
                List.of("a", "b"),
                Consumed.with(Serdes.String(), Serdes.String()).withName("read-both"));
        stream.filter((key, value) -> true, Named.as("pass")).to("c", Produced.<String, String>as("write"));

        Description description = Description.parse(builder.build().describe().toString());

        assertThat(description.nodes()).containsOnlyKeys("read-both", "pass", "write");
        assertThat(description.nodes().get("read-both").names()).containsExactlyInAnyOrder("a", "b");
        assertThat(description.nodes().get("read-both").successors()).containsExactly("pass");
        assertThat(description.nodes().get("write").names()).containsExactly("c");
        assertThat(description.nodes().get("write").kind()).isEqualTo(Description.Kind.SINK);
    }

    @Test
    void whateverElseIsPublishedIsNoGraph() {
        assertThat(Description.parse("<script>alert(1)</script>\n  --> x\n").nodes())
                .isEmpty();
        assertThat(Description.parse("Processor: p (stores: [])\n --> gone\n".repeat(3))
                        .nodes())
                .containsOnlyKeys("p");
        assertThat(Condensed.of(Description.parse("Source: s (topics: [t])\n --> gone"), step -> true)
                        .nodes())
                .containsOnlyKeys("s");
    }
}
