package dev.dateline.standalone.console;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JSON as one line that is safe to print and still the same JSON. Control characters can't stand in it raw but for line breaks between
 * tokens; what a terminal may act upon beyond these (delete, C1 controls, invisible marks) can only stand in strings, where it is
 * escaped.
 */
public final class PrintableJson {
    private PrintableJson() {}

    /** The same JSON on one line; empty when the bytes are not one JSON object in UTF-8. */
    public static Optional<String> line(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return isOneObject(text) ? Optional.of(escape(text.strip())) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isOneObject(String text) {
        try (JsonParser json = Json.MAPPER.createParser(text)) {
            if (json.nextToken() == null || !json.isExpectedStartObjectToken()) {
                return false;
            }
            json.skipChildren();
            return json.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
    }

    private static String escape(String json) {
        StringBuilder line = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char unit = json.charAt(i);
            if (unit < ' ') {
                line.append(' ');
            } else if (unit >= 0x7F && isInvisible(unit)) {
                line.append(String.format("\\u%04x", (int) unit));
            } else {
                line.append(unit);
            }
        }
        return line.toString();
    }

    private static boolean isInvisible(char unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
