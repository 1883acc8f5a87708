package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonLinesTest {

    @Test
    void numbersLinesAndSkipsBlankOnes() throws IOException {
        assertThat(read("a\n\n \t\r\nb\r\nc", 10)).containsExactly("1:a", "4:b\r", "5:c");
        assertThat(read("a\n", 10)).containsExactly("1:a");
        assertThat(read("", 10)).isEmpty();
        assertThat(read("\n\n", 10)).isEmpty();
    }

    @Test
    void passesOverALineThatIsTooLong() throws IOException {
        assertThat(read("abcd\nabcde\nab", 4)).containsExactly("1:abcd", "2:too long", "3:ab");
        assertThat(read("x".repeat(200_000) + "\nab\n" + "y".repeat(70_000), 100_000))
                .containsExactly("1:too long", "2:ab", "3:" + "y".repeat(70_000));
    }

    @Test
    void joinsWhatTheStreamDeliversInPieces() throws IOException {
        InputStream dripping = new ByteArrayInputStream("ab\ncd\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, 1);
            }
        };

        assertThat(read(dripping, 4)).containsExactly("1:ab", "2:cd");
    }

    private static List<String> read(String text, int maxLineBytes) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxLineBytes);
    }

    private static List<String> read(InputStream in, int maxLineBytes) throws IOException {
        NdjsonLines lines = new NdjsonLines(in, maxLineBytes);
        List<String> read = new ArrayList<>();
        for (NdjsonLines.Line line = lines.next(); line != null; line = lines.next()) {
            read.add(line.number() + ":"
                    + (line.bytes() == null ? "too long" : new String(line.bytes(), StandardCharsets.UTF_8)));
        }
        return read;
    }
}
