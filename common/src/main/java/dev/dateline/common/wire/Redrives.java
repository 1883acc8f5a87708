package dev.dateline.common.wire;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The header that tells a redriven record from one that came in: how often it has been redriven, this time included. */
public final class Redrives {
    public static final String ATTEMPT = "dateline-redrive-attempt";
    /** Beyond this a header is not ours. */
    private static final int MOST = 1000;

    private Redrives() {}

    /** How often a record has been redriven; 0 for one that was not, or whose header makes no sense. */
    public static int count(Headers headers) {
        Header header = headers.lastHeader(ATTEMPT);
        if (header == null || header.value() == null) {
            return 0;
        }
        String text = new String(header.value(), StandardCharsets.US_ASCII);
        if (!text.matches("[0-9]{1,4}")) {
            return 0;
        }
        return Math.min(MOST, Integer.parseInt(text));
    }

    /** Marks a record, in place of an earlier mark. */
    public static void mark(Headers headers, int count) {
        headers.remove(ATTEMPT).add(ATTEMPT, Integer.toString(count).getBytes(StandardCharsets.US_ASCII));
    }
}
