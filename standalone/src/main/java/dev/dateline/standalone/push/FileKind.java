package dev.dateline.standalone.push;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What a file's name says about its content.
 *
 * @param compression how the content is packed
 */
public record FileKind(Content content, Compression compression) {
    /** The endings that are known, for messages. */
    public static final String KNOWN =
            ".txt, .html, .json, .jsonl, .ndjson, .xml, .rss, .atom, .warc or none, each also with .gz or .zst";

    /** A packing. */
    public enum Compression {
        NONE,
        GZIP,
        ZSTD
    }

    /** The kind of a file by its name without folders; empty for endings that are not known. */
    public static Optional<FileKind> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        Compression compression = Compression.NONE;
        if (name.endsWith(".gz")) {
            compression = Compression.GZIP;
        } else if (name.endsWith(".zst")) {
            compression = Compression.ZSTD;
        }
        if (compression != Compression.NONE) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        int dot = name.lastIndexOf('.');
        Content content =
                switch (dot < 0 ? "" : name.substring(dot)) {
                    case "", ".txt" -> Content.TEXT;
                    case ".html", ".htm", ".xhtml" -> Content.PAGE;
                    case ".xml", ".rss", ".atom", ".nitf" -> Content.DOCUMENT;
                    case ".json", ".jsonld" -> Content.JSON;
                    case ".jsonl", ".ndjson" -> Content.LINES;
                    case ".warc" -> Content.ARCHIVE;
                    default -> null;
                };
        return content == null ? Optional.empty() : Optional.of(new FileKind(content, compression));
    }

    /** The content of a file of this kind, unpacked while it is read. */
    public InputStream unpacked(InputStream file) throws IOException {
        return switch (compression) {
            case NONE -> file;
            // An archive's members are told apart by its reader.
            case GZIP -> content == Content.ARCHIVE ? file : new GZIPInputStream(file);
            case ZSTD -> new ZstdInputStream(file);
        };
    }
}
