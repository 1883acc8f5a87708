package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/** One run: decides for each number what is delivered, and remembers the recent articles it may copy, revise or send again. */
final class Wire implements Iterator<Delivery> {
    /** Late originals under way at the same time. */
    static final int MOST_WAITING = 64;

    private static final int RECENT_ARTICLES = 2_048;
    private static final int RECENT_GROUPS = 1_024;
    private static final int RECENT_STORIES = 256;
    private static final int MOST_REVISIONS = 3;
    private static final int LATEST = 200;
    private static final double UPDATE = 0.4;
    private static final double OTHER_LANGUAGE = 0.04;
    private static final double PASTED = 0.2;

    private final SimulationPlan plan;
    private final Timeline timeline;
    private final Recent<Known> articles = new Recent<>(RECENT_ARTICLES);
    private final Recent<Group> groups = new Recent<>(RECENT_GROUPS);
    private final Recent<Story> stories = new Recent<>(RECENT_STORIES);
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::due).thenComparingLong(Waiting::since));
    private long number;

    Wire(SimulationPlan plan) {
        this.plan = plan;
        this.timeline = new Timeline(plan);
    }

    /** An article that was delivered, in its latest revision. */
    private static final class Known {
        private final Group group;
        private final boolean copy;
        private Article latest;

        Known(Group group, boolean copy, Article latest) {
            this.group = group;
            this.copy = copy;
            this.latest = latest;
        }
    }

    /** An original whose first copy went out at {@code since}. */
    private record Waiting(Group group, long since, long due) {}

    @Override
    public boolean hasNext() {
        return number < plan.count();
    }

    @Override
    public Delivery next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the plan has " + plan.count() + " deliveries");
        }
        Delivery delivery = deliver(Dice.of(plan.seed(), number));
        number++;
        return delivery;
    }

    private Delivery deliver(Dice dice) {
        if (waiting.size() >= plan.count() - number) {
            return lateOriginal();
        }
        double share = dice.fraction();
        if (share < plan.malformedShare()) {
            return malformed(dice);
        }
        share -= plan.malformedShare();
        if (share < plan.resendShare()) {
            return resend(dice).orElseGet(() -> original(dice));
        }
        share -= plan.resendShare();
        if (share < plan.revisionShare()) {
            return revision(dice).orElseGet(() -> original(dice));
        }
        share -= plan.revisionShare();
        if (share < plan.lateOriginalShare() && mayWait()) {
            return copyBeforeOriginal(dice);
        }
        if (share < plan.copyShare()) {
            return copy(dice).orElseGet(() -> original(dice));
        }
        return original(dice);
    }

    private boolean mayWait() {
        return waiting.size() < MOST_WAITING && waiting.size() + 1 < plan.count() - number;
    }

    private Delivery original(Dice dice) {
        if (!waiting.isEmpty() && waiting.peek().due() <= number) {
            return lateOriginal();
        }
        Article article = report(story(dice), timeline.early(number, dice), dice);
        Group group = new Group(article);
        groups.add(group);
        articles.add(new Known(group, false, article));
        return deliver(article, Labels.original(number, article));
    }

    private Delivery lateOriginal() {
        Group group = waiting.remove().group();
        articles.add(new Known(group, false, group.original()));
        return deliver(group.original(), Labels.lateOriginal(number, group.original()));
    }

    private Delivery copyBeforeOriginal(Dice dice) {
        Article article = report(story(dice), timeline.early(number, dice), dice);
        Group group = new Group(article);
        groups.add(group);
        waiting.add(new Waiting(group, number, number + dice.between(3, LATEST)));
        return copyOf(group, dice);
    }

    private Optional<Delivery> copy(Dice dice) {
        return groups.pick(dice, group -> !group.freeOutlets().isEmpty())
                .map(group -> copyOf(preferCopied(group, dice), dice));
    }

    /** What was copied is copied again: a few stories run everywhere. */
    private Group preferCopied(Group group, Dice dice) {
        return groups.pick(
                        dice,
                        other -> other.copies() > group.copies()
                                && !other.freeOutlets().isEmpty())
                .orElse(group);
    }

    private Delivery copyOf(Group group, Dice dice) {
        Outlet outlet = dice.pick(group.freeOutlets());
        group.addCopy(outlet);
        ArticleWriter.Slot slot =
                slot(outlet, 'c', timeline.late(number, dice), group.original().published(), dice);
        Syndication.Copy copy = new Syndication(group, slot, dice).copy();
        articles.add(new Known(group, true, copy.article()));
        return deliver(copy.article(), Labels.copy(number, copy, group));
    }

    private Optional<Delivery> revision(Dice dice) {
        return articles.pick(dice, Wire::mayBeRevised).map(known -> {
            Corrections.Revised revised = Corrections.revise(known.latest, timeline.late(number, dice), dice);
            known.latest = revised.article();
            known.group.markRevised();
            return deliver(known.latest, Labels.revision(number, revised, known.group));
        });
    }

    private static boolean mayBeRevised(Known known) {
        return !known.copy && known.group.mayBeRevised() && known.latest.revision() < MOST_REVISIONS;
    }

    private Optional<Delivery> resend(Dice dice) {
        return articles.pick(dice, known -> true).map(known -> {
            Article article = known.latest;
            boolean rearranged = article.channel() == Channel.HTTP_JSON && dice.chance(0.3);
            byte[] bytes = rearranged ? JsonFormat.printDifferently(article) : Labels.print(article);
            return Labels.delivery(article, bytes, Labels.resend(number, article, rearranged, known.group));
        });
    }

    private Delivery malformed(Dice dice) {
        Defect defect = Defect.any(dice);
        Story story = Story.invent(storyId(), Language.EN, dice);
        Outlet outlet = dice.pick(Outlet.of(Language.EN));
        Instant published = timeline.early(number, dice);
        ArticleWriter.Slot slot = new ArticleWriter.Slot(outlet, providerId(outlet, 'm'), published, defect.channel());
        Article article = ArticleWriter.report(story, slot, dice);
        return Labels.delivery(article, defect.spoil(article, dice), Labels.malformed(number, article, defect));
    }

    private Story story(Dice dice) {
        if (dice.chance(UPDATE)) {
            Optional<Story> known = stories.pick(dice, story -> !story.exhausted());
            if (known.isPresent()) {
                return known.get();
            }
        }
        List<Language> languages = List.of(Language.DE, Language.FR, Language.ES);
        Language language = dice.chance(OTHER_LANGUAGE) ? dice.pick(languages) : Language.EN;
        Story story = Story.invent(storyId(), language, dice);
        stories.add(story);
        return story;
    }

    private Article report(Story story, Instant published, Dice dice) {
        Outlet outlet = dice.pick(Outlet.of(story.language()));
        return ArticleWriter.report(story, slot(outlet, 'a', published, null, dice), dice);
    }

    /** Pasted text where the time allows it, JSON otherwise. Desks that paste write English here. */
    private ArticleWriter.Slot slot(Outlet outlet, char part, Instant published, Instant after, Dice dice) {
        boolean pasted = outlet.language() == Language.EN && dice.chance(PASTED);
        Instant minute = pasted ? timeline.minute(number, after) : null;
        return new ArticleWriter.Slot(
                outlet,
                providerId(outlet, part),
                minute == null ? published : minute,
                minute == null ? Channel.HTTP_JSON : Channel.HTTP_TEXT);
    }

    private String storyId() {
        return "story-" + number;
    }

    /** Unique: a number makes at most one article of a kind. */
    private String providerId(Outlet outlet, char part) {
        return outlet.agency() ? "n" + number + part : outlet.sourceId().charAt(0) + "-" + number + part;
    }

    private static Delivery deliver(Article article, Truth truth) {
        return Labels.delivery(article, Labels.print(article), truth);
    }
}
