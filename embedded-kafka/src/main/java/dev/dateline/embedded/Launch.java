package dev.dateline.embedded;

import java.net.BindException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node that answers, and the port it answers on. */
record Launch(Node node, int port) {
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
    /** Between our finding a free port and Kafka's opening it, another program may take it. */
    private static final int PORT_ATTEMPTS = 3;

    /** Starts broker and controller. */
    static Launch on(DataDir dataDir, BrokerSettings settings) {
        for (int attempt = 1; ; attempt++) {
            Ports ports = Ports.find(settings.port());
            try {
                return on(dataDir, ports, settings.overrides());
            } catch (ExecutionException e) {
                if (attempt == PORT_ATTEMPTS || !isPortTaken(e)) {
                    throw cantStart(dataDir, e.getCause());
                }
                LOG.info(
                        "another program took port {} or {} meanwhile, trying again",
                        ports.broker(),
                        ports.controller());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokerStartException("Interrupted while Kafka started.", e);
            }
        }
    }

    private static Launch on(DataDir dataDir, Ports ports, Map<String, String> overrides)
            throws ExecutionException, InterruptedException {
        if (dataDir.wasKilled()) {
            KilledRun.endSession(BrokerConfig.impatientController(dataDir.log(), ports));
        }
        Properties config = BrokerConfig.of(dataDir.log(), ports);
        config.putAll(overrides);
        return new Launch(Node.start(config), ports.broker());
    }

    private static boolean isPortTaken(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .anyMatch(BindException.class::isInstance);
    }

    private static BrokerStartException cantStart(DataDir dataDir, Throwable cause) {
        return new BrokerStartException(
                "Kafka can't start on the data in " + dataDir.log() + ": " + cause.getMessage()
                        + ". Its log says more. " + dataDir.elsewhere(),
                cause);
    }
}
