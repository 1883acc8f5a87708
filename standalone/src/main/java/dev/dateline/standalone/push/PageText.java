package dev.dateline.standalone.push;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of a page: by byte order mark, else by the header, else by the page's own {@code meta} (HTML section 13.2.3.2). */
public final class PageText {
    private static final int PRESCAN_BYTES = 1024;
    private static final Pattern HEADER = Pattern.compile("charset\\s*+=\\s*+[\"']?+([A-Za-z0-9_.:-]{1,40})");
    private static final Pattern META = Pattern.compile(
            "<meta\\s[^>]{0,300}?charset\\s*+=\\s*+[\"']?+([A-Za-z0-9_.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private PageText() {}

    /**
     * The text of a page; bytes that are not of its charset become U+FFFD.
     *
     * @param contentType the response header, or null
     */
    public static String of(byte[] page, String contentType) {
        if (page.length >= 3 && page[0] == (byte) 0xEF && page[1] == (byte) 0xBB && page[2] == (byte) 0xBF) {
            return new String(page, 3, page.length - 3, StandardCharsets.UTF_8);
        }
        Charset named = named(HEADER, contentType == null ? "" : contentType)
                .or(() -> named(META, head(page)))
                .orElse(null);
        return named != null ? new String(page, named) : guessed(page);
    }

    private static String guessed(byte[] page) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(page))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(page, WINDOWS_1252);
        }
    }

    private static String head(byte[] page) {
        return new String(page, 0, Math.min(page.length, PRESCAN_BYTES), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            Charset charset = Charset.forName(found.group(1));
            // As browsers do: what is labelled Latin-1 is windows-1252.
            return Optional.of(
                    charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                            ? WINDOWS_1252
                            : charset);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
