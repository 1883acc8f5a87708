package dev.dateline.embedded;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a killed broker leaves besides its data: its registration. The controller takes it for alive until its session times out, 9 s,
 * and turns the restarted one away so long. Only a short timeout would shorten that, and then a busy machine would lose its broker
 * for no reason. So after a kill the controller runs alone first, for some 0.2 s, with a timeout so short that it declares the dead
 * broker fenced at once.
 */
final class KilledRun {
    private static final Logger LOG = LoggerFactory.getLogger(KilledRun.class);
    /** It takes some 50 ms. A broker killed before it had registered is never fenced: then there is nothing to wait for either. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(10);

    private KilledRun() {}

    /** Ends the session of the broker that was killed. When that fails, the start after it is slower, not wrong. */
    static void endSession(Properties controllerAlone) throws ExecutionException, InterruptedException {
        Node controller = Node.start(controllerAlone);
        try {
            long start = System.nanoTime();
            while (fencedBrokers() == 0) {
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    LOG.info("no session of the killed broker ended within {}", LIMIT);
                    return;
                }
                Thread.sleep(POLL.toMillis());
            }
        } catch (JMException e) {
            LOG.warn("can't tell whether the session of the killed broker has ended", e);
        } finally {
            controller.stop();
        }
    }

    private static int fencedBrokers() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            return (Integer) beans.getAttribute(
                    new ObjectName("kafka.controller:type=KafkaController,name=FencedBrokerCount"), "Value");
        } catch (InstanceNotFoundException | AttributeNotFoundException e) {
            LOG.debug("the controller's metrics are not there yet", e);
            return 0;
        }
    }
}
