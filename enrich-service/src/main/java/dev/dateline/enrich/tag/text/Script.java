package dev.dateline.enrich.tag.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** A writing system, as far as it tells languages apart: Unicode's scripts, with Hiragana and Katakana as one. */
public record Script(String name) {
    public static final Script LATIN = new Script("LATIN");
    public static final Script HAN = new Script("HAN");
    public static final Script KANA = new Script("KANA");
    public static final Script HANGUL = new Script("HANGUL");

    private static final Map<UnicodeScript, Script> BY_UNICODE = byUnicode();

    private static Map<UnicodeScript, Script> byUnicode() {
        Map<UnicodeScript, Script> scripts = new EnumMap<>(UnicodeScript.class);
        for (UnicodeScript script : UnicodeScript.values()) {
            boolean kana = script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
            scripts.put(script, kana ? KANA : new Script(script.name()));
        }
        return scripts;
    }

    public static Script of(int letter) {
        return letter < 0x80 ? LATIN : BY_UNICODE.get(UnicodeScript.of(letter));
    }

    /**
     * How many letters of an alphabet one letter of this script stands for: a Chinese character or a Korean syllable says about as
     * much as three of them, so that a few Latin names do not outweigh a Chinese headline.
     */
    public int weight() {
        return equals(HAN) || equals(KANA) || equals(HANGUL) ? 3 : 1;
    }
}
