package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** An article that grows under one id: each state puts an entry with its time on top of the earlier ones, below the lead. */
final class Liveblog {
    static final String CHANGE = "liveblog";
    /** States after which it is closed. */
    static final int MOST_STATES = 12;

    private Liveblog() {}

    /** The first state: a report under another kind of headline. */
    static Article started(Article report) {
        return report.withTitle("Live: " + report.title());
    }

    static Article grown(Article blog, Instant modified, Dice dice) {
        LocalDate date = LocalDate.ofInstant(modified, ZoneOffset.UTC);
        LocalTime time = LocalTime.ofInstant(modified, ZoneOffset.UTC);
        Telling telling = new Telling(blog.story(), date, blog.outlet()).withoutIntroductions();
        BodyWriter writer = new BodyWriter(blog.story(), telling, blog.outlet(), date, dice);
        String entry = TextFormat.twoDigits(time.getHour()) + ":" + TextFormat.twoDigits(time.getMinute()) + " GMT: "
                + HouseStyle.of(blog.outlet()).print(writer.statement());
        return blog.withRevision(blog.revision() + 1)
                .withModified(modified)
                .withBody(blog.body().with(1, entry));
    }
}
