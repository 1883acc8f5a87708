package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Fact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A happening and its facts, which all articles about it share. Its counts grow from article to article, and it remembers which
 * lines have been used, so that two outlets' own reports do not read alike.
 */
final class Story {
    private static final int PERSONS = 3;
    /** There are six leads a topic. */
    private static final int MOST_REPORTS = 6;

    private final String id;
    private final Language language;
    private final Topic topic;
    private final Country country;
    private final Map<Fact, String> facts = new EnumMap<>(Fact.class);
    private final List<Country.Person> persons = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final BitSet usedLines;
    private final int availableLines;
    private int reports;
    private int smallCount;
    private int largeCount;

    private Story(String id, Scene scene, Dice dice) {
        this.id = id;
        this.language = scene.language();
        this.topic = scene.topic();
        this.country = scene.country();
        this.usedLines = new BitSet(topic.grammar().size());
        this.availableLines = topic.report().ways().size()
                + topic.around().stream().mapToInt(rule -> rule.ways().size()).sum();
        this.smallCount = dice.between(3, 28);
        this.largeCount = dice.between(14, 480);
        facts.put(Fact.CITY, scene.city());
    }

    /** What a story is about, and where. */
    record Scene(Language language, Topic topic, Country country, String city) {
        static Scene any(Language language, Topic topic, Dice dice) {
            Country country = dice.pick(Country.of(language));
            return new Scene(language, topic, country, dice.pick(country.cities()));
        }
    }

    static Story invent(String id, Language language, Dice dice) {
        return at(id, Scene.any(language, dice.pick(Topic.of(language)), dice), dice);
    }

    static Story at(String id, Scene scene, Dice dice) {
        Story story = new Story(id, scene, dice);
        for (int i = 0; i < PERSONS; i++) {
            story.persons.add(story.country.person(dice));
        }
        story.settle(dice);
        return story;
    }

    /** The same place, persons and counts in another language, which has its own words for all else; empty when it lacks the topic. */
    Optional<Story> in(Language other, Dice dice) {
        return Topic.of(other).stream()
                .filter(same -> other != language && same.code().equals(topic.code()))
                .findFirst()
                .map(same -> {
                    Story story = new Story(id, new Scene(other, same, country, fact(Fact.CITY)), dice);
                    story.persons.addAll(persons);
                    story.smallCount = smallCount;
                    story.largeCount = largeCount;
                    story.settle(dice);
                    return story;
                });
    }

    /** Facts are settled in an order in which each may use those before it. */
    private void settle(Dice dice) {
        facts.put(Fact.COUNTRY, country.name());
        facts.put(Fact.DEMONYM, country.demonym());
        facts.put(Fact.CAPITAL, country.capital());
        facts.put(Fact.NEIGHBOUR, country.another(language, dice).name());
        facts.put(Fact.SUM, language.money(dice.between(21, 980)));
        facts.put(Fact.PCT, Integer.toString(dice.between(2, 39)));
        count();
        Telling telling = new Telling(this);
        settle(Fact.THING, "thing", dice, telling);
        settle(Fact.THING2, "thing2", dice, telling);
        settle(Fact.ORG1, "org1", dice, telling);
        settle(Fact.ORG2, "org2", dice, telling);
        for (int i = 1; i <= PERSONS; i++) {
            roles.add(topic.grammar().rule("role" + i).inside(dice, telling));
        }
    }

    private void settle(Fact fact, String rule, Dice dice, Telling telling) {
        facts.put(fact, topic.grammar().rule(rule).inside(dice, telling));
    }

    /** Another report begins; time has passed and counts have risen. */
    void develop(Dice dice) {
        reports++;
        smallCount += dice.between(0, 5);
        largeCount += dice.between(0, 90);
        count();
    }

    private void count() {
        facts.put(Fact.N1, Integer.toString(smallCount));
        facts.put(Fact.N2, Integer.toString(smallCount * 2 + largeCount / 9));
        facts.put(Fact.N3, language.thousands(largeCount * 100));
    }

    String id() {
        return id;
    }

    Language language() {
        return language;
    }

    Topic topic() {
        return topic;
    }

    Country country() {
        return country;
    }

    String fact(Fact fact) {
        return facts.get(fact);
    }

    Country.Person person(int index) {
        return persons.get(index);
    }

    String role(int index) {
        return roles.get(index);
    }

    boolean used(int line) {
        return usedLines.get(line);
    }

    /** Whether another report would have to repeat what was said. */
    boolean exhausted() {
        return reports >= MOST_REPORTS || usedLines.cardinality() > availableLines * 2 / 3;
    }

    void use(int line) {
        usedLines.set(line);
    }
}
