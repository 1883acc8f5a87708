package dev.dateline.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules, webhook and meters together. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AlertsTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicReference<Optional<Snapshot>> signals = new AtomicReference<>(Optional.empty());

    private void pass(Alerts alerts, int seconds) {
        for (int second = 0; second < seconds; second++) {
            now.updateAndGet(time -> time.plusSeconds(1));
            alerts.evaluate();
        }
    }

    @Test
    void theStandardRulesTellAReceiverWhatFiresAndWhatEnds() throws Exception {
        try (TestReceiver receiver = new TestReceiver()) {
            AlertSettings settings = new AlertSettings(
                    AlertRules.standard(),
                    receiver.address(),
                    WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
            try (Alerts alerts = new Alerts(settings, "host-1", signals::get, now::get)) {
                // Not start(): the seconds are ours.
                alerts.startWebhook();
                signals.set(Optional.of(Snapshot.HEALTHY.lag(41, 0.3)));
                pass(alerts, 601);
                signals.set(Optional.of(Snapshot.HEALTHY));
                pass(alerts, 61);

                assertThat(receiver.next().text())
                        .contains("\"falling-behind\"", "\"firing\"", "41 s behind and growing");
                assertThat(receiver.next().text()).contains("\"falling-behind\"", "\"resolved\"");
                AlertsPage page = alerts.page();
                assertThat(page.alerts()).isEmpty();
                assertThat(page.ended()).singleElement().extracting(Alert::rule).isEqualTo("falling-behind");
                assertThat(page.webhook().dropped()).isZero();
            }
        }
    }

    @Test
    void manyAlertsOfOneMomentAreAFewDeliveries() throws Exception {
        List<SilentSource> silent = new ArrayList<>();
        for (int source = 0; source < 70; source++) {
            silent.add(new SilentSource("source-" + source, 1000, 100));
        }
        try (TestReceiver receiver = new TestReceiver()) {
            AlertSettings settings = new AlertSettings(
                    AlertRules.standard(),
                    receiver.address(),
                    WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
            try (Alerts alerts = new Alerts(settings, "host-1", signals::get, now::get)) {
                signals.set(Optional.of(Snapshot.HEALTHY.silent(silent.toArray(SilentSource[]::new))));
                pass(alerts, 601);

                assertThat(alerts.page().webhook().waiting()).isEqualTo(2);
            }
        }
    }

    @Test
    void metersHaveTheNamesThatTheRulesOfPrometheusUse() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (Alerts alerts =
                new Alerts(new AlertSettings(AlertRules.standard(), null, null), "host-1", signals::get, now::get)) {
            alerts.register(metrics);
            signals.set(Optional.of(Snapshot.HEALTHY.gone("host-2/enrich", "host-3/enrich")));
            pass(alerts, 1);
            assertThat(alerts.page().webhook()).isNull();

            assertThat(metrics.scrape())
                    .contains(
                            "dateline_alert_subjects{rule=\"instance-gone\"} 2.0",
                            "dateline_alert_subjects{rule=\"source-silent\"} 0.0",
                            "dateline_alerts{rule=\"instance-gone\",state=\"pending\"} 2.0",
                            "dateline_alerts{rule=\"instance-gone\",state=\"firing\"} 0.0");
        }
    }
}
