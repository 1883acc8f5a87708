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
    private StrictText() {}

    /**
     * The text, without a byte order mark. A mark is stronger than what is declared, as in the WHATWG Encoding Standard (section 6,
     * decode).
     *
     * @throws ProblemException malformed-body with the offset of the first bad byte
     */
    public static String decode(byte[] bytes, Charset declared) {
        ByteOrderMark mark = ByteOrderMark.of(bytes);
        return mark == null ? decode(bytes, 0, declared) : decode(bytes, mark.length(), mark.charset());
    }

    /** UTF-8, as JSON must be (RFC 8259 section 8.1); a mark is ignored, another charset's mark is an error. */
    public static String utf8(byte[] bytes) {
        ByteOrderMark mark = ByteOrderMark.of(bytes);
        boolean ours = mark != null && mark.charset().equals(StandardCharsets.UTF_8);
        return decode(bytes, ours ? mark.length() : 0, StandardCharsets.UTF_8);
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
}
