package dev.dateline.ingest.read.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What a sample is expected to be read as: a text beside it, which {@code -Dupdate.golden} writes. Absent and empty parts are left out. */
final class Golden {
    static final Path FOLDER = Path.of("src", "test", "resources", "feeds");

    private Golden() {}

    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void matches(String name, Object found) throws IOException {
        Path file = FOLDER.resolve(name + ".golden");
        StringBuilder text = new StringBuilder();
        write(found, "", text);
        if (System.getProperty("update.golden") != null) {
            Files.writeString(file, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(file));
    }

    private static void write(Object value, String indent, StringBuilder out) {
        if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                part(component.getName(), get(record, component), indent, out);
            }
        } else {
            out.append(indent).append(value).append('\n');
        }
    }

    private static void part(String name, Object value, String indent, StringBuilder out) {
        if (value instanceof Record) {
            out.append(indent).append(name).append(":\n");
            write(value, indent + "  ", out);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> part(name + " -", element, indent, out));
        } else if (value instanceof Collection<?> set && !set.isEmpty()) {
            out.append(indent)
                    .append(name)
                    .append(": ")
                    .append(new TreeSet<>(set))
                    .append('\n');
        } else if (value != null && !(value instanceof Collection)) {
            out.append(indent).append(name).append(": ").append(value).append('\n');
        }
    }

    private static Object get(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be read", e);
        }
    }
}
