package dev.dateline.standalone.push;

import dev.dateline.common.runtime.Version;
import dev.dateline.ingest.poll.fetch.Cancellation;
import dev.dateline.ingest.poll.fetch.FetchRequest;
import dev.dateline.ingest.poll.fetch.FetchSettings;
import dev.dateline.ingest.poll.fetch.Fetched;
import dev.dateline.ingest.poll.fetch.Fetcher;
import dev.dateline.ingest.poll.fetch.Networks;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Fetches one document that somebody names, as the feed poller does: from public addresses only unless told otherwise. */
public final class WebFetcher implements AutoCloseable {
    private static final String ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml,"
            + " application/feed+json, application/xml;q=0.9, text/plain;q=0.5, */*;q=0.1";
    private static final Networks EVERYWHERE = Networks.parse("0.0.0.0/0, ::/0");
    private static final int MAX_BYTES = 16 << 20;
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final Fetcher fetcher;

    /** Any failure to get a document; the message says why. */
    public static final class FetchException extends IOException {
        private static final long serialVersionUID = 1L;

        FetchException(String message) {
            super(message);
        }
    }

    /** A fetcher; {@code allowPrivate} also goes to private and loopback addresses. */
    public WebFetcher(boolean allowPrivate) {
        this.fetcher = new Fetcher(new FetchSettings(
                "dateline/" + Version.current(), allowPrivate ? EVERYWHERE : Networks.NONE, MAX_BYTES, WITHIN));
    }

    /**
     * The document at an address.
     *
     * @throws FetchException when there is none to be had
     */
    public WebDocument fetch(URI address) throws FetchException {
        Fetched fetched = fetcher.fetch(FetchRequest.get(address, ACCEPT), new Cancellation());
        if (fetched instanceof Fetched.Failed failed) {
            throw new FetchException(
                    failed.cause() == Fetched.Cause.REFUSED_ADDRESS
                            ? "is not on the public internet; --allow-private fetches it all the same"
                            : failed.detail());
        }
        Fetched.Answer answer = (Fetched.Answer) fetched;
        if (answer.status() != 200) {
            throw new FetchException("answers HTTP " + answer.status());
        }
        return new WebDocument(answer.url(), answer.header("Content-Type").orElse(""), answer.body());
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
