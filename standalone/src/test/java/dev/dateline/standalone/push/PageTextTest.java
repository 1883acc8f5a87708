package dev.dateline.standalone.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageTextTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @Test
    void theHeaderIsStrongerThanThePage() {
        byte[] page = "<meta charset=utf-8>é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PageText.of(page, "text/html; charset=\"ISO-8859-1\"")).endsWith("é");
    }

    @Test
    void thePagesOwnWordIsTaken() {
        byte[] page = "<head><META http-equiv=Content-Type content='text/html; charset=windows-1252'>“é”"
                .getBytes(WINDOWS_1252);
        assertThat(PageText.of(page, "text/html")).endsWith("“é”");
    }

    @Test
    void latin1IsWhatBrowsersTakeItFor() {
        assertThat(PageText.of("“".getBytes(WINDOWS_1252), "text/html; charset=latin1"))
                .isEqualTo("“");
    }

    @Test
    void aMarkIsStrongerThanAll() {
        assertThat(PageText.of("\ufeffé".getBytes(StandardCharsets.UTF_8), "text/html; charset=latin1"))
                .isEqualTo("é");
    }

    @Test
    void withoutAWordItIsUtf8OrWindows1252() {
        assertThat(PageText.of("é".getBytes(StandardCharsets.UTF_8), null)).isEqualTo("é");
        assertThat(PageText.of("é".getBytes(WINDOWS_1252), "text/html; charset=nonsense"))
                .isEqualTo("é");
    }
}
