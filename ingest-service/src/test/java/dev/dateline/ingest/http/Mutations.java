package dev.dateline.ingest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Damages documents the way transports, broken exporters and attackers do. The same seed gives the same damage. */
final class Mutations {
    private static final int MAX_NESTING = 20_000;
    private static final int MAX_COPIES = 40;
    private static final int MAX_SLICE = 8 << 10;
    private static final List<String> CHARSETS =
            List.of("utf-16", "utf-16le", "utf-7", "windows-1251", "iso-8859-1", "shift_jis", "x-unknown", "utf-8");
    private static final List<Charset> RECODED = List.of(
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1251"),
            Charset.forName("Shift_JIS"));
    private static final String LAUGHS =
            """
            <?xml version="1.0"?>
            <!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
            <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
            <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
            """;

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /**
     * A damaged document on its way.
     *
     * @param what for the message of a failure
     * @param coding the Content-Encoding; null for none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Input(String what, String mediaType, String coding, byte[] bytes) {}

    Input next(Samples.Sample sample) {
        String type = random.nextInt(4) == 0 ? "application/octet-stream" : sample.mediaType();
        byte[] bytes = sample.bytes();
        return switch (random.nextInt(9)) {
            case 0 -> input("truncated", sample, type, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
            case 1, 2 -> input("swapped bytes", sample, type, swapped(bytes));
            case 3 -> input("nested", sample, type, nested(bytes));
            case 4 -> input("duplicated", sample, type, duplicated(bytes));
            case 5 -> input("recoded", sample, type, recoded(bytes));
            case 6 -> input("mislabelled", sample, type + "; charset=" + pick(CHARSETS), bytes);
            case 7 -> input("laughing", sample, random.nextBoolean() ? "application/xml" : type, laughing(bytes));
            default -> packed(sample, type);
        };
    }

    private static Input input(String what, Samples.Sample sample, String type, byte[] bytes) {
        return new Input(what + " " + sample.name(), type, null, bytes);
    }

    private byte[] swapped(byte[] bytes) {
        byte[] damaged = bytes.clone();
        for (int i = 0; i < 1 + random.nextInt(20) && damaged.length > 0; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    /** An opening without its end, very often, at a place where one may stand. */
    private byte[] nested(byte[] bytes) {
        String opening =
                pick(List.of("[", "{\"a\":", "<div>", "<a b='", "<![CDATA[", "<!--", "&amp;", "<p><b><i>", "\"\\u"));
        int at = placeIn(bytes);
        return joined(
                Arrays.copyOf(bytes, at),
                opening.repeat(1 + random.nextInt(MAX_NESTING)).getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private byte[] duplicated(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(MAX_SLICE));
        byte[] slice = Arrays.copyOfRange(bytes, from, to);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, from);
        for (int i = random.nextInt(MAX_COPIES); i >= 0; i--) {
            all.writeBytes(slice);
        }
        all.write(bytes, from, bytes.length - from);
        return all.toByteArray();
    }

    private byte[] recoded(byte[] bytes) {
        byte[] other = new String(bytes, StandardCharsets.UTF_8).getBytes(pick(RECODED));
        return random.nextBoolean() ? other : joined(new byte[] {(byte) 0xFE, (byte) 0xFF}, other);
    }

    private byte[] laughing(byte[] bytes) {
        String entity = random.nextBoolean() ? "&h;" : "&x;";
        String text = new String(bytes, StandardCharsets.UTF_8);
        int open = text.indexOf('>', Math.max(0, text.indexOf("?>") + 2));
        String inside = open < 0 ? "<rss><channel><item><title>" + entity : text.substring(0, open + 1) + entity;
        String body = inside.replaceFirst("^\\s*<\\?xml[^>]*>", "") + (open < 0 ? "" : text.substring(open + 1));
        return (LAUGHS + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Packed rightly, in layers, as a bomb, or not at all though it says so. */
    private Input packed(Samples.Sample sample, String type) {
        byte[] packed =
                switch (random.nextInt(4)) {
                    case 0 -> gzip(sample.bytes(), 0);
                    case 1 -> gzip(gzip(sample.bytes(), 0), 0);
                    case 2 -> gzip(sample.bytes(), 16 << 20);
                    default -> sample.bytes();
                };
        byte[] sent = random.nextInt(4) == 0 ? Arrays.copyOf(packed, random.nextInt(packed.length + 1)) : packed;
        return new Input("packed " + sample.name(), type, random.nextInt(4) == 0 ? "zstd" : "gzip", sent);
    }

    private static byte[] gzip(byte[] bytes, int blanksBehind) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < blanksBehind; i += blanks.length) {
                gzip.write(blanks);
            }
        } catch (IOException e) {
            throw new AssertionError("memory can be written", e);
        }
        return packed.toByteArray();
    }

    /** Behind a closing bracket or quote when one is near, so that the damage is read as content. */
    private int placeIn(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '>' || bytes[at] == ':' || bytes[at] == '[') {
                return at + 1;
            }
        }
        return from;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
