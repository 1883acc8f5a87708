package dev.dateline.ingest;

import dev.dateline.common.runtime.ServiceMain;

/** ingest-service as a process of its own. */
public final class IngestMain {
    private IngestMain() {}

    public static void main(String[] args) {
        ServiceMain.run("ingest", IngestService::of);
    }
}
