package dev.dateline.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code dateline up} in a process of its own, so that it can be killed as the kernel kills. */
final class NodeProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path directory;
    private final Path log;
    private final int httpPort = freePort();
    private final int kafkaPort = freePort();
    private Process process;

    NodeProcess(Path directory) {
        this.directory = directory;
        this.log = directory.resolve("node.log");
    }

    void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.dateline.standalone.command.Dateline",
                        "up",
                        "--data-dir=" + directory.resolve("data"),
                        "--http-port=" + httpPort,
                        "--kafka-port=" + kafkaPort)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answers("/readyz")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the node is not ready; its log:\n" + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    /** SIGKILL: no shutdown hook runs, no buffer is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url().resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private boolean answers(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(url().resolve(path)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
