package dev.dateline.dashboard.alerts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/** A web server that keeps what it is sent, and answers as it was told. */
final class TestReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

    /** What was sent; names of headers in lower case. */
    @SuppressWarnings("ArrayRecordComponent") // requests are never compared
    record Request(Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What to answer; a status of 0 breaks the connection off. */
    private record Reply(int status, Map<String, String> headers) {}

    TestReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/secret-path");
    }

    /** The answer to the next request that has none; 204 when none is left. */
    TestReceiver reply(int status) {
        replies.add(new Reply(status, Map.of()));
        return this;
    }

    TestReceiver reply(int status, String header, String value) {
        replies.add(new Reply(status, Map.of(header, value)));
        return this;
    }

    /** Waits for the next request; the test's own time limit ends the waiting. */
    Request next() throws InterruptedException {
        return requests.take();
    }

    /** Requests that nobody has taken. */
    int left() {
        return requests.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(
                        Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), header -> header.getValue()
                                .get(0)));
        Request request = new Request(headers, exchange.getRequestBody().readAllBytes());
        Reply reply = replies.isEmpty() ? new Reply(204, Map.of()) : replies.remove();
        requests.add(request);
        if (reply.status() != 0) {
            reply.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().put(name, List.of(value)));
            exchange.sendResponseHeaders(reply.status(), -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
