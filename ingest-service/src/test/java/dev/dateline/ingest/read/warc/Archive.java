package dev.dateline.ingest.read.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes web archives by hand, so that a test sees each byte it is about. */
public final class Archive {
    private static final String WARCINFO = "software: a test\r\n";

    private Archive() {}

    /** A record, with the two line breaks behind it. */
    static byte[] record(String type, String url, String contentType, byte[] body) {
        String head = "WARC/1.1\r\nWARC-Type: " + type
                + "\r\nWARC-Record-ID: <urn:uuid:0d4a1b56-7b0c-4f64-9a0e-3c7c3f3f0001>\r\n"
                + (url == null ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "WARC-Date: 2026-03-06T11:30:00Z\r\nContent-Type: "
                + contentType + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return join(ascii(head), body, ascii("\r\n\r\n"));
    }

    static byte[] info() {
        return record("warcinfo", null, "application/warc-fields", ascii(WARCINFO));
    }

    public static byte[] request(String url) {
        return record("request", url, "application/http; msgtype=request", ascii("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
    }

    /** An HTTP response; {@code headers} each end with a line break. */
    static byte[] response(String url, int status, String headers, byte[] body) {
        byte[] http = join(ascii("HTTP/1.1 " + status + " Whatever\r\n" + headers + "\r\n"), body);
        return record("response", url, "application/http; msgtype=response", http);
    }

    public static byte[] page(String url, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return response(
                url, 200, "Content-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length + "\r\n", body);
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
