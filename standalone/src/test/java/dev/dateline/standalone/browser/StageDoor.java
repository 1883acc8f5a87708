package dev.dateline.standalone.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Lets a spec act on the pipeline while its page is open: {@code POST /NAME} answers when the action of that name is done. */
final class StageDoor implements AutoCloseable {
    private final HttpServer server;

    /** What can be asked for. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    StageDoor(Map<String, Action> actions) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        actions.forEach((name, action) -> server.createContext("/" + name, exchange -> answer(exchange, action)));
        server.start();
    }

    private static void answer(HttpExchange exchange, Action action) throws IOException {
        try (exchange) {
            String trouble = "";
            try {
                action.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                trouble = e.toString();
            } catch (Exception e) {
                trouble = e.toString();
            }
            byte[] body = trouble.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(trouble.isEmpty() ? 200 : 500, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
