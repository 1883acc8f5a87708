package dev.dateline.common.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections that drip: a byte now and then keeps the idle time from ending, so it needs a time that no byte prolongs. A new
 * connection has to bring the head of its first request within one time, any request all of itself within another.
 */
final class ConnectionWatch extends ConnectorTask {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final long PERIOD_SECONDS = 1;

    private final ServerConnector connector;
    private final long headWithinNanos;
    private final long requestWithinNanos;
    private Map<EndPoint, Progress> seen = new HashMap<>();

    /**
     * What a connection has brought.
     *
     * @param requests whose heads are complete
     * @param sinceNanos when that number was first seen
     */
    private record Progress(long requests, long bytes, long sinceNanos) {}

    ConnectionWatch(ServerConnector connector, Duration headWithin, Duration requestWithin) {
        super(connector, PERIOD_SECONDS);
        this.connector = connector;
        this.headWithinNanos = headWithin.toNanos();
        this.requestWithinNanos = requestWithin.toNanos();
    }

    @Override
    void look() {
        long now = System.nanoTime();
        Map<EndPoint, Progress> progress = new HashMap<>();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            Progress before = seen.get(endPoint);
            Progress is = progress(endPoint, before, now);
            if (before != null && isDripping(before, is, now)) {
                LOG.debug("closing a connection whose request does not come to its end: {}", endPoint);
                endPoint.close();
            } else {
                progress.put(endPoint, is);
            }
        }
        seen = progress;
    }

    private static Progress progress(EndPoint endPoint, Progress before, long now) {
        Connection connection = endPoint.getConnection();
        if (connection instanceof SslConnection tls) {
            connection = tls.getSslEndPoint().getConnection();
        }
        if (connection == null) {
            return before == null ? new Progress(0, 0, now) : before; // TLS has not agreed yet
        }
        long requests = connection.getMessagesIn();
        boolean same = before != null && before.requests() == requests;
        return new Progress(requests, connection.getBytesIn(), same ? before.sinceNanos() : now);
    }

    /** Bytes come, but no request is complete for too long. One that only waits is the idle time's affair, or waits for its answer. */
    private boolean isDripping(Progress before, Progress is, long now) {
        long nanos = now - is.sinceNanos();
        return (is.requests() == 0 && nanos > headWithinNanos)
                || (is.bytes() > before.bytes() && nanos > requestWithinNanos);
    }
}
