package dev.dateline.ingest.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The documents under {@code src/test/resources/formats}, in one folder per reader, and what is expected of each beside it. */
final class Samples {
    static final Path FOLDER = Path.of("src", "test", "resources", "formats");
    /** Whether expectations are to be written instead of compared. */
    static final boolean UPDATING = System.getProperty("golden.update") != null;

    private static final String EXPECTED = ".expected.json";
    private static final Map<String, String> GENERIC_TYPES = Map.of(
            "json",
            "application/json",
            "xml",
            "application/xml",
            "html",
            "application/octet-stream",
            "txt",
            "text/plain");

    private Samples() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(EXPECTED)
                            && !file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path expected(Path sample) {
        return sample.resolveSibling(sample.getFileName() + EXPECTED);
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type a careless client would send with a file. */
    static MediaType genericType(Path file) {
        String name = file.getFileName().toString();
        return MediaType.parse(GENERIC_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ""));
    }

    static FormatReader reader(byte[] bytes, MediaType type) {
        return Formats.all().readerOf(document(bytes, type)).orElse(null);
    }

    static Document document(byte[] bytes, MediaType type) {
        return new Document(bytes, type, null, null, null);
    }

    static JsonNode json(List<Reading> readings) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        for (Reading reading : readings) {
            if (reading instanceof Reading.Article article) {
                list.addObject().set("article", Json.MAPPER.valueToTree(article.draft()));
            } else if (reading instanceof Reading.Refused refused) {
                list.addObject().set("refused", Json.MAPPER.valueToTree(refused.problem()));
            }
        }
        return list;
    }
}
