package dev.dateline.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebhookTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final WebhookPatience SHORT =
            new WebhookPatience(3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofSeconds(20));

    private TestReceiver receiver;
    private Webhook webhook;

    @BeforeEach
    void open() throws IOException {
        receiver = new TestReceiver();
        webhook = webhook(SHORT);
    }

    @AfterEach
    void close() {
        webhook.close();
        receiver.close();
    }

    private Webhook webhook(WebhookPatience patience) {
        WebhookSecret secret = WebhookSecret.parse("whsec_" + KEY);
        return new Webhook(
                new Receiver(receiver.address(), secret, patience.answer(), InstantSource.fixed(NOW)),
                patience,
                InstantSource.fixed(NOW));
    }

    private static Alert alert(String subject) {
        return new Alert(
                "id-" + subject,
                "source-silent",
                subject,
                AlertState.FIRING,
                Severity.TICKET,
                5.5,
                subject + " has been silent for 5.5 times its longest pause of the day before",
                null,
                "/sources",
                NOW.minusSeconds(600),
                NOW,
                null);
    }

    private static Delivery delivery(String subject) {
        return Delivery.of("host-1", NOW, List.of(alert(subject)));
    }

    private WebhookStatus await(Predicate<WebhookStatus> enough) throws InterruptedException {
        WebhookStatus status = webhook.status();
        while (!enough.test(status)) {
            Thread.sleep(1);
            status = webhook.status();
        }
        return status;
    }

    /** As a receiver would do it. */
    private static String signature(TestReceiver.Request request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        String signed = request.headers().get("webhook-id") + "."
                + request.headers().get("webhook-timestamp") + "." + request.text();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDeliveryIsSignedJson() throws Exception {
        webhook.start();
        webhook.offer(delivery("gazette"));

        TestReceiver.Request request = receiver.next();
        JsonNode body = Json.MAPPER.readTree(request.body());

        assertThat(request.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
                .containsEntry("webhook-signature", signature(request));
        assertThat(request.headers().get("webhook-id")).startsWith("msg_");
        assertThat(body.at("/type").asText()).isEqualTo("dateline.alerts");
        assertThat(body.at("/timestamp").asText()).isEqualTo("2026-11-22T09:00:00.000Z");
        assertThat(body.at("/data/dashboard").asText()).isEqualTo("host-1");
        assertThat(body.at("/data/alerts/0/subject").asText()).isEqualTo("gazette");
        assertThat(body.at("/data/alerts/0/state").asText()).isEqualTo("firing");
        assertThat(body.at("/data/alerts/0/severity").asText()).isEqualTo("ticket");
        assertThat(body.at("/data/alerts/0").has("ended_at")).isFalse();
        WebhookStatus status = await(seen -> seen.delivered() == 1);
        assertThat(status.lastDeliveredAt()).isEqualTo(NOW);
        assertThat(status.receiver()).startsWith("http://127.0.0.1:").doesNotContain("secret-path");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 503, 0})
    void whatMayPassIsTriedAgainWithTheSameId(int status) throws Exception {
        receiver.reply(status).reply(status);
        webhook.start();
        webhook.offer(delivery("gazette"));

        TestReceiver.Request first = receiver.next();
        TestReceiver.Request second = receiver.next();
        TestReceiver.Request third = receiver.next();

        assertThat(second.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
        assertThat(third.body()).isEqualTo(first.body());
        assertThat(await(seen -> seen.delivered() == 1).lastError()).isNull();
    }

    @Test
    void afterItsAttemptsADeliveryIsGivenUpAndTheNextOneComes() throws Exception {
        receiver.reply(500).reply(500).reply(500);
        webhook.start();
        webhook.offer(delivery("gazette"));
        webhook.offer(delivery("wire"));

        for (int attempt = 0; attempt < SHORT.attempts(); attempt++) {
            assertThat(receiver.next().text()).contains("gazette");
        }
        assertThat(receiver.next().text()).contains("wire");
        WebhookStatus status = await(seen -> seen.delivered() == 1);
        assertThat(status.failed()).isEqualTo(1);
        assertThat(status.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 404, 410})
    void aRefusalIsNotArguedWith(int status) throws Exception {
        receiver.reply(status);
        webhook.start();
        webhook.offer(delivery("gazette"));

        assertThat(await(seen -> seen.failed() == 1).lastError()).isEqualTo("HTTP " + status);
        webhook.offer(delivery("wire"));
        await(seen -> seen.delivered() == 1);
        assertThat(receiver.next().text()).contains("gazette");
        assertThat(receiver.next().text()).contains("wire");
        assertThat(receiver.left()).isZero();
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (TestReceiver elsewhere = new TestReceiver()) {
            receiver.reply(307, "Location", elsewhere.address().toString());
            webhook.start();
            webhook.offer(delivery("gazette"));

            await(seen -> seen.failed() == 1);
            assertThat(elsewhere.left()).isZero();
        }
    }

    @Test
    void whatWaitsIsBoundedAndTheOldestGoes() throws Exception {
        int more = 3;
        for (int number = 0; number < Webhook.MOST_WAITING + more; number++) {
            webhook.offer(delivery("source-" + number));
        }

        assertThat(webhook.status().waiting()).isEqualTo(Webhook.MOST_WAITING);
        assertThat(webhook.status().dropped()).isEqualTo(more);
        webhook.start();
        assertThat(receiver.next().text()).contains("\"source-" + more + "\"");
        assertThat(await(seen -> seen.waiting() == 0).delivered()).isEqualTo(Webhook.MOST_WAITING);
    }

    @Test
    void closingDoesNotWaitForAReceiverThatIsAway() throws Exception {
        Webhook patient =
                webhook(new WebhookPatience(100, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)));
        receiver.reply(503);
        patient.start();
        patient.offer(delivery("gazette"));
        receiver.next();

        patient.close();

        assertThat(patient.status().delivered()).isZero();
    }

    @Test
    void pausesDoubleUpToABoundAndTheReceiverMayAskForMore() {
        WebhookPatience patience =
                new WebhookPatience(9, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofSeconds(10));

        assertThat(patience.pause(1, null, 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(patience.pause(1, null, 0)).isEqualTo(Duration.ofMillis(500));
        assertThat(patience.pause(4, null, 1)).isEqualTo(Duration.ofSeconds(8));
        assertThat(patience.pause(500, null, 1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(patience.pause(1, Duration.ofSeconds(20), 1)).isEqualTo(Duration.ofSeconds(20));
        assertThat(patience.pause(1, Duration.ofDays(9), 1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(patience.pause(4, Duration.ofSeconds(2), 1)).isEqualTo(Duration.ofSeconds(8));
    }
}
