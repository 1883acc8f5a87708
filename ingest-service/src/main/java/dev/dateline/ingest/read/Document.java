package dev.dateline.ingest.read;

/**
 * What a producer sent: one document of a format, unpacked.
 *
 * @param bytes as received, after content coding was undone
 * @param type as announced; its name is empty when nothing was
 * @param sourceId who delivers, as the request or the API key says; null leaves it to the document
 * @param providerId the request's own id of the article; null leaves it to the document
 * @param url where the document is from (the request's {@code url} or {@code Content-Location}, or the page or feed that was fetched);
 *     null when unknown. The base of relative links.
 */
@SuppressWarnings("ArrayRecordComponent") // documents are never compared
public record Document(byte[] bytes, MediaType type, String sourceId, String providerId, String url) {

    /** The same sender's document with these bytes. */
    public Document withBytes(byte[] other) {
        return new Document(other, type, sourceId, providerId, url);
    }
}
