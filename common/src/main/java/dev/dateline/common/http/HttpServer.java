package dev.dateline.common.http;

import dev.dateline.common.wire.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson;
import java.util.List;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Javalin with bounds and without surprises: every error is a problem document, no stack trace leaves the process. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 8;
    private static final int IDLE_MS = 30_000;
    private static final int ACCEPT_QUEUE = 256;

    private final HttpSettings settings;
    private final Javalin javalin;

    public HttpServer(HttpSettings settings, List<Endpoints> endpoints) {
        this.settings = settings;
        this.javalin = Javalin.create(config -> configure(config, endpoints));
    }

    private static void configure(JavalinConfig config, List<Endpoints> endpoints) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> {
            for (var connector : server.getConnectors()) {
                if (connector instanceof ServerConnector tcp) {
                    tcp.setIdleTimeout(IDLE_MS);
                    tcp.setAcceptQueueSize(ACCEPT_QUEUE);
                }
            }
        });
        config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
        config.routes.exception(ProblemException.class, HttpServer::answer);
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> write(context, Problem.of(ProblemType.ofStatus(e.getStatus()), e.getMessage())));
        config.routes.exception(Exception.class, (e, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), e);
            write(context, Problem.of(ProblemType.INTERNAL, "the cause is in this server's log"));
        });
        endpoints.forEach(part -> part.addTo(config.routes));
    }

    private static void answer(ProblemException e, Context context) {
        if (e.retryAfter() != null) {
            context.header(
                    Header.RETRY_AFTER, Long.toString(Math.max(1, e.retryAfter().toSeconds())));
        }
        write(context, e.problem());
    }

    private static void write(Context context, Problem problem) {
        context.status(problem.status()).result(Json.bytes(problem)).contentType(Problem.MEDIA_TYPE);
    }

    public void start() {
        javalin.start(settings.host(), settings.port());
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
