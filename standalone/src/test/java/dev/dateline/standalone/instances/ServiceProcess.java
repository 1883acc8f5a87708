package dev.dateline.standalone.instances;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, so that it can be killed as the kernel kills. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);

    /** What can be started; the names are those of the settings' sections. */
    private enum Service {
        INGEST("dev.dateline.ingest.IngestMain", "-Xmx256m"),
        ENRICH("dev.dateline.enrich.EnrichMain", "-Xmx512m");

        private final String main;
        private final String heap;

        Service(String main, String heap) {
            this.main = main;
            this.heap = heap;
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = freePort();
    private final Path log;
    private final Process process;

    private ServiceProcess(Service service, String name, Path folder, Map<String, String> settings) throws IOException {
        log = folder.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        service.heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        service.main)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        builder.environment().put("DATELINE_INSTANCE_ID", name);
        builder.environment().put("DATELINE_" + service + "_HTTP_PORT", Integer.toString(port));
        process = builder.start();
    }

    /** Starts ingest-service, and returns when it is ready; {@code settings} are environment variables. */
    static ServiceProcess ingest(String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(Service.INGEST, name, folder, settings);
    }

    /** Starts enrich-service, and returns when it is ready; {@code settings} are environment variables. */
    static ServiceProcess enrich(String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(Service.ENRICH, name, folder, settings);
    }

    private static ServiceProcess start(Service service, String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        ServiceProcess started = new ServiceProcess(service, name, folder, settings);
        try {
            started.awaitReady();
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            started.process.destroyForcibly();
            throw e;
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the service is not ready; its log:\n" + log());
            }
            Thread.sleep(100);
        }
    }

    String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** A gauge or counter without labels; 0 when it is not there. */
    double metric(String name) throws IOException, InterruptedException {
        return get("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** SIGSTOP: it neither works nor notices that time passes. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + name + " ended with " + exit);
        }
    }

    /** SIGKILL: no shutdown hook runs, no group is left. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, and waits for the end. */
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

    boolean isReady() throws InterruptedException {
        try {
            URI ready = URI.create("http://127.0.0.1:" + port + "/readyz");
            return http.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not listening yet
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
