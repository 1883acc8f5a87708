package dev.dateline.ingest.read;

import dev.dateline.common.http.Problem;
import dev.dateline.common.http.ProblemException;
import dev.dateline.common.http.ProblemType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to text without replacement characters: these would change an article, and nobody would know. */
public final class StrictText {
    private static final int BYTE = 0xFF;

    private StrictText() {}

    /**
     * The text, without a byte order mark. A mark decides the charset, as in the WHATWG Encoding Standard (section 6, decode).
     *
     * @throws ProblemException malformed-body with the offset of the first bad byte
     */
    public static String decode(byte[] bytes, Charset declared) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        return decode(bytes, 0, declared);
    }

    /** UTF-8, as JSON must be (RFC 8259 section 8.1); a mark is ignored, another charset's mark is an error. */
    public static String utf8(byte[] bytes) {
        return decode(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            throw new ProblemException(Problem.of(
                    ProblemType.MALFORMED_BODY,
                    "the byte at offset " + in.position() + " is not valid " + charset.name()
                            + "; send the charset that Content-Type announces"));
        }
        return out.flip().toString();
    }

    /** Whether every half of a surrogate pair has its other half, so that the text can be written as UTF-8. */
    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & BYTE) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
