package dev.dateline.standalone.instances;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in a process of its own; {@code settings} are environment variables. */
record ServiceProcess(JavaProcess process) implements AutoCloseable {
    static ServiceProcess ingest(String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start("INGEST", "dev.dateline.ingest.IngestMain", "-Xmx256m", name, folder, settings);
    }

    static ServiceProcess enrich(String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start("ENRICH", "dev.dateline.enrich.EnrichMain", "-Xmx512m", name, folder, settings);
    }

    private static ServiceProcess start(
            String section, String main, String heap, String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = JavaProcess.freePort();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("DATELINE_INSTANCE_ID", name);
        environment.put("DATELINE_" + section + "_HTTP_PORT", Integer.toString(port));
        return new ServiceProcess(JavaProcess.start(
                folder.resolve(name + ".log"),
                port,
                List.of(heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(main),
                environment));
    }

    String get(String path) throws IOException, InterruptedException {
        return process.get(path);
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
        return process.log();
    }

    boolean isReady() throws InterruptedException {
        return process.isReady();
    }

    /** It neither works nor notices that time passes. */
    void freeze() throws IOException, InterruptedException {
        process.signal("STOP");
    }

    void wake() throws IOException, InterruptedException {
        process.signal("CONT");
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
