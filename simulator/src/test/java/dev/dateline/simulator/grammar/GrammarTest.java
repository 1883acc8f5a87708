package dev.dateline.simulator.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    private static final Dice DICE = Dice.of(1, 1);

    private static String tell(String line) {
        Map<String, Rule> rules = new HashMap<>();
        Rule fruit = rules.computeIfAbsent("fruit", Rule::new);
        fruit.add(TemplateParser.parse(0, "apple", rules::get));
        return TemplateParser.parse(1, line, rules::get)
                .tell(DICE, (fact, dice) -> fact == Fact.P1 ? "Ada Reed, the mayor," : "Rostock");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "they met in {city} .;They met in Rostock.",
                "a/an <fruit> and a/an pear;An apple and a pear",
                "a/an 8, a/an 11, a/an 110, a/an 18-day, a/an 1;An 8, an 11, a 110, an 18-day, a 1",
                "[late ]on  [|]{day};.*",
                "{3..3} people;3 people",
                "so said {p1}.;So said Ada Reed, the mayor.",
                "{p1}, who left,;Ada Reed, the mayor, who left,",
                "{p1}'s office;Ada Reed, the mayor's office",
                "\"yes,\" {p1} said;\"Yes,\" Ada Reed, the mayor, said",
                "at 9 a.m..;At 9 a.m."
            })
    void linesAreToldAndTidied(String line, String text) {
        assertThat(tell(line)).matches(text.equals(".*") ? "(Late o|O)n Rostock" : Pattern.quote(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[open", "close]", "{nobody}", "{9..3}", "{x..3}", "<fruit", "{city"})
    void aMalformedLineIsRefusedWithTheLine(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> tell(line)).withMessageContaining(line);
    }

    @ParameterizedTest
    @CsvSource({
        "test/missing-rule.txt, no rule <nowhere>",
        "test/loop.txt, calls itself",
        "test/twice.txt, is defined twice",
        "test/headless.txt, begins without a :rule",
        "test/absent.txt, no resource"
    })
    void aWrongFileIsRefused(String path, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grammar.load(path))
                .withMessageContaining(message);
    }

    @Test
    void diceAreReproducibleAndUniform() {
        Dice one = Dice.of(5, 9);
        Dice same = Dice.of(5, 9);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            int roll = one.below(6);
            assertThat(same.below(6)).isEqualTo(roll);
            counts[roll]++;
        }
        for (int count : counts) {
            assertThat(count).isBetween(9_600, 10_400);
        }
        assertThat(Dice.of(5, 10).bits()).isNotEqualTo(Dice.of(5, 9).bits());
    }
}
