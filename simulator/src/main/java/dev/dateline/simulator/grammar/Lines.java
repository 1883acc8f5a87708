package dev.dateline.simulator.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The simulator's resource files: UTF-8, one entry a line, {@code #} starts a comment line. */
public final class Lines {
    private static final String ROOT = "/dev/dateline/simulator/";

    private Lines() {}

    /** The lines that are neither blank nor comments, trimmed. */
    public static List<String> of(String path) {
        try (InputStream in = Lines.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + ROOT + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::trim)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns of a line, which {@code |} separates, trimmed; empty ones too. */
    public static List<String> columns(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::trim).toList();
    }

    /** The items of a column, which commas separate. */
    public static List<String> items(String column) {
        return List.of(column.split(",", -1));
    }
}
