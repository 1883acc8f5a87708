package dev.dateline.common.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends the reading of a body that comes more slowly than a minimum. Only the time counts that the server waited for the client, so that
 * a slow Kafka is not taken for one; and a moment is always given, for what is small or far away.
 */
final class SlowBodies extends Handler.Wrapper {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final long bytesPerSecond;

    SlowBodies(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Measured(request), response, callback);
    }

    private final class Measured extends Request.Wrapper {
        private long bytes;
        private long waitedNanos;
        private long waitingSince;
        private boolean waiting;
        private Content.Chunk failure;

        Measured(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            if (failure != null) {
                return failure;
            }
            Content.Chunk chunk = super.read();
            long now = System.nanoTime();
            if (waiting) {
                waitedNanos += now - waitingSince;
            }
            waiting = chunk == null;
            waitingSince = now;
            if (chunk == null || Content.Chunk.isFailure(chunk) || chunk.isLast()) {
                return chunk;
            }
            bytes += chunk.remaining();
            if (isTooSlow()) {
                chunk.release();
                failure = Content.Chunk.from(new TimeoutException("fewer than " + bytesPerSecond + " bytes a second"));
                return failure;
            }
            return chunk;
        }

        private boolean isTooSlow() {
            return waitedNanos > GRACE.toNanos()
                    && bytes < bytesPerSecond * TimeUnit.NANOSECONDS.toSeconds(waitedNanos);
        }
    }
}
