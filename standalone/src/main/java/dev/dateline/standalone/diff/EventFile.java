package dev.dateline.standalone.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.wire.Json;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Events of {@code news.events.v1} as JSON lines, found by their article. Only places in the file are kept in memory, about 150 bytes an
 * article: texts are read when they are asked for. Of several events of one article the last one counts, as it does on the topic.
 */
public final class EventFile implements Closeable {
    /** The largest record of the topic, with room. */
    private static final int LONGEST_LINE = 16 << 20;

    private record Place(long offset, int length) {}

    private final Path path;
    private final RandomAccessFile file;
    private final Map<String, Place> places = new LinkedHashMap<>();

    private EventFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Reads the file once, to know where which event is.
     *
     * @param read is told how many bytes more were read
     * @throws EventFileException when the file can't be read or a line is no event, with the line's number
     */
    public static EventFile open(Path path, LongConsumer read) {
        if (!Files.isRegularFile(path)) {
            throw new EventFileException("there is no file " + path);
        }
        try {
            EventFile events = new EventFile(path, new RandomAccessFile(path.toFile(), "r"));
            try {
                events.index(read);
                return events;
            } catch (IOException | RuntimeException e) {
                events.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EventFileException("can't read " + path + ": " + e.getMessage(), e);
        }
    }

    private void index(LongConsumer read) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(file.getChannel()));
        byte[] line = new byte[1 << 16];
        long offset = 0;
        int number = 1;
        int length = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                if (length == LONGEST_LINE) {
                    throw new EventFileException(path + ":" + number + " is longer than any event");
                }
                line = length == line.length ? Arrays.copyOf(line, length * 2) : line;
                line[length++] = (byte) next;
                continue;
            }
            add(line, length, offset, number);
            read.accept(length + 1);
            offset += length + 1;
            length = 0;
            number++;
        }
        add(line, length, offset, number);
        read.accept(length);
    }

    private void add(byte[] line, int length, long offset, int number) {
        if (new String(line, 0, Math.min(length, 1), StandardCharsets.ISO_8859_1).isBlank()) {
            return;
        }
        JsonNode id = parse(line, length, number).path("article_id");
        if (!id.isTextual()) {
            throw new EventFileException(path + ":" + number
                    + " is no event: it has no article_id. Make such a file with"
                    + " `dateline tail events --from-beginning --timeout 10s --json > FILE`");
        }
        places.put(id.textValue(), new Place(offset, length));
    }

    private JsonNode parse(byte[] line, int length, long where) {
        try {
            return Json.MAPPER.readTree(line, 0, length);
        } catch (JsonProcessingException e) {
            throw new EventFileException(path + ":" + where + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new EventFileException("can't read " + path + ": " + e.getMessage(), e);
        }
    }

    /** The articles in the order of the file. */
    public Set<String> articles() {
        return places.keySet();
    }

    /** The last event of an article, null when there is none. */
    public JsonNode event(String articleId) {
        Place place = places.get(articleId);
        if (place == null) {
            return null;
        }
        byte[] line = new byte[place.length()];
        try {
            file.seek(place.offset());
            file.readFully(line);
        } catch (IOException e) {
            throw new EventFileException("can't read " + path + ": " + e.getMessage(), e);
        }
        return parse(line, line.length, place.offset());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
