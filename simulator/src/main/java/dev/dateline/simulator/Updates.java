package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.util.List;

/** Makes what agencies send instead of a revision: the article once more under a new id, its headline behind a word that says why. */
final class Updates {
    static final int MOST = 3;
    private static final double UPDATE = 0.6;
    private static final double CORRECTED = 0.85;

    private Updates() {}

    /** An update and how it differs from what it updates. */
    record Updated(Article article, List<String> changes) {}

    /**
     * The next version of an article.
     *
     * @param latest its text as it was sent last
     * @param already updates of it that there have been
     */
    static Updated update(Article latest, int already, ArticleWriter.Slot slot, Dice dice) {
        double roll = dice.fraction();
        String title = latest.title().replaceFirst("^(?:UPDATE \\d-|CORRECTED-|REFILE-)", "");
        if (roll < UPDATE) {
            Article longer = Corrections.longer(latest, slot.published(), dice);
            return updated(longer, slot, "UPDATE " + (already + 1) + "-" + title, "update", dice);
        }
        if (roll < CORRECTED) {
            Article corrected =
                    Corrections.revise(latest, slot.published(), dice).article();
            return updated(corrected, slot, "CORRECTED-" + title, "corrected", dice);
        }
        return updated(latest, slot, "REFILE-" + title, "refile", dice);
    }

    private static Updated updated(Article text, ArticleWriter.Slot slot, String title, String change, Dice dice) {
        Article article = ArticleWriter.dressed(text.story(), slot, title, text.body(), dice)
                .withTraits(text.traits());
        return new Updated(article, List.of(change));
    }
}
