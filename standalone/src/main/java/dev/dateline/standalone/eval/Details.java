package dev.dateline.standalone.eval;

import dev.dateline.common.wire.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One JSON line per item of a set: what was expected, what was found, and why. */
public final class Details implements AutoCloseable {
    private final OutputStream out;

    private Details(OutputStream out) {
        this.out = out;
    }

    public static Details to(Path file) {
        try {
            return new Details(new BufferedOutputStream(Files.newOutputStream(file)));
        } catch (IOException e) {
            throw new EvalException("can't write the details to " + file + ": " + e, e);
        }
    }

    public static Details none() {
        return new Details(OutputStream.nullOutputStream());
    }

    /**
     * Adds a line.
     *
     * @param item a record with {@code expected}, {@code got} and {@code why}
     */
    void add(Object item) {
        try {
            out.write(Json.bytes(item));
            out.write('\n');
        } catch (IOException e) {
            throw new EvalException("can't write the details: " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new EvalException("can't write the details: " + e, e);
        }
    }
}
