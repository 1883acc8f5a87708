package dev.dateline.embedded;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The broker's settings: Kafka's own defaults, except for what a single node on a laptop needs otherwise.
 *
 * <p>Durability: an acknowledged record is in the operating system's page cache, so it survives any end of this process, kill -9
 * included. It does not survive a power cut before the system has written it out: that takes several nodes.
 */
final class BrokerConfig {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    /** The largest record of any topic: room for the catalogue's largest, the dead letters. */
    static final int MAX_RECORD_BYTES = 8 << 20;

    private static final String BROKER_LISTENER = "PLAINTEXT";

    private BrokerConfig() {}

    /** Broker and controller. */
    static Properties of(Path logDir, Ports ports) {
        String broker = listener(BROKER_LISTENER, ports.broker());
        Properties config = node(logDir, ports);
        config.put("process.roles", "broker,controller");
        config.put("listeners", broker + "," + listener(CONTROLLER_LISTENER, ports.controller()));
        config.put("advertised.listeners", broker);
        config.put("inter.broker.listener.name", BROKER_LISTENER);
        // A topic that springs up by a typo has the wrong partitions; the catalogue makes the right ones.
        config.put("auto.create.topics.enable", "false");
        config.put("message.max.bytes", Integer.toString(MAX_RECORD_BYTES));
        singleReplica(config);
        quickGroups(config);
        // A dead producer's transaction holds up whoever reads as committed; figures: docs/decisions/006-takeover.md.
        config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        smallMemory(config);
        quickRecovery(config);
        return config;
    }

    /** The controller alone, which takes every broker for dead: for {@link KilledRun}. */
    static Properties impatientController(Path logDir, Ports ports) {
        Properties config = node(logDir, ports);
        config.put("process.roles", "controller");
        config.put("listeners", listener(CONTROLLER_LISTENER, ports.controller()));
        config.put("broker.session.timeout.ms", "50");
        config.put("broker.heartbeat.interval.ms", "25");
        return config;
    }

    private static Properties node(Path logDir, Ports ports) {
        Properties config = new Properties();
        config.put("node.id", Integer.toString(NODE_ID));
        config.put("log.dirs", logDir.toString());
        config.put(
                "listener.security.protocol.map", BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        config.put("controller.listener.names", CONTROLLER_LISTENER);
        // A voter named here, not in the metadata, may have another port at the next start.
        config.put("controller.quorum.voters", NODE_ID + "@" + BrokerSettings.HOST + ":" + ports.controller());
        // There is no second controller to replicate to: nothing is gained by waiting for a batch.
        config.put("controller.quorum.append.linger.ms", "0");
        // No-op records tell followers how far they are; without followers they are two disk flushes a second.
        config.put("metadata.max.idle.interval.ms", "0");
        return config;
    }

    private static String listener(String name, int port) {
        return name + "://" + BrokerSettings.HOST + ":" + port;
    }

    private static void singleReplica(Properties config) {
        config.put("default.replication.factor", "1");
        config.put("min.insync.replicas", "1");
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            config.put(topic + ".replication.factor", "1");
            config.put(topic + ".num.partitions", "4");
        }
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("auto.leader.rebalance.enable", "false");
    }

    /**
     * Groups are small and their members start at once, so waiting for more of them only costs time; and heartbeats are how members
     * learn of a new assignment, so they are frequent. Figures: docs/decisions/001-group-protocol.md.
     */
    private static void quickGroups(Properties config) {
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("group.streams.initial.rebalance.delay.ms", "0");
        for (String protocol : new String[] {"consumer", "streams", "share"}) {
            config.put("group." + protocol + ".assignment.interval.ms", "0");
            config.put("group." + protocol + ".min.heartbeat.interval.ms", "100");
            config.put("group." + protocol + ".heartbeat.interval.ms", "200");
        }
    }

    private static void smallMemory(Properties config) {
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        config.put("background.threads", "2");
        config.put("group.coordinator.threads", "1");
        config.put("group.coordinator.background.threads", "1");
        config.put("share.coordinator.threads", "1");
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        config.put("offsets.load.buffer.size", Integer.toString(1 << 20));
        config.put("transaction.state.log.load.buffer.size", Integer.toString(1 << 20));
    }

    /** After kill -9 the broker reads each partition's last segment again, so that one is small. */
    private static void quickRecovery(Properties config) {
        config.put("log.segment.bytes", Integer.toString(128 << 20));
        // Enough for the entries of such a segment; after a kill this much is written for each partition.
        config.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        config.put("num.recovery.threads.per.data.dir", "2");
    }
}
