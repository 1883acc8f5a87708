package dev.dateline.common.runtime;

import dev.dateline.common.config.ConfigException;
import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main program of one service: configure, run until told to stop, close in order. */
public final class ServiceMain {
    private static final int BAD_CONFIGURATION = 78; // EX_CONFIG of sysexits.h

    private ServiceMain() {}

    /**
     * Runs until SIGTERM or SIGINT.
     *
     * @param section whose {@code http} settings to listen on, for example {@code ingest}
     */
    public static void run(String section, Function<ServiceContext, Service> factory) {
        ServiceContext context;
        HttpSettings http;
        Service service;
        Settings settings = Settings.load(Map.of());
        try {
            context = ServiceContext.of(settings);
            http = HttpSettings.from(settings.section(section));
            service = factory.apply(context);
            settings.check();
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            System.exit(BAD_CONFIGURATION);
            return;
        }
        Logger log = LoggerFactory.getLogger(ServiceMain.class);
        settings.effective().forEach((name, value) -> log.info("{} = {}", name, value));
        ServiceHost host = new ServiceHost(context, http, List.of(service));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            host.close();
                            stopped.countDown();
                        },
                        "dateline-shutdown"));
        host.start();
        log.info("{} listens on {}://{}:{}", service.name(), context.http().scheme(), http.host(), host.port());
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
