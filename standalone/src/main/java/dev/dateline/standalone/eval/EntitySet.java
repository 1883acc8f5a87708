package dev.dateline.standalone.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dateline.common.model.EntityType;
import dev.dateline.common.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Texts and the names in them, from {@code *.jsonl} and {@code *.jsonl.gz} files. */
record EntitySet(List<Item> items) {
    static final String HOLDS =
            "*.jsonl or *.jsonl.gz files (id, text, entities: start, end, type; perhaps source, doc), or such a file";

    private static final String PLAIN = ".jsonl";
    private static final String PACKED = ".jsonl.gz";
    private static final ObjectReader READER = Json.MAPPER.readerFor(Line.class);

    /** A name with UTF-16 offsets, end exclusive. */
    public record Name(int start, int end, EntityType type, String surface) {}

    /**
     * A text.
     *
     * @param source what the scores are broken down by: as the line says, else the name of the file
     */
    record Item(Path file, int line, String source, String text, List<Name> names) {}

    /** A name as it stands in the file: offsets are code points. */
    public record Labelled(Integer start, Integer end, EntityType type) {}

    /** A line of a file. */
    public record Line(String source, String text, List<Labelled> entities) {}

    static EntitySet read(Task task, List<Path> paths) {
        List<Item> items = new ArrayList<>();
        for (Path path : paths) {
            List<Path> files = files(path);
            if (files.isEmpty()) {
                throw new EvalException("there is no file to read in " + path + ". The task " + task.name()
                        + " expects a folder with " + task.holds());
            }
            files.forEach(file -> items.addAll(read(file)));
        }
        return new EntitySet(items);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.isReadable(path) ? List.of(path) : List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> isSet(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new EvalException("can't list " + path + ": " + e, e);
        }
    }

    private static boolean isSet(String name) {
        return name.endsWith(PLAIN) || name.endsWith(PACKED);
    }

    private static List<Item> read(Path file) {
        String name = file.getFileName().toString();
        boolean packed = name.endsWith(".gz");
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            List<Item> items = new ArrayList<>();
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                items.add(item(file, number, line));
            }
            return items;
        } catch (IOException e) {
            throw new EvalException("can't read " + file + ": " + e, e);
        }
    }

    private static Item item(Path file, int number, String line) {
        try {
            Line read = READER.readValue(line);
            if (read.text() != null && read.entities() != null) {
                String name = file.getFileName().toString();
                String source = read.source() != null ? read.source() : name.substring(0, name.indexOf(PLAIN));
                List<Name> names = read.entities().stream()
                        .map(entity -> name(read.text(), entity))
                        .toList();
                return new Item(file, number, source, read.text(), names);
            }
        } catch (JsonProcessingException | NullPointerException | IndexOutOfBoundsException e) {
            throw new EvalException(file + ":" + number + " is not " + HOLDS + ": " + e.getMessage(), e);
        }
        throw new EvalException(file + ":" + number + " has no text or no entities");
    }

    private static Name name(String text, Labelled entity) {
        int start = text.offsetByCodePoints(0, entity.start());
        int end = text.offsetByCodePoints(start, entity.end() - entity.start());
        return new Name(start, end, entity.type(), text.substring(start, end));
    }
}
