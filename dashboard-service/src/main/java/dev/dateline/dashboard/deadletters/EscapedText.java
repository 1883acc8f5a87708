package dev.dateline.dashboard.deadletters;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes of whatever kind as text that can be shown: nothing is lost, nothing acts on a terminal or a page. */
final class EscapedText {
    private EscapedText() {}

    /** Line feeds and tabs stay; other control and formatting characters and what is no UTF-8 become {@code \xNN} or {@code \}{@code uNNNN}. */
    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(1024);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            out.chars().forEach(unit -> escape(text, (char) unit));
            out.clear();
            if (result.isError()) {
                for (int i = 0; i < result.length(); i++) {
                    text.append(String.format("\\x%02x", in.get() & 0xff));
                }
                decoder.reset();
            } else if (result.isUnderflow()) {
                return text.toString();
            }
        }
    }

    private static void escape(StringBuilder text, char unit) {
        boolean hidden = Character.getType(unit) == Character.FORMAT;
        if (unit == '\\') {
            text.append("\\\\");
        } else if ((Character.isISOControl(unit) && unit != '\n' && unit != '\t')) {
            text.append(String.format("\\x%02x", (int) unit));
        } else if (hidden) {
            text.append(String.format("\\u%04x", (int) unit));
        } else {
            text.append(unit);
        }
    }
}
