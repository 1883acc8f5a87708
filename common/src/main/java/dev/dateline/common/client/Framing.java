package dev.dateline.common.client;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** How several articles stand in the body of one request. */
enum Framing {
    LINES("application/x-ndjson"),
    /** Records end with two line breaks of their own. */
    RECORDS("application/warc");

    private final String mediaType;

    Framing(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The body that holds some of the parts. */
    byte[] body(List<byte[]> parts, List<Integer> which) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int index : which) {
            body.writeBytes(this == LINES ? line(parts.get(index)) : parts.get(index));
        }
        return body.toByteArray();
    }

    /** Raw line breaks stand between the tokens of JSON only (RFC 8259 section 7), where a blank is as good. */
    private static byte[] line(byte[] json) {
        byte[] line = Arrays.copyOf(json, json.length + 1);
        for (int i = 0; i < json.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        line[json.length] = '\n';
        return line;
    }
}
