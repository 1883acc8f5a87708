package dev.dateline.ingest.read.feed.tree;

import dev.dateline.ingest.read.ByteOrderMark;
import dev.dateline.ingest.read.CharsetLabel;
import dev.dateline.ingest.read.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document's bytes as text, in the first charset that fits: byte order mark, the pattern of the first bytes, Content-Type, XML
 * declaration (RFC 7303 section 3 and XML 1.0 appendix F), then UTF-8 and windows-1252.
 *
 * <p>What is announced is often wrong, so a charset in which the bytes are malformed makes way for the next, and one with a byte per
 * character makes way for UTF-8 that is well-formed. When none fits, the document is UTF-8 with a few broken bytes or windows-1252,
 * whichever leaves more of it legible.
 */
public final class DocumentText {
    private static final int DECLARATION_WITHIN = 1024;
    private static final Pattern DECLARATION = Pattern.compile(
            "<\\?xml\\s[^>]{0,200}?encoding\\s{0,8}+=\\s{0,8}+[\"']([A-Za-z0-9._:-]{1,40})[\"']",
            Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int REPLACEMENT = 0xFFFD;
    private static final int ASCII = 0x80;

    private DocumentText() {}

    /** The text, without a byte order mark. */
    public static String decode(byte[] bytes, MediaType type) {
        ByteOrderMark mark = ByteOrderMark.of(bytes);
        if (mark != null) {
            return lenient(bytes, mark.length(), mark.charset());
        }
        Set<Charset> candidates = candidates(bytes, type);
        return Stream.concat(wellFormedUtf8(bytes, candidates).stream(), fitting(bytes, candidates))
                .findFirst()
                .orElseGet(() -> mostLegible(bytes));
    }

    /** Legible UTF-8 is no accident where one byte is one character; servers announce such charsets by default. */
    private static Optional<String> wellFormedUtf8(byte[] bytes, Set<Charset> candidates) {
        boolean oneByteEach = candidates.stream()
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .allMatch(charset -> charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1);
        return oneByteEach ? strict(bytes, StandardCharsets.UTF_8) : Optional.empty();
    }

    private static Stream<String> fitting(byte[] bytes, Set<Charset> candidates) {
        return candidates.stream().flatMap(charset -> strict(bytes, charset).stream());
    }

    private static Set<Charset> candidates(byte[] bytes, MediaType type) {
        Set<Charset> candidates = new LinkedHashSet<>();
        Charset pattern = ByteOrderMark.pattern(bytes);
        if (pattern != null) {
            candidates.add(pattern);
        }
        for (String label : new String[] {type.charset(), declared(bytes)}) {
            Charset charset = CharsetLabel.of(label);
            // What begins as ASCII is not UTF-16, whatever is announced.
            if (charset != null && !charset.name().startsWith("UTF-16")) {
                candidates.add(charset);
            }
        }
        candidates.add(StandardCharsets.UTF_8);
        return candidates;
    }

    private static String declared(byte[] bytes) {
        String opening = new String(bytes, 0, Math.min(bytes.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(opening);
        return declaration.find() ? declaration.group(1) : null;
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty(); // announced, but not so: the next may fit
        }
    }

    private static String lenient(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static String mostLegible(byte[] bytes) {
        String utf8 = lenient(bytes, 0, StandardCharsets.UTF_8);
        long broken = utf8.codePoints().filter(c -> c == REPLACEMENT).count();
        long beyondAscii = utf8.codePoints().filter(c -> c >= ASCII).count();
        return 2 * broken <= beyondAscii ? utf8 : lenient(bytes, 0, WINDOWS);
    }
}
