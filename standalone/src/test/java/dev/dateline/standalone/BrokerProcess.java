package dev.dateline.standalone;

import dev.dateline.embedded.BrokerSettings;
import dev.dateline.embedded.EmbeddedKafka;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A broker in a process of its own, so that it can be killed as the kernel kills. */
final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private BrokerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What runs in the other process: prints the port, then waits for its end. */
    public static void main(String[] arguments) throws IOException {
        BrokerSettings settings = new BrokerSettings(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(settings)) {
            System.out.println(kafka.port());
            System.in.read();
        }
    }

    /** Starts one and waits until it answers; port 0 takes a free one. */
    static BrokerProcess start(Path dataDir, int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        dataDir.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches("\\d{1,5}")) {
                return new BrokerProcess(process, Integer.parseInt(line));
            }
        }
        throw new IOException("the broker's process ended without a port");
    }

    int port() {
        return port;
    }

    String bootstrapServers() {
        return BrokerSettings.HOST + ":" + port;
    }

    /** SIGKILL, and the end of the process. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
