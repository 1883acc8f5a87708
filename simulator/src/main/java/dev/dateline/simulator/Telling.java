package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import dev.dateline.simulator.grammar.Fact;
import dev.dateline.simulator.grammar.Facts;
import java.time.LocalDate;

/** The facts of a story in one outlet's article: persons are introduced once, days are those of the article. */
final class Telling implements Facts {
    /** Past months a line may look back to. */
    private static final int MONTHS_BACK = 7;

    private final Story story;
    private final LocalDate date;
    private final Outlet outlet;
    private int introduced;

    Telling(Story story, LocalDate date, Outlet outlet) {
        this.story = story;
        this.date = date;
        this.outlet = outlet;
    }

    /** For what is settled before anybody reports it. */
    Telling(Story story) {
        this(story, LocalDate.EPOCH, Outlet.ALL.get(0));
    }

    /** From here on everybody is known: headlines use family names. */
    Telling withoutIntroductions() {
        introduced = -1;
        return this;
    }

    @Override
    public String value(Fact fact, Dice dice) {
        Language language = story.language();
        return switch (fact) {
            case P1 -> person(0);
            case P2 -> person(1);
            case P3 -> person(2);
            case DAY -> language.day(date.getDayOfWeek());
            case PREVDAY -> language.day(date.getDayOfWeek().minus(1));
            case SOURCE -> outlet.name();
            case LOCALCITY -> outlet.home();
            case LOCALNAME -> outlet.name();
            case WEEKDAY -> dice.pick(language.days());
            case MONTH ->
                language.months()
                        .get(date.minusMonths(dice.between(1, MONTHS_BACK)).getMonthValue() - 1);
            case ABROAD -> story.country().another(language, dice).name();
            case PLACE -> story.country().anotherCity(story.fact(Fact.CITY), dice);
            case SOMEONE -> story.country().person(dice).full();
            case AMOUNT -> language.money(dice.between(11, 990));
            default -> story.fact(fact);
        };
    }

    private String person(int index) {
        Country.Person person = story.person(index);
        if ((introduced & 1 << index) != 0) {
            return person.family();
        }
        introduced |= 1 << index;
        return person.full() + ", " + story.role(index) + ",";
    }
}
