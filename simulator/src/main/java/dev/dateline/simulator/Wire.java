package dev.dateline.simulator;

import dev.dateline.simulator.grammar.Dice;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/** One run: decides for each number what is delivered, and remembers the recent articles it may copy, revise or send again. */
final class Wire implements Iterator<Dispatch> {
    /** Late originals under way at the same time. */
    static final int MOST_WAITING = 64;

    private static final int RECENT_ARTICLES = 2_048;
    private static final int RECENT_GROUPS = 1_024;
    private static final int RECENT_STORIES = 256;
    private static final int RECENT_LIVEBLOGS = 32;
    private static final int LATEST = 200;
    private static final double UPDATE = 0.4;
    private static final double OTHER_LANGUAGE = 0.04;
    private static final List<Language> OTHER_LANGUAGES = List.of(Language.DE, Language.FR, Language.ES);
    private static final double PASTED = 0.2;
    private static final double LIVEBLOG_GOES_ON = 0.85;

    private final SimulationPlan plan;
    private final Timeline timeline;
    private final Recent<Known> articles = new Recent<>(RECENT_ARTICLES);
    private final Recent<Group> groups = new Recent<>(RECENT_GROUPS);
    private final Recent<Story> stories = new Recent<>(RECENT_STORIES);
    private final Recent<Known> liveblogs = new Recent<>(RECENT_LIVEBLOGS);
    private final FormDesk forms = new FormDesk();
    private final List<Turn> turns;
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::due).thenComparingLong(Waiting::since));
    private long number;

    Wire(SimulationPlan plan) {
        this.plan = plan;
        this.timeline = new Timeline(plan);
        Shares shares = plan.shares();
        this.turns = List.of(
                new Turn(shares.malformed(), this::malformed),
                new Turn(shares.resends(), this::resend),
                new Turn(shares.revisions(), this::revision),
                new Turn(shares.lateOriginals(), this::copyBeforeOriginal),
                new Turn(shares.copies() - shares.lateOriginals(), this::copy),
                new Turn(shares.forms(), this::form),
                new Turn(shares.translations(), this::translation),
                new Turn(shares.liveblogs(), this::liveblog),
                new Turn(shares.updates(), this::update));
    }

    /** What a share of the deliveries is; empty where nothing suits, and an original goes out instead. */
    private record Turn(double share, Function<Dice, Optional<Dispatch>> dispatch) {}

    /** An original whose first copy went out at {@code since}. */
    private record Waiting(Group group, long since, long due) {}

    @Override
    public boolean hasNext() {
        return number < plan.count();
    }

    @Override
    public Dispatch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the plan has " + plan.count() + " deliveries");
        }
        Dispatch dispatch = dispatch(Dice.of(plan.seed(), number));
        number++;
        return dispatch;
    }

    private Dispatch dispatch(Dice dice) {
        if (waiting.size() >= plan.count() - number) {
            return lateOriginal();
        }
        double roll = dice.fraction();
        for (Turn turn : turns) {
            if (roll < turn.share()) {
                return turn.dispatch().apply(dice).orElseGet(() -> original(dice));
            }
            roll -= turn.share();
        }
        return original(dice);
    }

    private boolean mayWait() {
        return waiting.size() < MOST_WAITING && waiting.size() + 1 < plan.count() - number;
    }

    private Dispatch original(Dice dice) {
        if (!waiting.isEmpty() && waiting.peek().due() <= number) {
            return lateOriginal();
        }
        Article article = report(story(dice), timeline.early(number, dice), dice);
        known(article);
        return Dispatch.of(article, Labels.original(number, article, article.traits()));
    }

    /** An original that may be copied, revised and sent again from now on. */
    private Known known(Article article) {
        Group group = new Group(article);
        groups.add(group);
        Known known = new Known(group, false, article);
        articles.add(known);
        return known;
    }

    private Dispatch lateOriginal() {
        Group group = waiting.remove().group();
        articles.add(new Known(group, false, group.original()));
        return Dispatch.of(group.original(), Labels.lateOriginal(number, group.original()));
    }

    private Optional<Dispatch> copyBeforeOriginal(Dice dice) {
        if (!mayWait()) {
            return copy(dice);
        }
        Article article = report(story(dice), timeline.early(number, dice), dice);
        Group group = new Group(article);
        groups.add(group);
        waiting.add(new Waiting(group, number, number + dice.between(3, LATEST)));
        return Optional.of(copyOf(group, dice));
    }

    private Optional<Dispatch> copy(Dice dice) {
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

    private Dispatch copyOf(Group group, Dice dice) {
        Outlet outlet = dice.pick(group.freeOutlets());
        group.addCopy(outlet);
        ArticleWriter.Slot slot =
                slot(outlet, 'c', timeline.late(number, dice), group.original().published(), dice);
        Syndication.Copy copy = new Syndication(group, slot, dice).copy(plan.shares());
        articles.add(new Known(group, true, copy.article()));
        return Dispatch.of(copy.article(), Labels.copy(number, copy, group));
    }

    private Optional<Dispatch> revision(Dice dice) {
        return articles.pick(dice, Known::mayBeRevised).map(known -> {
            Corrections.Revised revised = Corrections.revise(known.latest(), timeline.late(number, dice), dice);
            return revision(known, revised.article(), revised.changes());
        });
    }

    private Dispatch revision(Known known, Article next, List<String> changes) {
        known.revised(next);
        return Dispatch.of(next, Labels.revision(number, next, changes, known.group()));
    }

    private Optional<Dispatch> update(Dice dice) {
        return articles.pick(dice, Known::mayBeUpdated).map(known -> {
            Group group = known.group();
            Instant published = timeline.late(number, dice);
            ArticleWriter.Slot slot = slot(
                    known.latest().outlet(), 'u', published, group.original().published(), dice);
            Updates.Updated updated = Updates.update(known.latestText(), group.updates(), slot, dice);
            known.updated(updated.article());
            return Dispatch.of(updated.article(), Labels.update(number, updated.article(), updated.changes(), group));
        });
    }

    private Optional<Dispatch> resend(Dice dice) {
        return articles.pick(dice, known -> true).map(known -> {
            Article article = known.latest();
            boolean rearranged = article.channel() == Channel.HTTP_JSON && dice.chance(0.3);
            byte[] bytes = rearranged ? JsonFormat.printDifferently(article) : Labels.print(article);
            return Dispatch.of(article, bytes, Labels.resend(number, article, rearranged, known.group()));
        });
    }

    /** Nobody copies these: a copy of yesterday's would be as near to today's. */
    private Optional<Dispatch> form(Dice dice) {
        Instant published = timeline.early(number, dice);
        return forms.turn(published, "form-" + number, dice).map(turn -> {
            FormDesk.Filled filled = turn.fill(storyId(), slot(turn.outlet(), 'a', published, null, dice), dice);
            articles.add(new Known(new Group(filled.article()), false, filled.article()));
            return Dispatch.of(filled.article(), Labels.form(number, filled.article(), filled.series()));
        });
    }

    private Optional<Dispatch> translation(Dice dice) {
        Language language = dice.pick(OTHER_LANGUAGES);
        return groups.pick(
                        dice,
                        group -> group.original().story().in(language, dice).isPresent())
                .map(group -> {
                    Story story = group.original().story().in(language, dice).orElseThrow();
                    Article article =
                            ArticleWriter.told(story, originalSlot(story, timeline.early(number, dice), dice), dice);
                    known(article);
                    return Dispatch.of(article, Labels.translation(number, article, group));
                });
    }

    private Optional<Dispatch> liveblog(Dice dice) {
        Optional<Known> running = dice.chance(LIVEBLOG_GOES_ON)
                ? liveblogs.pick(dice, blog -> blog.latest().revision() < Liveblog.MOST_STATES)
                : Optional.empty();
        if (running.isPresent()) {
            Article next = Liveblog.grown(running.get().latest(), timeline.late(number, dice), dice);
            return Optional.of(revision(running.get(), next, List.of(Liveblog.CHANGE)));
        }
        Article article = Liveblog.started(report(story(dice), timeline.early(number, dice), dice));
        Known blog = known(article);
        // It will grow, so no copy of it stays exact.
        blog.group().markRevised();
        liveblogs.add(blog);
        return Optional.of(Dispatch.of(article, Labels.liveblog(number, article)));
    }

    private Optional<Dispatch> malformed(Dice dice) {
        Defect defect = Defect.any(dice);
        Story story = Story.invent(storyId(), Language.EN, dice);
        Outlet outlet = dice.pick(Outlet.of(Language.EN));
        Instant published = timeline.early(number, dice);
        ArticleWriter.Slot slot = new ArticleWriter.Slot(outlet, providerId(outlet, 'm'), published, defect.channel());
        Article article = ArticleWriter.report(story, slot, dice);
        return Optional.of(
                Dispatch.of(article, defect.spoil(article, dice), Labels.malformed(number, article, defect)));
    }

    private Story story(Dice dice) {
        if (dice.chance(UPDATE)) {
            Optional<Story> known = stories.pick(dice, story -> !story.exhausted());
            if (known.isPresent()) {
                return known.get();
            }
        }
        Language language = dice.chance(OTHER_LANGUAGE) ? dice.pick(OTHER_LANGUAGES) : Language.EN;
        Story story = Story.invent(storyId(), language, dice);
        stories.add(story);
        return story;
    }

    private Article report(Story story, Instant published, Dice dice) {
        return ArticleWriter.report(story, originalSlot(story, published, dice), dice);
    }

    private ArticleWriter.Slot originalSlot(Story story, Instant published, Dice dice) {
        return slot(dice.pick(Outlet.of(story.language())), 'a', published, null, dice);
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
}
