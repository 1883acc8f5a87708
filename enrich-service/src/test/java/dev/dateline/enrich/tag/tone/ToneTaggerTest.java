package dev.dateline.enrich.tag.tone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.Evidence;
import dev.dateline.common.model.Tone;
import dev.dateline.enrich.tag.text.Prepared;
import dev.dateline.enrich.tag.text.ResourceLines;
import dev.dateline.enrich.tag.text.Stems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToneTaggerTest {
    private static final ToneTagger TAGGER = new ToneTagger();

    private static Tone tone(String title, String body) {
        return TAGGER.tag(Prepared.of(title, body, "en"));
    }

    @Test
    void countsWordsOfBothKindsInAllTheirForms() {
        String body = "The attacks killed two. The rescue was praised. Attacking a town is brutal.";
        Tone tone = tone("?", body);
        assertThat(tone.negative()).isEqualTo(4);
        assertThat(tone.positive()).isEqualTo(2);
        assertThat(tone.value()).isEqualTo(-0.25);
        assertThat(tone.evidence().get(0)).isEqualTo(new Evidence("attack", null, 4, 11, 2, -1));
    }

    @Test
    void aNegationUpToThreeWordsBeforeTurnsAWordAround() {
        assertThat(tone("?", "It was not a good day.").evidence())
                .containsExactly(new Evidence("not good", null, 7, 17, 1, -1));
        assertThat(tone("?", "He didn't fail.").evidence())
                .containsExactly(new Evidence("not fail", null, 3, 14, 1, 1));
        assertThat(tone("?", "Not one of the towns was good.").positive()).isEqualTo(1);
        assertThat(tone("?", "It was not. Good people came.").positive()).isEqualTo(1);
    }

    @Test
    void anIntensifierRightBeforeCountsHalfAsMuchAgain() {
        assertThat(tone("?", "A very good day.").evidence()).containsExactly(new Evidence("good", null, 7, 11, 1, 1.5));
        assertThat(tone("?", "It was very. Good night.").evidence())
                .containsExactly(new Evidence("good", null, 13, 17, 1, 1));
    }

    @Test
    void namesDoNotCountAndHeadlinesDo() {
        assertThat(tone("?", "They met in Victory Square.").evidence()).isEmpty();
        assertThat(tone("Disaster at Sea", "A ship sank.").evidence())
                .containsExactly(new Evidence("disaster", "title", 0, 8, 1, -1));
    }

    @Test
    void aTextWithoutSuchWordsIsEvenAndAnotherLanguageIsNotJudged() {
        assertThat(tone("Ferry timetable", "The ferry leaves at nine.")).isEqualTo(new Tone(0, 0, 0, List.of()));
        assertThat(TAGGER.tag(Prepared.of("Gut", "Das ist gut.", "de"))).isNull();
    }

    @Test
    void noStemIsOnBothLists() {
        Map<String, String> sections = new HashMap<>();
        List<String> both = new ArrayList<>();
        String section = "";
        for (String line : ResourceLines.of(ToneTagger.class, "tone-en.txt")) {
            section = line.startsWith("[") ? line : section;
            if (!section.equals("[positive]") && !section.equals("[negative]")) {
                continue;
            }
            for (String word : line.split(" ", -1)) {
                String other = sections.putIfAbsent(Stems.of("en").stem(word), section);
                if (other != null && !other.equals(section)) {
                    both.add(word);
                }
            }
        }
        assertThat(both).isEmpty();
        assertThat(sections).hasSizeGreaterThan(400);
    }
}
