package dev.dateline.dashboard.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The topology with what flows through it at present.
 *
 * @param version eight digits that stand for the description; null when none was published
 * @param detail why there is no graph; null when there is one
 */
public record TopologyGraph(String version, String detail, List<Node> nodes, List<Edge> edges) {

    /**
     * A node.
     *
     * @param name of the node, or of the topic or store that it stands for
     * @param stores that it uses, by name; empty but for steps
     * @param rate records per second that go in; null when they are not counted
     * @param errorShare of these, from 0 to 1; null when there are none
     * @param p99Ms the time that 99 of 100 stay below, milliseconds; null when there were none
     * @param lagRecords that wait to be read; null but for sources
     * @param lagSeconds how far behind the reading is; null but for sources
     * @param entries keys in a store, all instances together; null where that is not known, and but for stores
     * @param bytes of a store, all instances together; null where that is not known, and but for stores
     * @param restoring records still to be read back into a store; null when there are none
     * @param state {@code ok}, {@code warn} or {@code bad}
     */
    public record Node(
            String id,
            String name,
            NodeKind kind,
            int subtopology,
            List<String> stores,
            Double rate,
            Double errorShare,
            Double p99Ms,
            Long lagRecords,
            Double lagSeconds,
            Long entries,
            Long bytes,
            Long restoring,
            NodeState state) {}

    /** What a node is. */
    public enum NodeKind {
        @JsonProperty("source")
        SOURCE,
        @JsonProperty("step")
        STEP,
        @JsonProperty("store")
        STORE,
        @JsonProperty("sink")
        SINK
    }

    /** How a node does. */
    public enum NodeState {
        @JsonProperty("ok")
        OK,
        /** Some errors, some lag, or state being read back. */
        @JsonProperty("warn")
        WARN,
        /** Every fifth record fails, or a minute behind. */
        @JsonProperty("bad")
        BAD
    }

    /**
     * What goes from one node to another.
     *
     * @param kind how
     * @param rate records per second; null when it can't be told
     */
    public record Edge(String from, String to, EdgeKind kind, Double rate) {}

    /** How something goes. */
    public enum EdgeKind {
        /** In the same task. */
        @JsonProperty("flow")
        FLOW,
        /** Through a topic, which one part writes and another reads. */
        @JsonProperty("topic")
        TOPIC,
        /** From a step to its store. */
        @JsonProperty("store")
        STORE
    }
}
