package dev.dateline.standalone.instances;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service in a process of its own; {@code settings} are environment variables. */
public record ServiceProcess(JavaProcess process) implements AutoCloseable {
    public static ServiceProcess ingest(String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(
                "INGEST", "dev.dateline.ingest.IngestMain", "-Xmx256m", JavaProcess.freePort(), name, folder, settings);
    }

    public static ServiceProcess enrich(String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(
                "ENRICH", "dev.dateline.enrich.EnrichMain", "-Xmx512m", JavaProcess.freePort(), name, folder, settings);
    }

    /** One that browsers come back to: its port is given. */
    public static ServiceProcess dashboard(String name, int port, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start("DASHBOARD", "dev.dateline.dashboard.DashboardMain", "-Xmx512m", port, name, folder, settings);
    }

    private static ServiceProcess start(
            String section, String main, String heap, int port, String name, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
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

    public String log() throws IOException {
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

    public void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
