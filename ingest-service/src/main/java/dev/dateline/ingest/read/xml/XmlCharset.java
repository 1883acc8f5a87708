package dev.dateline.ingest.read.xml;

import dev.dateline.ingest.read.CharsetLabel;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Rejection;
import dev.dateline.ingest.read.StrictText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset of an XML document: byte order mark, then Content-Type, then the XML declaration, then UTF-8. */
final class XmlCharset {
    private static final int MAX_DECLARATION = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*+<\\?xml\\s[^>]{0,200}?encoding\\s*+=\\s*+[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private XmlCharset() {}

    static String decode(byte[] bytes, MediaType type) {
        return StrictText.decode(bytes, type.charset() == null ? declared(bytes) : known(type.charset()));
    }

    private static Charset declared(byte[] bytes) {
        if (bytes.length >= 4 && bytes[0] == '<' && bytes[1] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] == '<') {
            return StandardCharsets.UTF_16BE;
        }
        String opening = new String(bytes, 0, Math.min(bytes.length, MAX_DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(opening);
        if (!encoding.find()) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = known(encoding.group(1));
        // The declaration could be read byte by byte, so it is not UTF-16, whatever it says.
        return charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)
                ? StandardCharsets.UTF_8
                : charset;
    }

    private static Charset known(String label) {
        Charset charset = CharsetLabel.of(label);
        if (charset == null) {
            throw Rejection.malformed("the charset " + Rejection.repeated(label) + " is not known here; send UTF-8");
        }
        return charset;
    }
}
