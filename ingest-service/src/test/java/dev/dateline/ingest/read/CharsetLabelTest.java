package dev.dateline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetLabelTest {
    @ParameterizedTest
    @CsvSource({
        "utf8, UTF-8",
        "' UTF-8 ', UTF-8",
        "latin1, windows-1252",
        "us-ascii, windows-1252",
        "ISO-8859-1, windows-1252",
        "iso-8859-2, ISO-8859-2",
        "iso-8859-9, windows-1254",
        "koi8-r, KOI8-R",
        "gb2312, GB18030",
        "shift_jis, windows-31j",
        "euc-kr, x-windows-949",
        "big5, Big5-HKSCS",
        "windows-874, x-windows-874",
        "macintosh, x-MacRoman",
        "utf-16, UTF-16LE",
        "utf-16be, UTF-16BE",
    })
    void meansWhatBrowsersMean(String label, String charset) {
        assertThat(CharsetLabel.of(label).name()).isEqualTo(charset);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"utf-7", "ibm037", "utf-32", "klingon", "no such charset!"})
    void knowsNoOthers(String label) {
        assertThat(CharsetLabel.of(label)).isNull();
    }
}
