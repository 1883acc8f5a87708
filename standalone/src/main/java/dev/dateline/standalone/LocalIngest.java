package dev.dateline.standalone;

import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.runtime.ServiceHost;
import dev.dateline.embedded.BrokerSettings;
import dev.dateline.ingest.IngestService;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** An ingest-service of this process alone, in front of a cluster: for commands that send to a cluster nobody runs ingest for. */
public final class LocalIngest implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final ServiceHost host;

    private LocalIngest(ServiceHost host) {
        this.host = host;
    }

    /** Starts it on a free port of the loopback address. */
    public static LocalIngest start(Settings settings) {
        ServiceContext context = ServiceContext.of(settings).withoutTls();
        IngestService ingest = IngestService.of(context, BrokerSettings.HOST);
        settings.check();
        ServiceHost host = new ServiceHost(context, new HttpSettings(BrokerSettings.HOST, 0), List.of(ingest));
        host.start();
        return new LocalIngest(host);
    }

    /** Waits until it can take articles; empty, or why it can't. */
    public List<String> awaitReady(Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!host.isReady() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY.toMillis());
        }
        return host.notReady();
    }

    public URI url() {
        return URI.create("http://" + BrokerSettings.HOST + ":" + host.port());
    }

    @Override
    public void close() {
        host.close();
    }
}
