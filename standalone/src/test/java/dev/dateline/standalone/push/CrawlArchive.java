package dev.dateline.standalone.push;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** A web archive as a crawler leaves it, written by jwarc: each page between its request and a picture. */
public final class CrawlArchive {
    private CrawlArchive() {}

    /** How an archive lies on the disk. */
    public enum Packing {
        NONE,
        MEMBER_PER_RECORD,
        ONE_MEMBER
    }

    /** Writes an archive into a folder; returns its path. */
    public static Path write(Path folder, int pages, Packing packing) throws IOException {
        Path archive = folder.resolve(packing == Packing.NONE ? "crawl.warc" : "crawl.warc.gz");
        OutputStream file = Files.newOutputStream(archive);
        try (OutputStream out = packing == Packing.ONE_MEMBER ? new GZIPOutputStream(file) : file) {
            WarcWriter writer = new WarcWriter(
                    Channels.newChannel(out),
                    packing == Packing.MEMBER_PER_RECORD ? WarcCompression.GZIP : WarcCompression.NONE);
            for (int page = 0; page < pages; page++) {
                URI url = URI.create(url(page));
                writer.write(new WarcRequest.Builder(url)
                        .body(new HttpRequest.Builder("GET", url.getPath()).build())
                        .build());
                writer.write(response(
                        url,
                        "text/html",
                        "<title>Ferry number " + page + " returns</title><p>Captain Aase has missed the gulls of pier "
                                + page + " for six years, he says."));
                writer.write(response(url.resolve("/picture/" + page), "image/png", "not really"));
            }
        }
        return archive;
    }

    public static String url(int page) {
        return "https://news.example/" + page;
    }

    private static WarcResponse response(URI url, String type, String body) throws IOException {
        return new WarcResponse.Builder(url)
                .body(new HttpResponse.Builder(200, "OK")
                        .body(MediaType.parse(type), body.getBytes(StandardCharsets.UTF_8))
                        .build())
                .build();
    }
}
