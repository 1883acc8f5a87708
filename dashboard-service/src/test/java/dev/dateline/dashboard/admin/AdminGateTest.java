package dev.dateline.dashboard.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.access.ApiKey;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.AccessKey;
import dev.dateline.common.model.AccessKeyBuilder;
import dev.dateline.common.model.AccessScope;
import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AdminGateTest {
    private static final Topic<AccessKey> TOPIC = Topics.of("", 1).accessKeys();

    private final ApiKey key = ApiKey.generate(new SecureRandom());
    private boolean complete = true;
    private final AdminGate gate = new AdminGate(TOPIC, () -> complete);

    @Test
    void aKeyOfScopeAdminPasses() {
        publish(AccessScope.ADMIN, null);

        assertThat(gate.pass(key.token())).isEqualTo(key.id());
    }

    @Test
    void nobodyElseDoes() {
        refused(null, 401);
        refused("dl_nonsense", 401);
        refused(key.token(), 401);
        publish(AccessScope.PRODUCE, null);
        refused(key.token(), 403);
        publish(AccessScope.ADMIN, Instant.EPOCH);
        refused(key.token(), 401);
    }

    @Test
    void aSecretOfAnotherKeyDoesNot() {
        publish(AccessScope.ADMIN, null);

        String other = ApiKey.generate(new SecureRandom()).token();
        refused("dl_" + key.id() + other.substring(other.lastIndexOf('_')), 401);
    }

    @Test
    void halfAKeyEndsTheOneBefore() {
        publish(AccessScope.ADMIN, null);

        assertThatThrownBy(() -> gate.take(published("{".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(SerializationException.class);

        refused(key.token(), 401);
    }

    @Test
    void beforeTheKeysAreReadNobodyPasses() {
        publish(AccessScope.ADMIN, null);
        complete = false;

        refused(key.token(), 503);
    }

    private void publish(AccessScope scope, Instant revokedAt) {
        AccessKey record = AccessKeyBuilder.builder()
                .keyId(key.id())
                .secretSha256(key.secretSha256())
                .label("desk")
                .scope(scope)
                .createdAt(Instant.EPOCH)
                .revokedAt(revokedAt)
                .build();
        gate.take(published(TOPIC.serde().serializer().serialize(TOPIC.name(), record)));
    }

    private ConsumerRecord<String, byte[]> published(byte[] value) {
        return new ConsumerRecord<>(TOPIC.name(), 0, 0, key.id(), value);
    }

    private void refused(String token, int status) {
        assertThatThrownBy(() -> gate.pass(token)).isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(
                        problem.problem().status())
                .isEqualTo(status));
    }
}
