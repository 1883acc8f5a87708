package dev.dateline.standalone.push;

import dev.dateline.common.client.IngestClient;
import dev.dateline.common.client.Sent;
import dev.dateline.ingest.read.NdjsonLines;
import dev.dateline.ingest.read.SourceName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends what a stream holds, article by article or in bounded batches, and tells what became of each. */
public final class Pusher {
    /** More than any ingest takes for one article; its own limit, which is lower, gives the better message. */
    static final int MAX_ARTICLE = 4 << 20;

    private static final int MAX_DOCUMENT = 64 << 20;
    private static final String PAGE = "text/html";
    private static final String ANY = "application/octet-stream";

    private final IngestClient ingest;
    private final TextOptions text;
    private final Consumer<ItemResult> told;

    public Pusher(IngestClient ingest, TextOptions text, Consumer<ItemResult> told) {
        this.ingest = ingest;
        this.text = text;
        this.told = told;
    }

    /**
     * Sends a stream's articles.
     *
     * @param item the stream's name in results
     * @param in unpacked; read once, not closed
     */
    public void push(String item, Content content, InputStream in) throws IOException {
        switch (content) {
            case TEXT -> single(item, in, IngestClient.TEXT, text.parameters());
            case PAGE -> single(item, in, PAGE, text.parameters());
            case DOCUMENT -> document(item, in, ANY);
            case LINES -> lines(item, in);
            case JSON -> json(item, Sniff.lookable(in));
            case ARCHIVE -> throw new IllegalArgumentException("an archive has a bookmark");
        }
    }

    /**
     * Sends the pages of a web archive, from a bookmark on.
     *
     * @param in the archive from its start; gzip members are unpacked here
     * @param noted is told how far it has come, in words
     */
    public void push(String item, InputStream in, Bookmark bookmark, Consumer<String> noted) throws IOException {
        in.skipNBytes(bookmark.position().raw());
        new ArchivePusher(item, ingest, text, told, noted).push(in, bookmark);
        bookmark.remove();
    }

    /** Sends what was found on the web. */
    public void push(String item, WebDocument found) {
        String address = found.url().toString();
        // A page or a feed says who it is from, or ingest takes its host; a bare text does not.
        boolean bare = text.source() == null && found.mediaType().startsWith(IngestClient.TEXT);
        String source = bare ? SourceName.ofHost(address) : text.source();
        document(item, found.bytes(), found.mediaType(), new TextOptions(source, text.id(), address));
    }

    /** Notes that an item can't be sent. */
    public void unsent(String item, String why) {
        told.accept(new ItemResult(item, null, new Sent.Unsent(why)));
    }

    private void json(String item, BufferedInputStream in) throws IOException {
        switch (Sniff.shape(in)) {
            case ARRAY -> array(item, in);
            case LINES -> lines(item, in);
            // Whatever else it is: ingest says best what is wrong with it.
            case OBJECT, MARKUP, OTHER -> document(item, in, IngestClient.JSON);
        }
    }

    private void single(String item, InputStream in, String mediaType, Map<String, String> parameters)
            throws IOException {
        byte[] body = in.readNBytes(MAX_ARTICLE + 1);
        Sent sent = body.length > MAX_ARTICLE ? tooLarge() : ingest.article(mediaType, parameters, body);
        told.accept(new ItemResult(item, null, sent));
    }

    private void document(String item, InputStream in, String mediaType) throws IOException {
        byte[] body = in.readNBytes(MAX_DOCUMENT + 1);
        if (body.length > MAX_DOCUMENT) {
            unsent(item, "is larger than " + (MAX_DOCUMENT >> 20) + " MiB, more than any document may be");
            return;
        }
        document(item, body, mediaType, text);
    }

    /** Articles of a document have ids of their own, unless the command line names the one. */
    private void document(String item, byte[] body, String mediaType, TextOptions options) {
        List<Sent> articles = options.id() == null
                ? ingest.document(mediaType, options.parameters(), body)
                : List.of(ingest.article(mediaType, options.parameters(), body));
        for (int i = 0; i < articles.size(); i++) {
            told.accept(new ItemResult(item, articles.size() == 1 ? null : i + 1, articles.get(i)));
        }
    }

    private void lines(String item, InputStream in) throws IOException {
        try (InOrder articles = new InOrder(item, ingest, told)) {
            NdjsonLines lines = new NdjsonLines(in, MAX_ARTICLE);
            for (NdjsonLines.Line line = lines.next(); line != null; line = lines.next()) {
                if (line.bytes() == null) {
                    articles.refuse(line.number(), tooLarge());
                } else {
                    articles.send(line.number(), line.bytes());
                }
            }
            articles.finish();
            if (articles.isEmpty()) {
                unsent(item, "holds no article");
            }
        }
    }

    private void array(String item, InputStream in) throws IOException {
        try (InOrder articles = new InOrder(item, ingest, told)) {
            String broken = new ArrayElements(MAX_ARTICLE).forEach(in, articles::send);
            articles.finish();
            if (broken != null) {
                unsent(item, broken);
            } else if (articles.isEmpty()) {
                unsent(item, "is an empty array");
            }
        }
    }

    private static Sent tooLarge() {
        return new Sent.Unsent("is larger than " + (MAX_ARTICLE >> 20) + " MiB, more than any article may be");
    }
}
