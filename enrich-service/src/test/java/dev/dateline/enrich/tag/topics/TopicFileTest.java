package dev.dateline.enrich.tag.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFileTest {
    private static final String HEAD = "topic user:shipping shipping\nlanguage en\n";

    private static List<TopicBlock> parse(String content) {
        return TopicFile.parse("my.txt", content);
    }

    @Test
    void readsTopicsWithTheirTermsByLanguage() {
        List<TopicBlock> blocks =
                parse(HEAD + "# a comment\n3 container ship, freighter\n-2.5 relationship\n\nlanguage de\n4 Reederei\n"
                        + "subtopic user:ports ports and harbours\nlanguage en\n0 port wine\n");

        assertThat(blocks)
                .containsExactly(
                        new TopicBlock(
                                TopicBlock.Kind.DEFINE,
                                "my.txt:1",
                                "user:shipping",
                                "shipping",
                                null,
                                Map.of(
                                        "en", Map.of("container ship", 3.0, "freighter", 3.0, "relationship", -2.5),
                                        "de", Map.of("Reederei", 4.0))),
                        new TopicBlock(
                                TopicBlock.Kind.DEFINE,
                                "my.txt:9",
                                "user:ports",
                                "ports and harbours",
                                "user:shipping",
                                Map.of("en", Map.of("port wine", 0.0))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subtopik user:a b|my.txt:3 \"subtopik\" begins no line that is known: did you mean \"subtopic\"?",
                "ships, boats|my.txt:3 \"ships,\" begins no line that is known: begin the line with a weight",
                "9 ship|my.txt:3 the weight 9 is out of range: take one from -5 to 5",
                "3 ship,, boat|my.txt:3 a term is empty",
                "3 ship, ship|my.txt:3 \"ship\" is there twice, first in line 3: keep one of them",
                "3 one two three four five six seven|my.txt:3 \"one two three four five six seven\" has more than 6 words",
                "3 shi*|my.txt:3 \"shi*\" is no part of a word",
                "3 sh*ip|my.txt:3 \"sh*ip\" has a = or * in the wrong place",
                "3 ...|my.txt:3 \"...\" has no word",
                "language english|my.txt:3 \"english\" is no code of a language: write two or three small letters, such as en",
                "topic shipping|my.txt:3 a topic needs a code and a name: write for example \"topic user:shipping shipping\"",
                "extend medtop:16000000 war|my.txt:3 \"medtop:16000000 war\" is no code of a topic: write the code alone",
            })
    void namesTheLineWhatIsWrongAndHowToMendIt(String line, String message) {
        assertThatThrownBy(() -> parse(HEAD + line))
                .isInstanceOf(TopicFileException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void wantsATopicAndALanguageAboveTheTerms() {
        assertThatThrownBy(() -> parse("")).hasMessageStartingWith("my.txt has no topic");
        assertThatThrownBy(() -> parse("3 ship")).hasMessageContaining("my.txt:1 terms stand before any language");
        assertThatThrownBy(() -> parse("topic user:a b\n3 ship"))
                .hasMessageContaining(
                        "my.txt:2 terms stand before any language: put a line such as \"language en\" above them");
        assertThatThrownBy(() -> parse("subtopic user:a b"))
                .hasMessageContaining("my.txt:1 a subtopic stands before any topic");
        assertThatThrownBy(() -> parse("language en"))
                .hasMessageContaining("my.txt:1 a language stands before any topic");
    }
}
