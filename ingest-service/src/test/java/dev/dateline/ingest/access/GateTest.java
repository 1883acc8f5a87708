package dev.dateline.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.common.access.ApiKey;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import dev.dateline.common.model.AccessKeyBuilder;
import dev.dateline.common.model.AccessScope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final AccessKeys keys = new AccessKeys(CLOCK);
    private final Gate gate = new Gate(keys, true, CLOCK);
    private final ApiKey key = ApiKey.generate(new SecureRandom());

    @Test
    void nobodyPassesBeforeTheKeysAreKnown() {
        refused(() -> gate.pass(key.token(), AccessScope.PRODUCE), ProblemType.KAFKA_UNAVAILABLE, "not been read");
    }

    @Test
    void theFirstOneIsToldHowToMakeAKey() {
        keys.completed();

        refused(() -> gate.pass(null, AccessScope.PRODUCE), ProblemType.UNAUTHORIZED, "dateline keys create");
    }

    @Test
    void aGoodKeyPassesUntilItIsRevoked() {
        take(record());
        assertThat(gate.pass(key.token(), AccessScope.PRODUCE).source(null)).isNull();

        take(record().revokedAt(NOON));

        refused(() -> gate.pass(key.token(), AccessScope.PRODUCE), ProblemType.UNAUTHORIZED, "revoked");
    }

    @Test
    void anotherSecretOrIdDoesNotPass() {
        take(record());
        String otherSecret = key.token().substring(0, key.token().length() - 48) + "00".repeat(24);

        refused(() -> gate.pass(otherSecret, AccessScope.PRODUCE), ProblemType.UNAUTHORIZED, "not known");
        refused(
                () -> gate.pass(ApiKey.generate(new SecureRandom()).token(), AccessScope.PRODUCE),
                ProblemType.UNAUTHORIZED,
                "not known");
        refused(() -> gate.pass("hello", AccessScope.PRODUCE), ProblemType.UNAUTHORIZED, "dl_<id>_<secret>");
    }

    @Test
    void onlyAdminsAdminister() {
        take(record());
        refused(() -> gate.pass(key.token(), AccessScope.ADMIN), ProblemType.FORBIDDEN, "--scope admin");

        take(record().scope(AccessScope.ADMIN));

        assertThat(gate.pass(key.token(), AccessScope.ADMIN)).isNotNull();
        assertThat(gate.pass(key.token(), AccessScope.PRODUCE)).isNotNull();
    }

    @Test
    void aBoundKeySendsForItsSourceOnly() {
        take(record().sourceId("city-desk"));
        Caller caller = gate.pass(key.token(), AccessScope.PRODUCE);

        assertThat(caller.source(null)).isEqualTo("city-desk");
        assertThat(caller.source("city-desk")).isEqualTo("city-desk");
        caller.send("city-desk");
        refused(() -> caller.source("sports-desk"), ProblemType.FORBIDDEN, "city-desk");
        refused(() -> caller.send("sports-desk"), ProblemType.FORBIDDEN, "city-desk");
    }

    @Test
    void limitsSayWhenToComeAgain() {
        take(record().requestsPerSecond(1).articlesPerDay(1L));
        Caller caller = gate.pass(key.token(), AccessScope.PRODUCE);
        assertThat(caller.limits())
                .containsExactly(
                        new Limit("rate", 1, Duration.ofSeconds(1), 0, Duration.ofSeconds(1)),
                        new Limit("quota", 1, Duration.ofDays(1), 1, Duration.ofHours(12)));

        assertThat(refused(() -> gate.pass(key.token(), AccessScope.PRODUCE), ProblemType.RATE_LIMITED, "1 requests")
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
        caller.send("any");
        assertThat(refused(() -> caller.send("any"), ProblemType.QUOTA_USED_UP, "all 1 articles")
                        .retryAfter())
                .isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aNewLabelDoesNotRenewTheDay() {
        take(record().articlesPerDay(1L));
        gate.pass(key.token(), AccessScope.PRODUCE).send("any");

        take(record().articlesPerDay(1L).label("renamed"));

        refused(() -> gate.pass(key.token(), AccessScope.PRODUCE), ProblemType.QUOTA_USED_UP, "used up");
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 127.0.0.1, false",
        "auto, ::1, false",
        "auto, localhost, false",
        "auto, 0.0.0.0, true",
        "auto, '', true",
        "keys, 127.0.0.1, true",
        "open, 0.0.0.0, false"
    })
    void thePortDecidesWhenTheSettingDoesNot(String mode, String host, boolean needed) {
        Settings settings = Settings.load(Map.of(), Map.of("dateline.ingest.access.mode", mode));

        AccessSettings access = AccessSettings.from(settings.section("ingest"));

        settings.check();
        assertThat(access.keysNeeded(host)).isEqualTo(needed);
    }

    private AccessKeyBuilder record() {
        return AccessKeyBuilder.builder()
                .keyId(key.id())
                .secretSha256(key.secretSha256())
                .label("test")
                .scope(AccessScope.PRODUCE)
                .createdAt(NOON);
    }

    private void take(AccessKeyBuilder record) {
        keys.take(key.id(), record.build());
        keys.completed();
    }

    private static ProblemException refused(ThrowingCallable attempt, ProblemType type, String detail) {
        ProblemException[] problem = new ProblemException[1];
        assertThatThrownBy(attempt).isInstanceOfSatisfying(ProblemException.class, e -> problem[0] = e);
        assertThat(problem[0].problem().type()).isEqualTo(type.uri());
        assertThat(problem[0].problem().detail()).contains(detail);
        return problem[0];
    }
}
