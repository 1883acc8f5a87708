package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainTextReaderTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void leavesTheTextUntouched() {
        String text = "Ferry returns\r\n\r\n  By A. Writer \u2013 caf\u00e9\t\n\n";

        RawArticle article = read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(article.bodyText()).isEqualTo(text);
        assertThat(article.title()).isNull();
        assertThat(article.sourceId()).isEqualTo("manual");
        assertThat(article.providerId()).isEqualTo("p");
        assertThat(article.url()).isEqualTo("u");
    }

    @Test
    void aMarkIsStrongerThanTheCharset() {
        assertThat(text("\uFEFFcaf\u00e9".getBytes(StandardCharsets.UTF_8), WINDOWS))
                .isEqualTo("caf\u00e9");
        assertThat(text("\uFEFFcaf\u00e9".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_8))
                .isEqualTo("caf\u00e9");
        assertThat(text("caf\u00e9".getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_8))
                .isEqualTo("caf\u00e9");
    }

    @Test
    void readsTheDeclaredCharset() {
        assertThat(text(new byte[] {(byte) 0x93, 'a', (byte) 0x94}, WINDOWS)).isEqualTo("\u201ca\u201d");
    }

    @Test
    void saysWhichByteIsNotOfTheCharset() {
        assertThat(detail(new byte[] {'a', (byte) 0x81}, WINDOWS)).contains("offset 1 is not valid windows-1252");
        assertThat(detail(new byte[] {0, 'a', 0}, StandardCharsets.UTF_16BE))
                .contains("offset 2 is not valid UTF-16BE");
        assertThat(detail(new byte[] {(byte) 0xD8, 0, 0, 'a'}, StandardCharsets.UTF_16BE))
                .contains("offset 0");
    }

    private static RawArticle read(byte[] bytes, Charset charset) {
        MediaType type = MediaType.parse("text/plain; charset=" + charset.name());
        Document document = new Document(bytes, type, null, "p", "u");
        return ((Reading.Article) new PlainTextReader().read(document).get(0)).draft();
    }

    private static String text(byte[] bytes, Charset charset) {
        return read(bytes, charset).bodyText();
    }

    private static String detail(byte[] bytes, Charset charset) {
        return catchThrowableOfType(ProblemException.class, () -> text(bytes, charset))
                .problem()
                .detail();
    }
}
