package dev.dateline.standalone;

import dev.dateline.standalone.instances.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code dateline up} in a process of its own; it can be started again where it was. */
final class NodeProcess implements AutoCloseable {
    private final Path directory;
    private final int httpPort = JavaProcess.freePort();
    private final int kafkaPort = JavaProcess.freePort();
    private JavaProcess process;

    NodeProcess(Path directory) {
        this.directory = directory;
    }

    void start() throws IOException, InterruptedException {
        process = JavaProcess.start(
                directory.resolve("node.log"),
                httpPort,
                List.of("-Xmx1g", "-XX:+UseParallelGC"),
                List.of(
                        "dev.dateline.standalone.command.Dateline",
                        "up",
                        "--data-dir=" + directory.resolve("data"),
                        "--http-port=" + httpPort,
                        "--kafka-port=" + kafkaPort),
                Map.of());
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    URI url() {
        return process.url();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    String get(String path) throws IOException, InterruptedException {
        return process.get(path);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
