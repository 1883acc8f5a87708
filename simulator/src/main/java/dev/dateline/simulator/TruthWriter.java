package dev.dateline.simulator;

import dev.dateline.common.wire.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes truths as JSON Lines: one object a line, {@code snake_case}, absent instead of null, UTF-8. Closes the stream it was given. */
public final class TruthWriter implements AutoCloseable {
    private final OutputStream out;

    public TruthWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    public void write(Truth truth) throws IOException {
        out.write(Json.bytes(truth));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
