package dev.dateline.simulator;

import dev.dateline.common.model.ArticleId;
import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Grammar;
import dev.dateline.simulator.grammar.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes an outlet's own report on a story, and decides which fields the outlet fills in. */
final class ArticleWriter {
    private static final double ODD = 0.015;
    private static final double OWN_HEADLINE = 0.85;
    private static final int MOST_KEYWORDS = 4;
    private static final int SLUG_LENGTH = 60;
    private static final Grammar DESK = Grammar.load("en/desk.txt");

    private ArticleWriter() {}

    /** Where and when a new article appears. */
    record Slot(Outlet outlet, String providerId, Instant published, Channel channel) {
        LocalDate date() {
            return LocalDate.ofInstant(published, ZoneOffset.UTC);
        }
    }

    static Article report(Story story, Slot slot, Dice dice) {
        story.develop(dice);
        return told(story, slot, dice);
    }

    /** A report on a story that has not developed since the last one. */
    static Article told(Story story, Slot slot, Dice dice) {
        Outlet outlet = slot.outlet();
        Telling telling = new Telling(story, slot.date(), outlet);
        Body body = new BodyWriter(story, telling, outlet, slot.date(), dice)
                .write()
                .mapAll(HouseStyle.of(outlet)::print);
        telling.withoutIntroductions();
        String title = headline(story, telling, dice);
        List<String> traits = List.of();
        if (dice.chance(ODD)) {
            Oddity oddity = Oddity.any(dice);
            if (oddity.suitsPastedText() || slot.channel() == Channel.HTTP_JSON) {
                title = oddity.title(title);
                body = oddity.body(body);
                traits = List.of(oddity.name());
            }
        }
        return dressed(story, slot, title, body, dice).withTraits(traits);
    }

    /** An article with a given text: everything else as the outlet does it. */
    static Article dressed(Story story, Slot slot, String title, Body body, Dice dice) {
        Outlet outlet = slot.outlet();
        Topic topic = story.topic();
        boolean text = slot.channel() == Channel.HTTP_TEXT;
        Telling telling = new Telling(story, slot.date(), outlet).withoutIntroductions();
        String subtitle = topic.grammar().rule("subtitle").tell(dice, telling);
        return ArticleBuilder.builder()
                .story(story)
                .outlet(outlet)
                .providerId(slot.providerId())
                .articleId(ArticleId.ofProvider(outlet.sourceId(), slot.providerId()))
                .revision(1)
                .published(slot.published())
                .channel(slot.channel())
                .html(!text && dice.chance(0.25))
                .url(dice.chance(0.9) ? url(slot, topic, title) : null)
                .title(title)
                .subtitle(dice.chance(0.6) ? subtitle : null)
                .authors(authors(story, text, dice))
                .agency(outlet.agency() ? outlet.name() : null)
                .language(dice.chance(0.9) ? story.language().tag() : null)
                .section(dice.chance(0.7) ? topic.section() : null)
                .keywords(dice.chance(0.5) ? keywords(topic, dice) : null)
                .body(body)
                .teaser(text && dice.chance(0.3) ? DESK.rule("teaser").tell(dice, telling) : null)
                .notes(text ? pastedNotes(telling, dice) : List.of())
                .traits(List.of())
                .build();
    }

    static String headline(Story story, Telling telling, Dice dice) {
        Grammar grammar = story.topic().grammar();
        Rule rule = grammar.rule(dice.chance(OWN_HEADLINE) ? "headline" : "any-headline");
        return rule.tell(dice, telling);
    }

    /** What a desk copies along with an article: some of the lines below its end on a web page. */
    private static List<String> pastedNotes(Telling telling, Dice dice) {
        List<String> notes = new ArrayList<>();
        if (dice.chance(0.4)) {
            notes.add(DESK.rule("agency-line").tell(dice, telling));
        }
        for (int left = dice.below(4); left > 0; left--) {
            notes.add(prompt(telling, dice));
        }
        return notes;
    }

    static String prompt(Telling telling, Dice dice) {
        return DESK.rule("prompt").tell(dice, telling);
    }

    private static List<String> authors(Story story, boolean needed, Dice dice) {
        List<String> authors = new ArrayList<>();
        int count = needed ? dice.between(1, 2) : dice.below(3);
        while (authors.size() < count) {
            authors.add(story.country().person(dice).full());
        }
        return List.copyOf(authors);
    }

    private static List<String> keywords(Topic topic, Dice dice) {
        int from = dice.below(topic.keywords().size() - 1);
        return topic.keywords().subList(from, Math.min(topic.keywords().size(), from + MOST_KEYWORDS));
    }

    private static String url(Slot slot, Topic topic, String title) {
        LocalDate date = slot.date();
        return "https://" + slot.outlet().domain() + "/" + slug(topic.section()) + "/" + date.getYear() + "/"
                + TextFormat.twoDigits(date.getMonthValue()) + "/" + TextFormat.twoDigits(date.getDayOfMonth()) + "/"
                + slug(title) + "-" + slot.providerId().toLowerCase(Locale.ROOT);
    }

    private static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < text.length() && slug.length() < SLUG_LENGTH; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return slug.toString();
    }
}
