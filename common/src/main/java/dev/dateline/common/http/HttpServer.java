package dev.dateline.common.http;

import dev.dateline.common.wire.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Javalin with bounds and without surprises: every error is a problem document, no stack trace leaves the process. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 8;
    private static final int CROWDED_IDLE_MS = 1000;
    /** When stopping: how long a kept-alive connection without a request is waited for. */
    private static final int STOPPING_IDLE_MS = 100;

    private static final int ACCEPT_QUEUE = 256;
    /**
     * What the kernel keeps for a client that does not read, doubled on Linux. Left to itself it grows to megabytes: a slow page would be
     * shown the news of minutes ago, and nobody here would know that it does not keep up.
     */
    private static final int SEND_BUFFER = 64 << 10;

    /** For answers under way. */
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(2);

    private static final String AVAILABLE_METHODS = "availableMethods"; // Javalin's name

    private final Javalin javalin;
    private final Endpoints endpoints;

    /** A server with the policy that nobody has configured otherwise. */
    public HttpServer(HttpSettings settings, List<Endpoints> endpoints) {
        this(settings, HttpPolicy.standard(), endpoints);
    }

    public HttpServer(HttpSettings settings, HttpPolicy policy, List<Endpoints> endpoints) {
        this.endpoints = Endpoints.of(endpoints);
        this.javalin = Javalin.create(config -> configure(config, settings, policy, this.endpoints));
    }

    private static void configure(JavalinConfig config, HttpSettings settings, HttpPolicy policy, Endpoints endpoints) {
        AuditLog audit = new AuditLog(policy.auditLinesPerSecond());
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        config.jetty.addConnector((server, http) -> connector(server, http, settings, policy));
        config.jetty.modifyServer(server -> {
            server.insertHandler(new SlowBodies(policy.minBodyBytesPerSecond()));
            server.insertHandler(new GracefulHandler());
            server.setStopTimeout(FINISH_WITHIN.toMillis());
            server.setErrorHandler(new JettyProblems(audit));
        });
        config.jetty.modifyServletContextHandler(servlets -> servlets.setErrorHandler(new JettyProblems(audit)));
        config.requestLogger.http((context, millis) -> audit.note(context));
        config.jsonMapper(new JavalinJackson(Json.MAPPER, false));
        config.routes.exception(ProblemException.class, HttpServer::answer);
        config.routes.exception(HttpResponseException.class, HttpServer::answer);
        config.routes.exception(Exception.class, HttpServer::answerDefect);
        new OriginRule(policy.allowedOrigins()).addTo(config.routes);
        new ProblemCatalogue().addTo(config.routes);
        endpoints.addTo(config.routes);
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, HttpSettings settings, HttpPolicy policy) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(policy.maxHeadBytes());
        ServerConnector tcp = policy.tls() == null
                ? new ServerConnector(server, new HttpConnectionFactory(http))
                : TlsConnector.create(server, http, policy.tls());
        tcp.setHost(settings.host());
        tcp.setPort(settings.port());
        tcp.setIdleTimeout(policy.idleTimeout().toMillis());
        tcp.setShutdownIdleTimeout(STOPPING_IDLE_MS);
        tcp.setAcceptQueueSize(ACCEPT_QUEUE);
        tcp.setAcceptedSendBufferSize(SEND_BUFFER);
        tcp.addBean(new ConnectionWatch(tcp, policy.headWithin(), policy.requestWithin()));
        NetworkConnectionLimit limit = new NetworkConnectionLimit(policy.maxConnections(), tcp);
        // When all are taken, those that only wait for a next request make room.
        limit.setEndPointIdleTimeout(CROWDED_IDLE_MS);
        server.addBean(limit);
        return tcp;
    }

    private static void answer(ProblemException e, Context context) {
        if (e.retryAfter() != null) {
            context.header(
                    Header.RETRY_AFTER, Long.toString(Math.max(1, e.retryAfter().toSeconds())));
        }
        write(context, e.problem());
    }

    private static void answer(HttpResponseException e, Context context) {
        String methods = e.getDetails().get(AVAILABLE_METHODS);
        if (methods != null) {
            context.header(Header.ALLOW, methods);
        }
        write(context, Problem.ofStatus(e.getStatus(), e.getMessage()));
    }

    private static void write(Context context, Problem problem) {
        context.attribute(AuditLog.PROBLEM, problem.type());
        context.status(problem.status()).result(Json.bytes(problem)).contentType(Problem.MEDIA_TYPE);
    }

    /** Must not throw: Javalin would hand that failure to this handler again, without end, once Jetty has taken the request back. */
    private static void answerDefect(Exception e, Context context) {
        if (BodyFailure.isTimeout(e)) {
            write(context, BodyFailure.problem(e));
            return;
        }
        LOG.error("a request failed", e);
        try {
            LOG.error("it was {} {}", context.method(), context.path());
            write(context, Problem.of(ProblemType.INTERNAL, "the cause is in this server's log"));
        } catch (RuntimeException gone) {
            LOG.error("the client has gone, nothing is answered", gone);
        }
    }

    public void start() {
        javalin.start();
    }

    /** Everything that is served, for example {@code GET /livez}, in order. */
    public List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method + " " + endpoint.path)
                .sorted()
                .toList();
    }

    public int port() {
        return javalin.port();
    }

    /** Takes no new requests, lets those under way end within two seconds, then stops. */
    @Override
    public void close() {
        endpoints.stopping();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            // Jetty has stopped all the same. What closes after this server has to be closed, too, whoever has a page
            // open.
            LOG.debug("answers that did not end within {} were cut", FINISH_WITHIN, e);
        }
    }
}
