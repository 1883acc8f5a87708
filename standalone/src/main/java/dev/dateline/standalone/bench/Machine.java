package dev.dateline.standalone.bench;

import dev.dateline.common.runtime.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where a benchmark ran.
 *
 * @param broker {@code embedded} (in the same process) or {@code outside}
 * @param threads stream threads of the enrich service
 */
public record Machine(
        int cores, String cpu, String java, String kafka, String version, String broker, int partitions, int threads) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    static Machine of(BenchCluster cluster) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processor(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                AppInfoParser.getVersion(),
                Version.current(),
                cluster.isEmbedded() ? "embedded" : "outside",
                cluster.context().kafka().partitions(),
                cluster.enrich().threads());
    }

    private static String processor() {
        if (!Files.isReadable(CPU_INFO)) {
            return System.getProperty("os.arch");
        }
        try {
            return Files.readAllLines(CPU_INFO).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
