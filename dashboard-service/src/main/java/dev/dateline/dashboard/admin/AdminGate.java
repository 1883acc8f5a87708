package dev.dateline.dashboard.admin;

import dev.dateline.common.access.ApiKey;
import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.AccessKey;
import dev.dateline.common.model.AccessScope;
import dev.dateline.common.topics.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Lets those change things who hold a key of scope admin, one that ingest would take, too. Unlike ingest, it never opens without a key,
 * also not on the loopback: what is redriven by mistake can't be taken back.
 */
public final class AdminGate {
    private static final Duration RETRY_WHEN_UNREAD = Duration.ofSeconds(2);
    private static final int MAX_KEYS = 100_000;
    private static final String CREATE = "dateline keys create --label NAME --scope admin";

    private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();
    private final Deserializer<AccessKey> reading;
    private final BooleanSupplier complete;

    /**
     * A gate that knows no key yet.
     *
     * @param complete whether all keys have been taken that there were at the start
     */
    public AdminGate(Topic<AccessKey> topic, BooleanSupplier complete) {
        this.reading = topic.serde().deserializer();
        this.complete = complete;
    }

    /** A record of {@code news.access-keys.v1}. Half a key opens nothing, and ends an older record of it. */
    public void take(ConsumerRecord<String, byte[]> published) {
        if (published.key() == null) {
            return;
        }
        AccessKey key;
        try {
            key = reading.deserialize(published.topic(), published.value());
        } catch (SerializationException e) {
            keys.remove(published.key());
            throw e;
        }
        if (key == null || key.secretSha256() == null || key.scope() == null) {
            keys.remove(published.key());
        } else if (keys.containsKey(published.key()) || keys.size() < MAX_KEYS) {
            keys.put(published.key(), key);
        }
    }

    /**
     * The id of the key, when it may.
     *
     * @param token as sent; null when none was
     * @throws ProblemException unauthorized, forbidden, or kafka-unavailable while the keys are not known
     */
    public String pass(String token) {
        if (!complete.getAsBoolean()) {
            throw new ProblemException(
                    Problem.of(ProblemType.KAFKA_UNAVAILABLE, "the API keys have not been read from Kafka yet"),
                    RETRY_WHEN_UNREAD);
        }
        if (token == null) {
            throw unauthorized("this needs a key of scope admin: " + CREATE);
        }
        ApiKey sent = ApiKey.parse(token)
                .orElseThrow(() -> unauthorized("this is not an API key of Dateline: they look like dl_<id>_<secret>"));
        AccessKey key = keys.get(sent.id());
        if (key == null || !sent.hasSecret(key.secretSha256())) {
            throw unauthorized("this API key is not known here");
        }
        if (key.revokedAt() != null) {
            throw unauthorized("this API key was revoked");
        }
        if (!key.scope().covers(AccessScope.ADMIN)) {
            throw new ProblemException(Problem.of(ProblemType.FORBIDDEN, "this needs a key of scope admin: " + CREATE));
        }
        return sent.id();
    }

    private static ProblemException unauthorized(String detail) {
        return new ProblemException(Problem.of(ProblemType.UNAUTHORIZED, detail));
    }
}
