package dev.dateline.standalone.command;

import dev.dateline.simulator.Truth;
import dev.dateline.simulator.TruthWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The truth of what was sent, on disk; complete up to the last round also when the process is told to stop. */
final class TruthFile implements AutoCloseable {
    private final TruthWriter writer;
    private boolean closed;

    private TruthFile(TruthWriter writer) {
        this.writer = writer;
    }

    /** A new file, or none when there is no path. */
    static TruthFile create(Path path) {
        if (path == null) {
            return new TruthFile(null);
        }
        try {
            return new TruthFile(new TruthWriter(Files.newOutputStream(path)));
        } catch (IOException e) {
            throw new CommandFailure("--truth " + path + " can't be written: " + e.getMessage(), e);
        }
    }

    synchronized void write(List<Truth> truths) {
        if (writer == null || closed) {
            return;
        }
        try {
            for (Truth truth : truths) {
                writer.write(truth);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null && !closed) {
            closed = true;
            writer.close();
        }
    }
}
