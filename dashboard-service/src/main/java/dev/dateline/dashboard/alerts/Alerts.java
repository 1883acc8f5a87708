package dev.dateline.dashboard.alerts;

import dev.dateline.common.runtime.PeriodicTask;
import dev.dateline.dashboard.verdict.Reason;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Evaluates the rules once a second, shows what came of it, and tells the webhook what fires and what is resolved. */
public final class Alerts implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final AlertBoard board;
    private final Webhook webhook;
    private final String dashboard;
    private final Supplier<? extends Optional<? extends Signals>> signals;
    private final InstantSource clock;
    private final PeriodicTask evaluating;

    /**
     * Rules that are not evaluated yet.
     *
     * @param dashboard this instance's name, for the receiver
     * @param signals asked once a second; empty while nothing can be measured
     */
    public Alerts(
            AlertSettings settings,
            String dashboard,
            Supplier<? extends Optional<? extends Signals>> signals,
            InstantSource clock) {
        this.board = new AlertBoard(settings.rules());
        this.webhook = settings.receiver() == null || settings.secret() == null
                ? null
                : new Webhook(
                        new Receiver(settings.receiver(), settings.secret(), WebhookPatience.USUAL.answer(), clock),
                        WebhookPatience.USUAL,
                        clock);
        this.dashboard = dashboard;
        this.signals = signals;
        this.clock = clock;
        this.evaluating = new PeriodicTask("alerts", PERIOD, this::evaluate);
    }

    /**
     * Registers {@code dateline_alerts{rule,state}}, {@code dateline_alert_subjects{rule}} and, with a webhook,
     * {@code dateline_alert_deliveries_total{result}}. Labels are bounded by the number of rules.
     */
    public void register(MeterRegistry metrics) {
        for (RuleStatus rule : board.rules()) {
            for (AlertState state : List.of(AlertState.PENDING, AlertState.FIRING)) {
                Gauge.builder("dateline.alerts", board, counted -> counted.count(rule.name(), state))
                        .description("Alerts by rule and state")
                        .tag("rule", rule.name())
                        .tag("state", state.word())
                        .register(metrics);
            }
            Gauge.builder("dateline.alert.subjects", board, counted -> counted.holding(rule.name()))
                    .description("Sources or instances for which a rule's condition holds, or 1 for the whole")
                    .tag("rule", rule.name())
                    .register(metrics);
        }
        if (webhook != null) {
            Map<String, ToDoubleFunction<WebhookStatus>> results = Map.of(
                    "delivered", WebhookStatus::delivered,
                    "failed", WebhookStatus::failed,
                    "dropped", WebhookStatus::dropped);
            results.forEach((result, count) -> FunctionCounter.builder(
                            "dateline.alert.deliveries", webhook, counted -> count.applyAsDouble(counted.status()))
                    .description("Deliveries to the webhook by what became of them")
                    .tag("result", result)
                    .register(metrics));
        }
    }

    public void start() {
        startWebhook();
        evaluating.start();
    }

    void startWebhook() {
        if (webhook != null) {
            webhook.start();
        }
    }

    /** One second's work. */
    void evaluate() {
        Instant now = clock.instant();
        List<Alert> changed = board.evaluate(now, signals.get());
        if (webhook == null) {
            return;
        }
        for (int from = 0; from < changed.size(); from += Delivery.MOST_ALERTS) {
            int to = Math.min(from + Delivery.MOST_ALERTS, changed.size());
            webhook.offer(Delivery.of(dashboard, now, changed.subList(from, to)));
        }
    }

    /** How all rules stand now. */
    public AlertsPage page() {
        return new AlertsPage(
                clock.instant(),
                board.rules(),
                board.alerts(),
                board.ended(),
                webhook == null ? null : webhook.status());
    }

    /** What fires and holds, as the verdict has it. */
    public List<Reason> reasons() {
        return board.reasons();
    }

    @Override
    public void close() {
        evaluating.close();
        if (webhook != null) {
            webhook.close();
        }
    }
}
