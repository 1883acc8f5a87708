package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Grammar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * Writes what comes out in the same words every day with other numbers and names: market closes, new bonds, weather, results. A series
 * keeps its outlet, its place and its wording.
 */
final class FormDesk {
    /** The least time between two articles of a series. */
    static final Duration APART = Duration.ofHours(22);

    private static final int MOST_SERIES = 256;
    private static final List<Form> FORMS = List.of(
            Form.load("market", "economy"),
            Form.load("bonds", "economy"),
            Form.load("weather", "environment"),
            Form.load("results", "sport"));

    /** Those that have appeared longest ago come first. */
    private final ArrayDeque<Series> series = new ArrayDeque<>();

    /** An article that fills in a form, and which series it belongs to. */
    record Filled(Article article, String series) {}

    /** A form's lines, all of which are printed. */
    private record Form(Topic topic, Grammar grammar) {
        static Form load(String name, String topic) {
            Grammar grammar = Grammar.load("en/common.txt", "en/" + topic + ".txt", "en/forms/" + name + ".txt");
            return new Form(Topic.named(Language.EN, topic), grammar);
        }
    }

    /** One form in the wording of one outlet. */
    private record Series(String id, Form form, Outlet outlet, Story.Scene scene, long wording, Instant last) {}

    /** Whose turn it is at a time: a series that has been silent long enough, or a new one; empty when there are enough of them. */
    Optional<Turn> turn(Instant published, String newId, Dice dice) {
        if (!series.isEmpty() && !series.peek().last().plus(APART).isAfter(published)) {
            return Optional.of(new Turn(series.remove()));
        }
        if (series.size() >= MOST_SERIES) {
            return Optional.empty();
        }
        Form form = dice.pick(FORMS);
        Outlet outlet = dice.pick(Outlet.of(Language.EN));
        Story.Scene scene = Story.Scene.any(Language.EN, form.topic(), dice);
        return Optional.of(new Turn(new Series(newId, form, outlet, scene, dice.bits(), published)));
    }

    /** The chance to write one article. */
    final class Turn {
        private final Series of;

        private Turn(Series of) {
            this.of = of;
        }

        Outlet outlet() {
            return of.outlet();
        }

        Filled fill(String storyId, ArticleWriter.Slot slot, Dice dice) {
            series.add(new Series(of.id(), of.form(), of.outlet(), of.scene(), of.wording(), slot.published()));
            Story story = Story.at(storyId, of.scene(), dice);
            Telling telling = new Telling(story, slot.date(), of.outlet()).withoutIntroductions();
            Figures figures = new Figures(story, telling, dice);
            Dice wording = Dice.of(of.wording(), 0);
            String title = of.form().grammar().rule("form-title").tell(wording, figures);
            List<List<String>> paragraphs = of.form().grammar().rule("form-body").ways().stream()
                    .map(line -> List.of(line.tell(wording, figures)))
                    .toList();
            Body body = new Body(paragraphs).mapAll(HouseStyle.of(of.outlet())::print);
            return new Filled(ArticleWriter.dressed(story, slot, title, body, dice), of.id());
        }
    }
}
