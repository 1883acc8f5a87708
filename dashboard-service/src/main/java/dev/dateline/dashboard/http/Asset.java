package dev.dateline.dashboard.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One file of the page, held in memory and asked for again only when it changed. */
final class Asset {
    /** The page loads and calls its own origin only, is not framed, and runs no script or style but its files. */
    static final String POLICY =
            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " + "object-src 'none'";

    private final byte[] content;
    private final String mediaType;
    private final String tag;

    private Asset(byte[] content, String mediaType) {
        this.content = content;
        this.mediaType = mediaType;
        this.tag = '"' + digest(content) + '"';
    }

    /** A file of this module's jar, below {@code dashboard/}. */
    static Asset of(String name, String mediaType) {
        try (InputStream file = Asset.class.getResourceAsStream("/dashboard/" + name)) {
            if (file == null) {
                throw new IllegalStateException("dashboard/" + name + " is not in this build");
            }
            return new Asset(file.readAllBytes(), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void serve(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header(Header.CACHE_CONTROL, "no-cache");
        context.header(Header.ETAG, tag);
        if (tag.equals(context.header(Header.IF_NONE_MATCH))) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType(mediaType).result(content);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
