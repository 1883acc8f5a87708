package dev.dateline.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this process takes, as Linux and the JVM see it. */
final class ProcessMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIB = 1 << 10;

    private ProcessMemory() {}

    static BenchReport.Memory now() {
        List<String> status = status();
        Runtime runtime = Runtime.getRuntime();
        return new BenchReport.Memory(
                bytes(status, "VmRSS:"),
                bytes(status, "VmHWM:"),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory());
    }

    private static List<String> status() {
        if (!Files.isReadable(STATUS)) {
            return List.of(); // no Linux
        }
        try {
            return Files.readAllLines(STATUS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a line such as {@code VmRSS:   123456 kB}, or null when there is none. */
    static Long bytes(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
                .findFirst()
                .orElse(null);
    }
}
