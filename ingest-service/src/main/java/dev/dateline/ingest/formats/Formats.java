package dev.dateline.ingest.formats;

import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.newsml.NewsMl1Reader;
import dev.dateline.ingest.read.newsml.NewsMlG2Reader;
import dev.dateline.ingest.read.ninjs.NinjsReader;
import dev.dateline.ingest.read.nitf.NitfReader;
import dev.dateline.ingest.read.own.ArticleJsonReader;
import dev.dateline.ingest.read.own.PlainTextReader;
import dev.dateline.ingest.read.page.PageReader;
import dev.dateline.ingest.read.schemaorg.SchemaOrgReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All formats, and the choice among them: a media type that names a format decides, else the document's first characters do. */
public final class Formats {
    /** The readers in the order in which they are asked whether they recognise a document. */
    public static final List<FormatReader> READERS = List.of(
            new NinjsReader(),
            new SchemaOrgReader(),
            new NewsMlG2Reader(),
            new NewsMl1Reader(),
            new NitfReader(),
            new PageReader(),
            new PlainTextReader(),
            new ArticleJsonReader()); // last: it takes every object that nobody else knows

    /** How much of a document is looked at. */
    private static final int OPENING = 4096;

    private static final Set<String> GENERIC =
            Set.of("", "application/json", "text/json", "application/xml", "text/xml", "application/octet-stream");
    private static final Map<String, FormatReader> BY_TYPE = byType();

    private Formats() {}

    private static Map<String, FormatReader> byType() {
        Map<String, FormatReader> readers = new HashMap<>();
        for (FormatReader reader : READERS) {
            for (String type : reader.mediaTypes()) {
                if (readers.put(type, reader) != null) {
                    throw new IllegalStateException("two readers claim " + type);
                }
            }
        }
        return readers;
    }

    /**
     * The reader of a document.
     *
     * @param opening as {@link #opening} makes it
     * @return null when neither tells
     */
    public static FormatReader select(MediaType type, String opening) {
        String name = type.name();
        FormatReader named = GENERIC.contains(name) ? null : BY_TYPE.get(name);
        if (named != null) {
            return named;
        }
        if (!GENERIC.contains(name) && !name.endsWith("+json") && !name.endsWith("+xml")) {
            return null;
        }
        for (FormatReader reader : READERS) {
            if (reader.recognises(opening)) {
                return reader;
            }
        }
        return BY_TYPE.get(name);
    }

    /** The first characters of a document without byte order mark and leading blanks, good enough to see its kind. */
    public static String opening(byte[] bytes) {
        int length = Math.min(bytes.length, OPENING);
        String text = new String(bytes, 0, length, charset(bytes, length));
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    }

    /** Names and brackets are ASCII in all of them; the rest does not matter here. */
    private static Charset charset(byte[] bytes, int length) {
        if (length >= 2 && (bytes[1] == 0 || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
            return StandardCharsets.UTF_16LE;
        }
        if (length >= 2 && (bytes[0] == 0 || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF))) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    /** The media types that name a format, for a client that sent another. */
    public static String mediaTypes() {
        return String.join(", ", new TreeSet<>(BY_TYPE.keySet()));
    }
}
