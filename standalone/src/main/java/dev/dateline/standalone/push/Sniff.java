package dev.dateline.standalone.push;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Looks at the first bytes of a stream, and leaves them there. */
public final class Sniff {
    private static final int LOOK_AT = 64 << 10;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** How articles stand in a stream. */
    enum Shape {
        OBJECT,
        ARRAY,
        LINES,
        MARKUP,
        OTHER
    }

    private Sniff() {}

    /** A stream that can be looked into. */
    public static BufferedInputStream lookable(InputStream in) {
        return new BufferedInputStream(in, LOOK_AT);
    }

    /** Whether the first visible character opens a JSON object or array, or a tag; anything else is text. */
    public static Content content(BufferedInputStream in) throws IOException {
        return switch (shape(in)) {
            case OBJECT, ARRAY, LINES -> Content.JSON;
            case MARKUP -> Content.DOCUMENT;
            case OTHER -> Content.TEXT;
        };
    }

    /**
     * An object is taken for the first of many lines when its line ends with its closing brace, or has no end in sight; printed over
     * several lines it is one article.
     */
    static Shape shape(BufferedInputStream in) throws IOException {
        in.mark(LOOK_AT);
        byte[] head = in.readNBytes(LOOK_AT);
        in.reset();
        int start = startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        while (start < head.length && isBlank(head[start])) {
            start++;
        }
        if (start == head.length) {
            return Shape.OTHER;
        }
        return switch (head[start]) {
            case '[' -> Shape.ARRAY;
            case '<' -> Shape.MARKUP;
            case '{' -> isWholeLine(head, start) ? Shape.LINES : Shape.OBJECT;
            default -> Shape.OTHER;
        };
    }

    private static boolean isWholeLine(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        if (end == head.length) {
            return true;
        }
        while (isBlank(head[end])) {
            end--;
        }
        return head[end] == '}';
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
