package dev.dateline.common.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Something done again and again while a connector is open, on its own scheduler: it starts and ends with the connector. */
abstract class ConnectorTask extends AbstractLifeCycle {
    private final ServerConnector connector;
    private final long periodSeconds;
    private Scheduler.Task next;

    ConnectorTask(ServerConnector connector, long periodSeconds) {
        this.connector = connector;
        this.periodSeconds = periodSeconds;
    }

    /** One round; the next one is due a period after its end. */
    abstract void look();

    @Override
    protected void doStart() {
        again();
    }

    @Override
    protected synchronized void doStop() {
        if (next != null) {
            next.cancel();
        }
    }

    private synchronized void again() {
        if (isStarting() || isStarted()) {
            next = connector.getScheduler().schedule(this::once, periodSeconds, TimeUnit.SECONDS);
        }
    }

    private void once() {
        try {
            look();
        } finally {
            again();
        }
    }
}
