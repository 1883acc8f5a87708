package dev.dateline.standalone.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Prometheus as a program of this machine, with our rules, over one node that is all three services. */
final class PrometheusProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private PrometheusProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param folder for its data and log
     * @param target host and port to scrape
     */
    static PrometheusProcess start(Path program, Path folder, String target) throws IOException {
        StringBuilder config =
                new StringBuilder("global: { scrape_interval: 1s, evaluation_interval: 1s }\nrule_files:\n");
        for (String rules : new String[] {"rules.yml", "services.yml"}) {
            config.append("  - ").append(OpsFiles.prometheus().resolve(rules)).append('\n');
        }
        config.append("scrape_configs:\n");
        for (String job : new String[] {"ingest", "enrich", "dashboard"}) {
            config.append("  - { job_name: %s, static_configs: [{ targets: [\"%s\"] }] }%n".formatted(job, target));
        }
        Path file = Files.writeString(folder.resolve("prometheus.yml"), config);
        int port = freePort();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new PrometheusProcess(process, port);
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
