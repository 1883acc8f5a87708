package dev.dateline.enrich.tag.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.tag.language.LanguageTagger.Guess;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Articles with parts in several languages, and a choice of languages. */
class MixedLanguageTest {
    private static final LanguageModel MODEL = LanguageModel.load();
    private static final LanguageTable TABLE = LanguageTable.load();
    private static final LanguageTagger ANY = new LanguageTagger(MODEL, TABLE, Set.of());

    private static final String ENGLISH =
            "The council of the harbour town decided on Monday that the old lighthouse will be sold next year, because nobody "
                    + "has wanted to pay for the repair of its roof since the storm.";
    private static final String FRENCH =
            "Le conseil de la ville portuaire a décidé lundi que le vieux phare sera vendu l'année prochaine, parce que personne "
                    + "ne voulait payer la réparation de son toit depuis la tempête.";
    private static final String GERMAN =
            "Der Rat der Hafenstadt hat am Montag entschieden, dass der alte Leuchtturm im nächsten Jahr verkauft wird, weil seit "
                    + "dem Sturm niemand mehr für die Ausbesserung seines Daches zahlen wollte.";
    private static final String CHINESE = "港口城市议会星期一决定明年出售旧灯塔，因为自风暴以来没有人愿意支付修理屋顶的费用。".repeat(8);

    private static String body(String... paragraphs) {
        return String.join("\n\n", paragraphs);
    }

    @Test
    void oneLanguageHasNoOthers() {
        assertThat(ANY.detect("Lighthouse for sale", body(ENGLISH, ENGLISH, ENGLISH, ENGLISH, ENGLISH), null)
                        .others())
                .isEmpty();
    }

    @Test
    void tellsTheLanguagesOfLargerParts() {
        assertThat(ANY.detect("Lighthouse for sale", body(ENGLISH, ENGLISH, FRENCH), null))
                .extracting(Guess::language, Guess::others)
                .containsExactly("en", List.of("fr"));
        assertThat(ANY.detect(
                                "Lighthouse for sale",
                                body(ENGLISH, ENGLISH, ENGLISH, FRENCH, FRENCH, GERMAN, GERMAN),
                                null)
                        .others())
                .containsExactly("fr", "de");
        assertThat(ANY.detect("Lighthouse for sale", body(ENGLISH, CHINESE, ENGLISH), null)
                        .others())
                .containsExactly("zh");
    }

    @Test
    void aPartIsFoundWhereverItStands() {
        for (int at = 0; at < 9; at++) {
            String[] paragraphs = new String[10];
            Arrays.fill(paragraphs, GERMAN);
            paragraphs[at] = ENGLISH;
            paragraphs[at + 1] = ENGLISH;
            assertThat(ANY.detect("Leuchtturm zu verkaufen", body(paragraphs), null)
                            .others())
                    .as("paragraphs %d and %d", at, at + 1)
                    .containsExactly("en");
        }
    }

    @Test
    void theLanguageIsThatOfTheLargestPart() {
        assertThat(ANY.detect("Lighthouse", body(ENGLISH, FRENCH, FRENCH, FRENCH), null))
                .extracting(Guess::language, Guess::others)
                .containsExactly("fr", List.of("en"));
    }

    @Test
    void aSmallPartOrAQuotationIsNotTold() {
        assertThat(ANY.detect("", body(ENGLISH, ENGLISH, ENGLISH, ENGLISH, ENGLISH, FRENCH), null)
                        .others())
                .isEmpty();
        assertThat(ANY.detect("", body(ENGLISH, "« Le phare est à nous tous. »", ENGLISH), null)
                        .others())
                .isEmpty();
    }

    @Test
    void aChoiceOfLanguagesDecidesShortTextsAndRefusesOthers() {
        LanguageTagger two = new LanguageTagger(MODEL, TABLE, Set.of("en", "de"));
        assertThat(two.detect("Der alte Turm", GERMAN, null).language()).isEqualTo("de");
        assertThat(two.detect("", FRENCH, null)).isEqualTo(new Guess("und", 0.0));
        assertThat(two.detect("", CHINESE, null)).isEqualTo(new Guess("und", 0.0));
        assertThat(two.detect("1 : 0", "2", "fr")).isEqualTo(new Guess("und", 0.0));
        assertThat(two.detect("1 : 0", "2", "de-AT")).isEqualTo(new Guess("de", null));
        assertThat(two.detect("", body(ENGLISH, FRENCH, FRENCH, GERMAN), null))
                .extracting(Guess::language, Guess::others)
                .containsExactly("en", List.of("de"));
    }
}
