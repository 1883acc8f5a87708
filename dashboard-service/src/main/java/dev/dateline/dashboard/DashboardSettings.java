package dev.dateline.dashboard;

import dev.dateline.common.config.Settings;
import dev.dateline.dashboard.alerts.AlertSettings;
import dev.dateline.dashboard.view.DashboardView;

/**
 * The bounds of the dashboard, below {@code dateline.dashboard}.
 *
 * @param maxClients of the live stream at a time
 * @param bounds of the view's memory
 * @param alerts the rules, and where alerts are sent
 */
record DashboardSettings(int maxClients, DashboardView.Bounds bounds, AlertSettings alerts) {
    private static final int MOST_CLIENTS = 10_000;
    private static final int MOST_SOURCES = 100_000;
    private static final int MOST_ARTICLES = 1_000_000;

    static DashboardSettings from(Settings settings) {
        Settings dashboard = settings.section("dashboard");
        return new DashboardSettings(
                dashboard.section("stream").integer("max-clients", 1, MOST_CLIENTS),
                new DashboardView.Bounds(
                        dashboard.section("ledger").integer("max-sources", 1, MOST_SOURCES),
                        dashboard.section("index").integer("max-articles", 1, MOST_ARTICLES)),
                AlertSettings.from(dashboard));
    }
}
