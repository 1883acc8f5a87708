package dev.dateline.standalone.push;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.dateline.common.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The elements of a JSON array one by one, each on one line; the array itself may be of any size. */
final class ArrayElements {
    private final int maxElement;

    /** Takes an element and its place in the array, from 1. */
    @FunctionalInterface
    interface Taker {
        void take(int number, byte[] element);
    }

    ArrayElements(int maxElement) {
        this.maxElement = maxElement;
    }

    /** Gives each element to the taker; returns what is wrong with the array behind the elements given, or null. */
    String forEach(InputStream in, Taker taker) throws IOException {
        int number = 0;
        try (JsonParser json = Json.MAPPER.createParser(in)) {
            json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            json.nextToken();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                byte[] element = line(json);
                number++;
                taker.take(number, element);
            }
            return json.nextToken() == null ? null : "something follows the array; it was not sent";
        } catch (JsonProcessingException e) {
            return "is not JSON behind element " + number + at(e.getLocation());
        } catch (TooLargeException e) {
            return "element " + (number + 1) + " is larger than " + maxElement
                    + " bytes; it and what follows were not sent";
        }
    }

    private byte[] line(JsonParser json) throws IOException {
        if (json.currentToken() == null) {
            throw new JsonEOFException(json, null, "the array is not closed");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator line = Json.MAPPER.createGenerator(new Bounded(bytes, maxElement))) {
            line.copyCurrentStructure(json);
        }
        return bytes.toByteArray();
    }

    private static String at(JsonLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends OutputStream {
        private final ByteArrayOutputStream bytes;
        private final int limit;

        Bounded(ByteArrayOutputStream bytes, int limit) {
            this.bytes = bytes;
            this.limit = limit;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] part, int offset, int length) throws IOException {
            if (bytes.size() + length > limit) {
                throw new TooLargeException();
            }
            bytes.write(part, offset, length);
        }
    }
}
