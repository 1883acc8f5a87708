package dev.dateline.ingest.poll.fetch;

import java.net.URI;
import java.util.Map;

/**
 * One document wanted.
 *
 * @param accept the media types that can be read, as in {@code Accept}
 * @param etag of what is at hand, or null
 * @param lastModified of what is at hand, as it was sent, or null
 * @param headers sent to the address's own origin only, never along with a redirect to another
 * @param form sent by POST when not null (application/x-www-form-urlencoded)
 */
public record FetchRequest(
        URI url, String accept, String etag, String lastModified, Map<String, String> headers, String form) {

    public static FetchRequest get(URI url, String accept) {
        return new FetchRequest(url, accept, null, null, Map.of(), null);
    }

    public static FetchRequest post(URI url, String form) {
        return new FetchRequest(url, "*/*", null, null, Map.of(), form);
    }
}
