package dev.dateline.enrich.tag.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.language.LanguageTagger.Guess;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTaggerTest {
    private static final LanguageTagger TAGGER =
            new LanguageTagger(LanguageModel.load(), LanguageTable.load(), Set.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | The harbour was closed after the storm tore two ships from their moorings.
                    de | Der Hafen wurde gesperrt, nachdem der Sturm zwei Schiffe losgerissen hatte.
                    fr | Le port a été fermé après que la tempête a arraché deux navires de leurs amarres.
                    es | El puerto fue cerrado después de que la tormenta soltara dos barcos de sus amarras.
                    pt | O porto foi encerrado depois de a tempestade ter soltado dois navios das amarras.
                    it | Il porto è stato chiuso dopo che la tempesta ha strappato due navi dagli ormeggi.
                    nl | De haven werd gesloten nadat de storm twee schepen had losgerukt.
                    sv | Hamnen stängdes efter att stormen hade slitit loss två fartyg.
                    nb | Havnen ble stengt etter at stormen hadde revet løs to skip fra fortøyningene.
                    pl | Port zamknięto po tym, jak sztorm zerwał z cum dwa statki.
                    tr | Fırtına iki gemiyi bağlarından koparınca liman kapatıldı.
                    et | Sadam suleti pärast seda, kui torm oli kaks laeva lahti kiskunud.
                    lv | Ostu slēdza pēc tam, kad vētra bija atrāvusi divus kuģus.
                    ru | Порт закрыли после того, как шторм сорвал с якоря два корабля.
                    uk | Порт закрили після того, як шторм зірвав з якоря два кораблі.
                    bg | Пристанището беше затворено, след като бурята откъсна два кораба.
                    el | Το λιμάνι έκλεισε αφού η καταιγίδα παρέσυρε δύο πλοία.
                    ar | أغلق الميناء بعد أن اقتلعت العاصفة سفينتين من مرساهما.
                    fa | بندر پس از آن که توفان دو کشتی را از جا کند بسته شد.
                    he | הנמל נסגר לאחר שהסערה ניתקה שתי ספינות ממקומן.
                    hi | तूफ़ान के बाद बंदरगाह को बंद कर दिया गया और दो जहाज़ बह गए।
                    th | ท่าเรือถูกปิดหลังจากพายุพัดเรือสองลำหลุดจากที่จอด
                    zh | 风暴使两艘船脱离锚地后，港口已经关闭。
                    ja | 嵐で船が二隻流されたため、港は閉鎖されました。
                    ko | 폭풍으로 배 두 척이 떠내려가자 항구가 폐쇄되었다.
                    am | ወደቡ ከአውሎ ነፋሱ በኋላ ተዘግቷል።
                    """)
    void namesTheLanguageOfAHeadline(String language, String title) {
        Guess guess = TAGGER.detect(title, title, null);
        assertThat(guess.language()).isEqualTo(language);
        assertThat(guess.confidence()).isBetween(0.5, 1.0);
    }

    @Test
    void aChineseHeadlineMayHoldALatinName() {
        assertThat(TAGGER.detect("港口关闭 Northwind Shipping 停航", "港口因风暴关闭。", null).language())
                .isEqualTo("zh");
    }

    @Test
    void publishesTheShortestCodeAndOneForBothOutcomesOfALanguage() {
        LanguageTable table = LanguageTable.load();
        assertThat(table.rows())
                .filteredOn(row -> row.outcome().equals("ekk") || row.outcome().equals("est"))
                .extracting(LanguageTable.Row::code)
                .containsExactly("et", "et");
        assertThat(table.rows())
                .filteredOn(row -> row.outcome().equals("cmn"))
                .extracting(LanguageTable.Row::code)
                .containsExactly("zh");
    }

    @Test
    void takesTheProducersWordWhenThereAreHardlyAnyLetters() {
        assertThat(TAGGER.detect("2 : 1", "3 : 0 !!", "de-AT")).isEqualTo(new Guess("de", null));
        assertThat(TAGGER.detect("2 : 1", "3 : 0 !!", null)).isEqualTo(new Guess("und", 0.0));
        assertThat(TAGGER.detect("2 : 1", "\ud83d\ude00", "not a tag")).isEqualTo(new Guess("und", 0.0));
    }

    @Test
    void theProducersWordDoesNotOutweighTheText() {
        Guess guess = TAGGER.detect("Storm closes harbour", "Two ships were torn from their moorings.", "fr");
        assertThat(guess.language()).isEqualTo("en");
    }

    @Test
    void addressesAndHashtagsSayNothing() {
        String noise = "https://example.org/the/weather/and/the/harbour #stormwatch @harbourmaster ";
        assertThat(LanguageSample.of(noise, "Der Hafen ist zu.", 300).toString())
                .isEqualTo("der hafen ist zu.");
    }
}
