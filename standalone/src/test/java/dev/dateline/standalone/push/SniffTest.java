package dev.dateline.standalone.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SniffTest {

    static Stream<Arguments> streams() {
        return Stream.of(
                Arguments.of("{\"a\":1}\n{\"a\":2}\n", Sniff.Shape.LINES),
                Arguments.of("{\"a\":1}  \r\n\r\n{\"a\":2}", Sniff.Shape.LINES),
                Arguments.of("{\"a\":1}", Sniff.Shape.LINES),
                Arguments.of("{\"a\":\"" + "x".repeat(100_000), Sniff.Shape.LINES),
                Arguments.of("{\n  \"a\": 1\n}\n", Sniff.Shape.OBJECT),
                Arguments.of("{ \"a\": 1,\n  \"b\": {}\n}\n", Sniff.Shape.OBJECT),
                Arguments.of("  \n [{}]", Sniff.Shape.ARRAY),
                Arguments.of("\ufeff{\n}", Sniff.Shape.OBJECT),
                Arguments.of("Headline\n\n{not json}", Sniff.Shape.OTHER),
                Arguments.of(" <rss>", Sniff.Shape.MARKUP),
                Arguments.of("", Sniff.Shape.OTHER),
                Arguments.of(" \n\t", Sniff.Shape.OTHER));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void theFirstBytesTell(String text, Sniff.Shape shape) throws IOException {
        assertThat(Sniff.shape(lookable(text))).isEqualTo(shape);
    }

    @Test
    void lookingTakesNothingAway() throws IOException {
        BufferedInputStream in = lookable("[1]");
        assertThat(Sniff.content(in)).isEqualTo(Content.JSON);
        assertThat(in.readAllBytes()).asString().isEqualTo("[1]");
    }

    private static BufferedInputStream lookable(String text) {
        return Sniff.lookable(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
