package dev.dateline.standalone.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.dateline.common.wire.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Feeds and what is expected of some of their fields.
 *
 * @param files bytes by name, in the order of the archive
 */
record FeedSet(Map<String, byte[]> files, List<Expectation> expectations) {
    static final String FILES = "files.tar.gz";
    static final String TRUTH = "truth.jsonl";

    private static final int MAX_FILE = 10_000_000;
    private static final int MAX_FILES = 100_000;
    private static final Pattern PATH = Pattern.compile(
            "feed\\.(?:title|link)|entries\\[[0-9]{1,3}]\\.(?:title|link|id|author|published_parsed|updated_parsed|summary)");
    private static final ObjectReader READER = Json.MAPPER.readerFor(Expectation.class);

    /**
     * One line of the truth.
     *
     * @param path {@code feed.title} or {@code feed.link}, or {@code entries[i]} with a field
     * @param contentType the HTTP header that the file comes with; null when it has none
     */
    public record Expectation(String file, String path, String value, String group, String contentType) {
        private static final Set<String> SUMMARY = Set.of("summary");

        boolean isComplete() {
            return file != null
                    && value != null
                    && group != null
                    && path != null
                    && PATH.matcher(path).matches();
        }

        /** The last part of the path. */
        String field() {
            return path.substring(path.lastIndexOf('.') + 1);
        }

        /** The number of the entry; -1 for the feed itself. */
        int entry() {
            return path.startsWith("feed") ? -1 : Integer.parseInt(path, path.indexOf('[') + 1, path.indexOf(']'), 10);
        }

        boolean isSummary() {
            return SUMMARY.contains(field());
        }
    }

    static FeedSet read(Task task, Path folder) {
        Path archive = Request.file(task, folder, FILES);
        Path truth = Request.file(task, folder, TRUTH);
        Map<String, byte[]> files = files(archive);
        List<Expectation> expectations = expectations(truth);
        for (Expectation expectation : expectations) {
            if (!files.containsKey(expectation.file())) {
                throw new EvalException(truth + " names " + expectation.file() + ", which is not in " + archive);
            }
        }
        return new FeedSet(files, expectations);
    }

    private static Map<String, byte[]> files(Path archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    files.put(name(entry), content(archive, tar, entry));
                }
                if (files.size() > MAX_FILES) {
                    throw new EvalException(archive + " holds more than " + MAX_FILES + " files");
                }
            }
        } catch (IOException e) {
            throw new EvalException("can't read " + archive + " as a gzipped tar archive: " + e, e);
        }
        return files;
    }

    private static String name(TarArchiveEntry entry) {
        return entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
    }

    private static byte[] content(Path archive, TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        if (entry.getSize() > MAX_FILE) {
            throw new EvalException(archive + ": " + entry.getName() + " is larger than " + MAX_FILE + " bytes");
        }
        return tar.readAllBytes();
    }

    private static List<Expectation> expectations(Path truth) {
        List<Expectation> expectations = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(truth, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                expectations.add(expectation(truth, i + 1, lines.get(i)));
            }
        } catch (IOException e) {
            throw new EvalException("can't read " + truth + " as UTF-8 text: " + e, e);
        }
        return expectations;
    }

    private static Expectation expectation(Path truth, int number, String line) {
        try {
            Expectation expectation = READER.readValue(line);
            if (expectation != null && expectation.isComplete()) {
                return expectation;
            }
        } catch (JsonProcessingException e) {
            throw badLine(truth, number, e);
        }
        throw badLine(truth, number, null);
    }

    private static EvalException badLine(Path truth, int number, Exception e) {
        return new EvalException(
                truth + ":" + number
                        + " is not JSON with file, path (such as feed.title or entries[0].link), value and group",
                e);
    }
}
