package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the next revision of an article: a number put right, a statement exchanged, a paragraph added. */
final class Corrections {
    /** A revision and how it differs. */
    record Revised(Article article, List<String> changes) {}

    private static final Pattern COUNT = Pattern.compile("(?<![\\d.,-])[1-9]\\d(?![\\d.,-])");

    private static final double NUMBER = 0.4;
    private static final double REPLACED = 0.7;

    private Corrections() {}

    static Revised revise(Article article, Instant modified, Dice dice) {
        LocalDate date = LocalDate.ofInstant(modified, ZoneOffset.UTC);
        Telling telling = new Telling(article.story(), date, article.outlet()).withoutIntroductions();
        Body body = article.body();
        int statement = dice.below(body.statements());
        double roll = dice.fraction();
        Body counted = otherCount(body, statement, dice);
        if (roll < NUMBER && !counted.equals(body)) {
            return revised(article, modified, counted, "number");
        }
        if (roll < REPLACED) {
            String fresh = new BodyWriter(article.story(), telling, article.outlet(), date, dice).statement();
            return revised(article, modified, body.change(statement, old -> fresh), "replaced");
        }
        String correction = article.story().topic().grammar().rule("correction").tell(dice, telling);
        return revised(article, modified, body.with(body.paragraphs().size(), correction), "added");
    }

    /** One to three statements more. */
    static Article longer(Article article, Instant modified, Dice dice) {
        LocalDate date = LocalDate.ofInstant(modified, ZoneOffset.UTC);
        Telling telling = new Telling(article.story(), date, article.outlet()).withoutIntroductions();
        BodyWriter writer = new BodyWriter(article.story(), telling, article.outlet(), date, dice);
        Body body = article.body();
        for (int left = dice.between(1, 3); left > 0; left--) {
            body = body.with(dice.between(1, body.paragraphs().size()), writer.statement());
        }
        return revised(article, modified, body, "added").article();
    }

    private static Revised revised(Article article, Instant modified, Body body, String change) {
        Article next = article.withRevision(article.revision() + 1)
                .withModified(modified)
                .withBody(body.mapAll(HouseStyle.of(article.outlet())::print));
        return new Revised(next, List.of(change));
    }

    private static Body otherCount(Body body, int statement, Dice dice) {
        return body.change(statement, text -> COUNT.matcher(text)
                .replaceFirst(found -> Matcher.quoteReplacement(
                        Integer.toString(Integer.parseInt(found.group()) + dice.between(1, 9)))));
    }
}
