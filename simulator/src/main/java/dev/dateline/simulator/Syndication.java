package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Makes another outlet's copy of an original: reprinted word for word, cut, or with a local paragraph; under its own headline or not. */
final class Syndication {
    /** A copy and how it differs. */
    record Copy(Article article, List<String> changes) {}

    private static final int SHORTEST_COPY = 40;
    private static final int SHORTEST_BEFORE_LENGTHENING = 90;
    private static final int CUT_TRIES = 6;
    private static final double EXACT = 0.45;
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

    Copy copy() {
        Article original = group.original();
        boolean exact = !group.revised() && dice.chance(EXACT);
        Body body = exact ? original.body() : changed(original.body());
        if (exact) {
            group.markExactCopy();
            body = restyled(body);
        }
        body = body.mapAll(HouseStyle.of(slot.outlet())::print);
        if (exact && !body.equals(original.body())) {
            changes.add("restyled");
        }
        String title = original.title();
        if (dice.chance(0.5)) {
            title = ArticleWriter.headline(original.story(), telling, dice);
            changes.add("headline");
        }
        Article copy =
                ArticleWriter.dressed(original.story(), slot, title, body, dice).withTraits(original.traits());
        return new Copy(noted(credited(copy, original), exact), List.copyOf(changes));
    }

    private Body changed(Body body) {
        double roll = dice.fraction();
        boolean lengthen = roll >= CUT;
        boolean cut = roll < CUT || roll >= CUT_OR_LENGTHENED;
        Body changed = cut ? cut(body, lengthen) : body;
        return lengthen || !changes.contains("truncated") ? lengthened(changed) : changed;
    }

    /** The first 30 to 80 per cent, at least half where more is added; the same cut only once in a group, so that no two cut copies are alike. */
    private Body cut(Body body, boolean lengthenToo) {
        int shortest = lengthenToo ? SHORTEST_BEFORE_LENGTHENING : SHORTEST_COPY;
        for (int tries = 0; tries < CUT_TRIES; tries++) {
            int kept = Math.max(1, body.statements() * dice.between(lengthenToo ? 50 : 30, 80) / 100);
            Body shorter = body.first(kept);
            boolean longEnough = kept < body.statements() && Words.of(shorter).count() >= shortest;
            if (longEnough && (lengthenToo || group.claimCut(kept))) {
                changes.add("truncated");
                return dice.chance(0.3) ? withoutDateline(shorter) : shorter;
            }
        }
        return body;
    }

    private Body withoutDateline(Body body) {
        String lead = body.paragraphs().get(0).get(0);
        int end = lead.indexOf(") ");
        if (!group.original().outlet().agency() || end < 0 || end > 60) {
            return body;
        }
        changes.add("dateline");
        return body.change(0, text -> text.substring(end + 2).replaceFirst("^[-–—] ", ""));
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
