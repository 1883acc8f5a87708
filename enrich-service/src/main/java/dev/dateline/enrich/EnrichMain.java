package dev.dateline.enrich;

import dev.dateline.common.runtime.ServiceMain;

/** The enrich service as a process of its own. */
public final class EnrichMain {
    private EnrichMain() {}

    public static void main(String[] arguments) {
        ServiceMain.run("enrich", EnrichService::of);
    }
}
