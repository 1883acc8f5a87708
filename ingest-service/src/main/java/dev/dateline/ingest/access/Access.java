package dev.dateline.ingest.access;

import dev.dateline.common.model.AccessKey;
import dev.dateline.common.runtime.Health;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import java.time.Clock;

/** The gate, and what keeps its keys up to date. */
public final class Access implements AutoCloseable {
    private final boolean keysNeeded;
    private final String topic;
    private final AccessKeys keys;
    private final KeyFollower follower;
    private final Gate gate;

    /**
     * Connects to nothing before {@link #start()}, and to nothing at all where no key is needed.
     *
     * @param host the address that ingest's port is opened on
     */
    public Access(AccessSettings settings, String host, KafkaSettings kafka, Topic<AccessKey> topic, Clock clock) {
        this.keysNeeded = settings.keysNeeded(host);
        this.topic = topic.name();
        this.keys = new AccessKeys(clock);
        this.follower = new KeyFollower(kafka, topic, keys);
        this.gate = new Gate(keys, keysNeeded, clock);
    }

    public void start() {
        if (keysNeeded) {
            follower.start();
        }
    }

    public Gate gate() {
        return gate;
    }

    /** Up once every key is known that there was at the start. */
    public Health health() {
        return keysNeeded && !keys.isComplete()
                ? Health.starting("the API keys are being read; if that lasts, is there a topic " + topic
                        + "? dateline topics apply makes it")
                : Health.up();
    }

    @Override
    public void close() {
        follower.close();
    }
}
