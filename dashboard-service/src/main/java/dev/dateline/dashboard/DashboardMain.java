package dev.dateline.dashboard;

import dev.dateline.common.runtime.ServiceMain;

/** The dashboard as a process of its own. */
public final class DashboardMain {
    private DashboardMain() {}

    public static void main(String[] arguments) {
        ServiceMain.run("dashboard", DashboardService::of);
    }
}
