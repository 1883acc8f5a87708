package dev.dateline.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * The broker's directory while this process holds it: {@code lock}, {@code kafka-version} (of the newest Kafka that wrote here) and
 * {@code log} (Kafka's own).
 */
final class DataDir implements AutoCloseable {
    private static final String VERSION_FILE = "kafka-version";

    private final Path dir;
    private final DirLock lock;

    private DataDir(Path dir, DirLock lock) {
        this.dir = dir;
        this.lock = lock;
    }

    /**
     * Locks the directory and formats it when it is new.
     *
     * @throws BrokerStartException when it is in use, not ours to write, or written by a newer Kafka
     */
    static DataDir open(Path dir) {
        DirLock lock = null;
        try {
            Files.createDirectories(dir);
            lock = DirLock.take(dir);
            DataDir opened = new DataDir(dir, lock);
            opened.prepare();
            return opened;
        } catch (IOException e) {
            release(lock, e);
            throw unusable(dir, e);
        } catch (RuntimeException e) {
            release(lock, e);
            throw e;
        }
    }

    Path log() {
        return dir.resolve("log");
    }

    /** Whether the last broker here ended without closing. */
    boolean wasKilled() {
        // Kafka's own mark; a directory that never ran has neither.
        return Files.exists(log().resolve("__cluster_metadata-0"))
                && !Files.exists(log().resolve(".kafka_cleanshutdown"));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private void prepare() throws IOException {
        if (Files.exists(log())) {
            refuseNewerKafka();
            refuseUnwritable();
            refuseDamaged();
        } else {
            format();
        }
        Files.writeString(dir.resolve(VERSION_FILE), AppInfoParser.getVersion());
    }

    /** Formats beside and renames, so that a kill in between leaves nothing half made. */
    private void format() throws IOException {
        Path formatting = dir.resolve("log.formatting");
        deleteTree(formatting);
        Files.createDirectory(formatting);
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(quiet)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setNodeId(BrokerConfig.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerConfig.CONTROLLER_LISTENER)
                    .addDirectory(formatting.toString())
                    .setMetadataLogDirectory(formatting.toString())
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            // Kafka declares Exception; what it throws besides I/O errors are defects of the calls above.
            throw new IllegalStateException("can't format " + formatting, e);
        }
        Files.move(formatting, log(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseNewerKafka() throws IOException {
        Path file = dir.resolve(VERSION_FILE);
        if (!Files.exists(file)) {
            return;
        }
        String written = Files.readString(file).strip();
        KafkaVersion running = KafkaVersion.parse(AppInfoParser.getVersion()).orElseThrow();
        Optional<KafkaVersion> writer = KafkaVersion.parse(written);
        if (writer.isEmpty()) {
            throw new BrokerStartException(
                    "The file " + file + " should name a version of Kafka and does not. " + elsewhere());
        }
        if (writer.get().isNewerLineThan(running)) {
            throw new BrokerStartException("The data in " + dir + " was written by Kafka " + written
                    + "; this is Kafka "
                    + AppInfoParser.getVersion() + ", which may misread it. Start the newer release again, or choose"
                    + " another data directory.");
        }
    }

    /** Looks for what another user left, one level deep: partitions and Kafka's checkpoints. */
    private void refuseUnwritable() throws IOException {
        try (Stream<Path> children = Files.list(log())) {
            Optional<Path> foreign = Stream.concat(Stream.of(log()), children)
                    .filter(path -> !Files.isWritable(path))
                    .findFirst();
            if (foreign.isPresent()) {
                throw new AccessDeniedException(foreign.get().toString());
            }
        }
    }

    private void refuseDamaged() throws IOException {
        Path file = log().resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME);
        if (!Files.exists(file)) {
            throw new BrokerStartException("The directory " + log() + " is no data directory of Kafka: it has no "
                    + file.getFileName() + ". " + elsewhere());
        }
        Properties meta = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            meta.load(text);
        } catch (IllegalArgumentException e) {
            throw damaged(file, e);
        }
        if (!Integer.toString(BrokerConfig.NODE_ID).equals(meta.getProperty("node.id"))
                || meta.getProperty("cluster.id") == null) {
            throw damaged(file, null);
        }
    }

    private BrokerStartException damaged(Path file, Exception cause) {
        return new BrokerStartException(
                "The file " + file + " is damaged, or from another cluster: it should hold a cluster.id and node.id="
                        + BrokerConfig.NODE_ID + ". Restore it from a backup. Without one: " + elsewhere(),
                cause);
    }

    /** What to do about data that can't be read. */
    String elsewhere() {
        return "Choose another data directory, or move " + dir + " away to start empty (its topics go with it).";
    }

    private static BrokerStartException unusable(Path dir, IOException e) {
        if (e instanceof AccessDeniedException denied) {
            Path path = Path.of(denied.getFile());
            return new BrokerStartException(
                    "The data directory " + dir + " can't be used: " + path + " is not writable for user "
                            + System.getProperty("user.name") + owner(path)
                            + ". Choose another data directory, or change the owner of this one.",
                    e);
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return new BrokerStartException(
                    "The data directory " + dir + " can't be made: " + exists.getFile()
                            + " is a file. Choose another data directory.",
                    e);
        }
        return new BrokerStartException(
                "The data directory " + dir + " can't be used: " + e + ". Choose another data directory.", e);
    }

    private static String owner(Path path) {
        try {
            return Files.exists(path) ? " (it belongs to " + Files.getOwner(path) + ")" : "";
        } catch (IOException | UnsupportedOperationException e) {
            return " (nor can its owner be told: " + e + ")";
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(tree)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static void release(DirLock lock, Exception reason) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
