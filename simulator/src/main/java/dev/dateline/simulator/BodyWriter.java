package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Fact;
import dev.dateline.simulator.grammar.Rule;
import dev.dateline.simulator.grammar.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Composes one outlet's own report on a story: a lead, then lines of the topic mixed with quotes, reactions and background. */
final class BodyWriter {
    private static final int SHORTEST = 80;
    private static final int LONGEST = 700;
    /** The smaller grammars would repeat themselves. */
    private static final int LONGEST_IN_SMALL_GRAMMAR = 320;

    private static final double TOPIC_LINES = 0.45;
    private static final int TRIES = 24;

    private final Story story;
    private final Telling telling;
    private final Outlet outlet;
    private final LocalDate date;
    private final Dice dice;

    BodyWriter(Story story, Telling telling, Outlet outlet, LocalDate date, Dice dice) {
        this.story = story;
        this.telling = telling;
        this.outlet = outlet;
        this.date = date;
        this.dice = dice;
    }

    Body write() {
        int longest = story.language() == Language.EN ? LONGEST : LONGEST_IN_SMALL_GRAMMAR;
        int target = SHORTEST + (int) ((longest - SHORTEST) * dice.fraction() * dice.fraction());
        List<List<String>> paragraphs = new ArrayList<>();
        paragraphs.add(List.of(dateline() + tell(story.topic().lead())));
        int words = words(paragraphs.get(0).get(0));
        while (words < target) {
            List<String> paragraph = new ArrayList<>();
            for (int left = dice.between(1, 3); left > 0 && words < target; left--) {
                String statement = statement();
                paragraph.add(statement);
                words += words(statement);
            }
            paragraphs.add(paragraph);
        }
        return new Body(paragraphs);
    }

    /** One more statement on the story, in lines that no report on it has used while there are any. */
    String statement() {
        Topic topic = story.topic();
        return tell(dice.chance(TOPIC_LINES) ? topic.report() : dice.pick(topic.around()));
    }

    private String tell(Rule rule) {
        Template line = dice.pick(rule.ways());
        for (int tries = 0; tries < TRIES && story.used(line.number()); tries++) {
            List<Template> others =
                    tries % 4 == 3 ? dice.pick(story.topic().around()).ways() : rule.ways();
            line = dice.pick(rule == story.topic().lead() ? rule.ways() : others);
        }
        story.use(line.number());
        return line.tell(dice, telling);
    }

    private String dateline() {
        if (!outlet.agency() || story.language() != Language.EN) {
            return "";
        }
        String month = story.language().months().get(date.getMonthValue() - 1);
        String place = telling.value(Fact.CITY, dice).toUpperCase(Locale.ROOT);
        return place + ", " + month.substring(0, 3) + " " + date.getDayOfMonth() + " (" + outlet.name() + ") - ";
    }

    private static int words(String text) {
        int words = 1;
        for (int blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
            words++;
        }
        return words;
    }
}
