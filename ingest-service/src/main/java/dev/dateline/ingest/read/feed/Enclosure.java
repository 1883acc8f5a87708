package dev.dateline.ingest.read.feed;

/**
 * A file that belongs to an item.
 *
 * @param type its media type as the feed says; may be null
 * @param length in bytes as the feed says; null when unknown
 */
public record Enclosure(String url, String type, Long length) {

    boolean isImage() {
        return type != null && type.startsWith("image/");
    }
}
