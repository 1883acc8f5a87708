package dev.dateline.ingest.formats;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.read.Document;
import dev.dateline.ingest.read.Reading;
import dev.dateline.ingest.read.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A JSON array: each element is a JSON document of any format. Elements are cut out of the stream as they are and read like a line of
 * NDJSON; an element that is no article is refused alone, but after broken JSON nothing tells where the next one begins.
 */
final class ArrayArticles implements Articles {
    private final JsonParser json;
    private final int maxElementBytes;
    private final Document sender;
    private final Formats formats;
    private final Deque<Item> ready = new ArrayDeque<>();
    private boolean open;
    private int number;

    ArrayArticles(InputStream in, int maxElementBytes, Document sender, Formats formats) throws IOException {
        this.json = Json.MAPPER.createParser(in);
        this.maxElementBytes = maxElementBytes;
        this.sender = sender;
        this.formats = formats;
    }

    @Override
    public Item next() throws IOException {
        while (ready.isEmpty()) {
            byte[] element;
            try {
                if (!advance()) {
                    return null;
                }
                element = copy();
            } catch (JsonProcessingException e) {
                throw Rejection.malformed("the JSON array breaks off or is broken after " + number + " elements");
            }
            number++;
            for (Reading reading : read(element)) {
                ready.add(new Item(number, Formats.JSON_TYPE.name(), reading));
            }
        }
        return ready.remove();
    }

    /** Moves to the next element; false behind the array's end. */
    private boolean advance() throws IOException {
        JsonToken token = json.nextToken();
        if (!open) {
            open = true;
            token = json.nextToken(); // the first was the bracket, or this would not have been taken for an array
        }
        if (token != JsonToken.END_ARRAY) {
            return true;
        }
        if (json.nextToken() != null) {
            throw Rejection.malformed("something follows the JSON array");
        }
        return false;
    }

    /** The element's bytes; null when there are more than allowed. */
    private byte[] copy() throws IOException {
        Bounded bytes = new Bounded(maxElementBytes);
        try (JsonGenerator copy = Json.MAPPER.createGenerator(bytes)) {
            copy.copyCurrentStructure(json);
        }
        return bytes.overflown ? null : bytes.toByteArray();
    }

    private List<Reading> read(byte[] element) {
        try {
            if (element == null) {
                throw Rejection.tooLong("the element", maxElementBytes, "max-article-bytes");
            }
            return formats.read(sender.withBytes(element));
        } catch (ProblemException e) {
            return List.of(new Reading.Refused(e.problem()));
        }
    }

    /** Keeps up to a limit and counts on, so that the parser still finds the element's end. */
    private static final class Bounded extends ByteArrayOutputStream {
        private final int limit;
        private boolean overflown;

        Bounded(int limit) {
            this.limit = limit;
        }

        @Override
        public synchronized void write(int b) {
            overflown |= count + 1 > limit;
            if (!overflown) {
                super.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) {
            overflown |= count + length > limit;
            if (!overflown) {
                super.write(from, offset, length);
            }
        }
    }
}
