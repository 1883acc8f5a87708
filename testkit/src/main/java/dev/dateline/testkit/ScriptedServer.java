package dev.dateline.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** A server of a test's own: gives the answers it is told, in order, then its usual one, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final ConcurrentLinkedQueue<Function<Asked, Answer>> script = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Answer> usual;

    /** A request; {@code body} with its content coding undone. */
    public record Asked(String target, String mediaType, String body) {
        /** The body's lines. */
        public List<String> lines() {
            return body.lines().toList();
        }
    }

    /** A response. */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** A response without headers of its own. */
        public static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body);
        }
    }

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    /** A server that gives every request the same kind of answer, unless told otherwise. */
    public static ScriptedServer start(Function<Asked, Answer> usual) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ScriptedServer started = new ScriptedServer(http);
        started.usual = usual;
        http.createContext("/", started::answer);
        http.start();
        return started;
    }

    /** A server that accepts everything, as ingest would. */
    public static ScriptedServer accepting() throws IOException {
        return start(ScriptedServer::accept);
    }

    /** The next request that has no answer yet gets this one. */
    public ScriptedServer then(Function<Asked, Answer> answer) {
        script.add(answer);
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    /** The headers of each request. */
    public List<Map<String, List<String>>> headers() {
        return headers;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What ingest says when all is well. */
    public static Answer accept(Asked request) {
        if (!request.target().startsWith("/v1/articles:batch")) {
            return Answer.of(202, "{\"article_id\":\"a\",\"topic\":\"raw\",\"partition\":1,\"offset\":7}");
        }
        return batch(
                200,
                IntStream.rangeClosed(1, request.lines().size())
                        .mapToObj(ScriptedServer::accepted)
                        .collect(Collectors.joining(",")));
    }

    /** A batch's answer with these items. */
    public static Answer batch(int status, String items) {
        return Answer.of(status, "{\"accepted\":0,\"rejected\":0,\"items\":[" + items + "]}");
    }

    /** An item that was accepted. */
    public static String accepted(int line) {
        return "{\"line\":" + line
                + ",\"status\":\"accepted\",\"article_id\":\"a\",\"topic\":\"raw\",\"partition\":1,\"offset\":" + line
                + "}";
    }

    /** An item that was rejected. */
    public static String rejected(int line, int status, String type) {
        return "{\"line\":" + line + ",\"status\":\"rejected\",\"problem\":" + problem(status, type) + "}";
    }

    /** A problem document. */
    public static String problem(int status, String type) {
        return "{\"type\":\"/problems/" + type + "\",\"title\":\"t\",\"status\":" + status
                + ",\"detail\":\"why\",\"field\":\"title\"}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean packed = exchange.getRequestHeaders().containsKey("Content-Encoding");
        InputStream in = exchange.getRequestBody();
        byte[] body = (packed ? new GZIPInputStream(in) : in).readAllBytes();
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        Asked request = new Asked(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                new String(body, StandardCharsets.UTF_8));
        asked.add(request);
        Function<Asked, Answer> next = script.poll();
        Answer answer = (next == null ? usual : next).apply(request);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
