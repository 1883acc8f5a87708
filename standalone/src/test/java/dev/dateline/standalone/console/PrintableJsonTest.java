package dev.dateline.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableJsonTest {

    @Test
    void jsonStaysAsItIs() {
        String json = "{\"b\":1.50,\"a\":\"caf\u00e9 \\n\",\"a\":2}";
        assertThat(line(json)).contains(json);
    }

    @Test
    void lineBreaksBetweenTokensBecomeBlanks() {
        assertThat(line("{\n  \"a\": 1\r\n}\n")).contains("{   \"a\": 1  }");
    }

    @Test
    void whatATerminalActsUponIsEscapedAndStaysTheSameText() throws IOException {
        String json = "{\"a\":\"\u009b31m\u007f\u202e\"}";
        String line = line(json).orElseThrow();
        assertThat(line).isEqualTo("{\"a\":\"\\u009b31m\\u007f\\u202e\"}");
        assertThat(Json.MAPPER.readTree(line)).isEqualTo(Json.MAPPER.readTree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[1]", "{\"a\":1} {\"b\":2}", "{\"a\":\"\u001b[31m\"}", "{\"a\":"})
    void whatIsNotOneObjectHasNoLine(String text) {
        assertThat(line(text)).isEmpty();
    }

    @Test
    void brokenUtf8HasNoLine() {
        assertThat(PrintableJson.line(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isEmpty();
    }

    private static Optional<String> line(String json) {
        return PrintableJson.line(json.getBytes(StandardCharsets.UTF_8));
    }
}
