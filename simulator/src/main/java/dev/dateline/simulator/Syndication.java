package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Makes another outlet's copy of an original: reprinted word for word, cut, with a local paragraph, rewritten, or as a teaser; under its own
 * headline or not.
 */
final class Syndication {
    /** A copy and how it differs. */
    record Copy(Article article, List<String> changes) {}

    private static final int SHORTEST_COPY = 40;
    private static final int SHORTEST_BEFORE_LENGTHENING = 90;
    private static final int TRIES = 6;
    /** Of those that are neither rewritten nor teasers; what has been revised has no exact copies. */
    private static final double EXACT = 0.5;
    /** Of the others: cut only, and cut or lengthened only; the rest are both. */
    private static final double CUT = 0.45;

    private static final double CUT_OR_LENGTHENED = 0.8;

    private final Group group;
    private final ArticleWriter.Slot slot;
    private final Telling telling;
    private final Dice dice;
    private final TreeSet<String> changes = new TreeSet<>();

    Syndication(Group group, ArticleWriter.Slot slot, Dice dice) {
        this.group = group;
        this.slot = slot;
        this.dice = dice;
        this.telling = new Telling(group.original().story(), slot.date(), slot.outlet()).withoutIntroductions();
    }

    /** What is done to a text. */
    private enum Manner {
        EXACT,
        CUT_OR_LENGTHENED,
        REWRITTEN,
        TEASER
    }

    Copy copy(Shares shares) {
        Article original = group.original();
        Manner manner = manner(shares);
        boolean exact = manner == Manner.EXACT;
        Body body = exact ? restyled(original.body()) : distinct(original.body(), manner);
        body = body.mapAll(HouseStyle.of(slot.outlet())::print);
        if (exact) {
            group.markExactCopy();
            if (!body.equals(original.body())) {
                changes.add("restyled");
            }
        }
        String title = original.title();
        if (changes.contains("agency") || dice.chance(0.5)) {
            title = ArticleWriter.headline(original.story(), telling, dice);
            changes.add("headline");
        }
        Article copy =
                ArticleWriter.dressed(original.story(), slot, title, body, dice).withTraits(original.traits());
        return new Copy(noted(credited(copy, original), exact), List.copyOf(changes));
    }

    private Manner manner(Shares shares) {
        double roll = dice.fraction() * shares.copies();
        if (roll < shares.rewrites()) {
            return Manner.REWRITTEN;
        }
        if (roll < shares.rewrites() + shares.teasers()) {
            return Manner.TEASER;
        }
        return !group.revised() && dice.chance(EXACT) ? Manner.EXACT : Manner.CUT_OR_LENGTHENED;
    }

    /** No two copies that differ from the original are alike: who looks for equal texts finds exact copies only. */
    private Body distinct(Body original, Manner manner) {
        for (int tries = 0; tries < TRIES; tries++) {
            changes.clear();
            Body body = withOwnDateline(original);
            body = switch (manner) {
                case REWRITTEN -> rewritten(body);
                case TEASER -> teaser(body);
                default -> changed(body);
            };
            if (group.claim(Words.of(body))) {
                return body;
            }
        }
        changes.clear();
        Body longer = lengthened(original);
        group.claim(Words.of(longer));
        return longer;
    }

    private Body rewritten(Body body) {
        BodyWriter writer = new BodyWriter(group.original().story(), telling, slot.outlet(), slot.date(), dice);
        boolean english = group.original().story().language() == Language.EN;
        return new Rewriting(group.words(), english, writer::statement, dice).rewrite(body, changes);
    }

    /** The first paragraph or two, or as many as it takes to say something. */
    private Body teaser(Body body) {
        int paragraphs = dice.between(1, 2);
        while (paragraphs < body.paragraphs().size()
                && Words.of(body.firstParagraphs(paragraphs)).count() < SHORTEST_COPY) {
            paragraphs++;
        }
        Body teaser = body.firstParagraphs(paragraphs);
        if (teaser.statements() < body.statements()) {
            changes.add("teaser");
        }
        return teaser;
    }

    private Body changed(Body body) {
        double roll = dice.fraction();
        boolean lengthen = roll >= CUT;
        boolean cut = roll < CUT || roll >= CUT_OR_LENGTHENED;
        Body changed = cut ? cut(body, lengthen) : body;
        return lengthen || !changes.contains("truncated") ? lengthened(changed) : changed;
    }

    /** The first 30 to 80 per cent, at least half where more is added. */
    private Body cut(Body body, boolean lengthenToo) {
        int shortest = lengthenToo ? SHORTEST_BEFORE_LENGTHENING : SHORTEST_COPY;
        for (int tries = 0; tries < TRIES; tries++) {
            int kept = Math.max(1, body.statements() * dice.between(lengthenToo ? 50 : 30, 80) / 100);
            Body shorter = body.first(kept);
            if (kept < body.statements() && Words.of(shorter).count() >= shortest) {
                changes.add("truncated");
                return dice.chance(0.3) ? withoutDateline(shorter) : shorter;
            }
        }
        return body;
    }

    private Body withoutDateline(Body body) {
        int end = datelineEnd(body);
        if (end < 0) {
            return body;
        }
        changes.remove("agency");
        changes.add("dateline");
        return body.change(0, text -> text.substring(end + 2).replaceFirst("^[-–—] ", ""));
    }

    /** Another agency that takes a text over names itself. */
    private Body withOwnDateline(Body body) {
        int end = datelineEnd(body);
        if (end < 0 || !slot.outlet().agency()) {
            return body;
        }
        changes.add("agency");
        return body.change(
                0,
                text -> text.substring(0, text.lastIndexOf('(', end) + 1)
                        + slot.outlet().name()
                        + text.substring(end));
    }

    /** Where the parenthesis closes; below 0 when there is no dateline. */
    private int datelineEnd(Body body) {
        int end = body.paragraphs().get(0).get(0).indexOf(") ");
        return group.original().outlet().agency() && end <= 60 ? end : -1;
    }

    private Body lengthened(Body body) {
        changes.add("extended");
        Body longer = body;
        for (int left = changes.contains("truncated") ? 1 : dice.between(1, 2); left > 0; left--) {
            int at = dice.chance(0.5)
                    ? longer.paragraphs().size()
                    : dice.between(1, longer.paragraphs().size());
            String local =
                    group.original().story().topic().grammar().rule("local").tell(dice, telling);
            longer = longer.with(at, local);
        }
        return longer;
    }

    /** Prints the same words differently. */
    private Body restyled(Body body) {
        Body restyled = dice.chance(0.3) ? body.joined() : body;
        boolean english = group.original().story().language() == Language.EN;
        return english && dice.chance(0.25) ? restyled.change(0, Syndication::leadInCapitals) : restyled;
    }

    private static String leadInCapitals(String lead) {
        int end = lead.indexOf(' ', Math.min(lead.length() - 1, 24));
        return end < 0 ? lead : lead.substring(0, end).toUpperCase(Locale.ROOT) + lead.substring(end);
    }

    private Article credited(Article copy, Article original) {
        if (dice.chance(0.3) || original.agency() == null) {
            changes.add("agency_line");
            return copy;
        }
        return copy.withAgency(original.agency());
    }

    /** Prompts in a JSON body only where the text differs anyway: an exact copy stays one for readers that keep prompts. */
    private Article noted(Article copy, boolean exact) {
        boolean english = copy.story().language() == Language.EN;
        if (!exact && english && copy.channel() == Channel.HTTP_JSON && dice.chance(0.35)) {
            List<String> notes = new ArrayList<>();
            for (int left = dice.between(1, 2); left > 0; left--) {
                notes.add(ArticleWriter.prompt(telling, dice));
            }
            copy = copy.withNotes(notes);
        }
        if (copy.teaser() != null || !copy.notes().isEmpty()) {
            changes.add("boilerplate");
        }
        return copy;
    }
}
