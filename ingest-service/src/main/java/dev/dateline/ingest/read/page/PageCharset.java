package dev.dateline.ingest.read.page;

import dev.dateline.ingest.read.ByteOrderMark;
import dev.dateline.ingest.read.CharsetLabel;
import dev.dateline.ingest.read.MediaType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The charset of a page as a browser finds it (WHATWG HTML Standard, section 13.2.3): byte order mark, then Content-Type, then what
 * the page's head says, then UTF-8 if the bytes are, then windows-1252. Bytes that are not of that charset become replacement
 * characters: a page with one bad byte is still worth reading.
 */
final class PageCharset {
    private static final int HEAD = 4096;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    /** {@code charset=} within a meta element, in its own attribute or in {@code content}. */
    private static final Pattern META = Pattern.compile(
            "<meta\\s[^>]{0,400}?charset\\s*+=\\s*+[\"']?+\\s*+([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*+<\\?xml\\s[^>]{0,200}?encoding\\s*+=\\s*+[\"']([A-Za-z0-9._:-]{1,40})");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    private PageCharset() {}

    static String decode(byte[] bytes, MediaType type) {
        ByteOrderMark mark = ByteOrderMark.of(bytes);
        if (mark != null) {
            return decode(bytes, mark.length(), mark.charset());
        }
        Charset announced = CharsetLabel.of(type.charset());
        if (announced != null) {
            return decode(bytes, 0, announced);
        }
        Charset stated = stated(bytes);
        return stated == null ? guessed(bytes) : decode(bytes, 0, stated);
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return decode(bytes, 0, WINDOWS);
        }
    }

    /** What the page says of itself; a page whose words could be found byte by byte is not UTF-16. */
    private static Charset stated(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher found = META.matcher(COMMENT.matcher(head).replaceAll(""));
        Matcher declared = DECLARATION.matcher(head);
        String label = found.find() ? found.group(1) : declared.find() ? declared.group(1) : null;
        Charset charset = CharsetLabel.of(label);
        boolean sixteen = StandardCharsets.UTF_16LE.equals(charset) || StandardCharsets.UTF_16BE.equals(charset);
        return sixteen ? StandardCharsets.UTF_8 : charset;
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        CharBuffer text = charset.decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        return text.toString();
    }
}
