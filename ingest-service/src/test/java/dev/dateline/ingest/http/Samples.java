package dev.dateline.ingest.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Well-formed documents of every format to start from: our own, and those of the folder named by {@code dateline.corpus}. */
final class Samples {
    private static final Path OWN = Path.of("src/test/resources/formats");
    private static final int MAX_BYTES = 256 << 10;
    private static final int MOST_PAGES = 40;

    /** A document and the media type it would be sent as. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sample(String name, String mediaType, byte[] bytes) {}

    private Samples() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>(in(OWN, Integer.MAX_VALUE));
        String corpus = System.getProperty("dateline.corpus");
        if (corpus != null) {
            samples.addAll(in(Path.of(corpus, "formats"), Integer.MAX_VALUE));
            samples.addAll(in(Path.of(corpus, "extraction"), MOST_PAGES));
        }
        return samples;
    }

    private static List<Sample> in(Path folder, int most) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> type(file) != null && !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .limit(most)
                    .map(Samples::sample)
                    .filter(sample -> sample.bytes().length <= MAX_BYTES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(Path file) {
        try (InputStream in = open(file)) {
            return new Sample(file.getFileName().toString(), type(file), in.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean packedPage = file.toString().endsWith(".html.gz");
        return packedPage ? new GZIPInputStream(new ByteArrayInputStream(bytes)) : new ByteArrayInputStream(bytes);
    }

    private static String type(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return "application/json";
        }
        if (name.endsWith(".xml") || name.endsWith(".rss") || name.endsWith(".atom") || name.endsWith(".nitf")) {
            return "application/xml";
        }
        if (name.endsWith(".html") || name.endsWith(".html.gz")) {
            return "text/html";
        }
        if (name.endsWith(".warc") || name.endsWith(".warc.gz")) {
            return "application/warc";
        }
        return name.endsWith(".txt") ? "text/plain" : null;
    }
}
