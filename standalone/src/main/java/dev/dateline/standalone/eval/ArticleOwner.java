package dev.dateline.standalone.eval;

import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.decide.Assignment;
import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.decide.Decided;
import dev.dateline.enrich.decide.Decision;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.identify.IdentifyArticle;
import dev.dateline.enrich.identify.RawPlace;
import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Neighbours;
import dev.dateline.enrich.near.Notice;
import dev.dateline.enrich.stream.StateStores;
import dev.dateline.enrich.stream.TakeOverProcessor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The articles of one partition: what the task that owns their ids does with arrivals and with letters. */
final class ArticleOwner {
    private final int partition;
    private final int shares;
    private final Post post;
    private final IdentifyArticle identify = new IdentifyArticle();
    private final DecideArticle decide;
    private final Map<String, ArticleState> states = new HashMap<>();
    private final Map<String, Map<String, Follower>> followers = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();

    /** An article that wants to be told, as the service keeps it. */
    private record Follower(String articleId, int ownerPartition) {}

    ArticleOwner(int partition, int shares, DecideArticle decide, Post post) {
        this.partition = partition;
        this.shares = shares;
        this.decide = decide;
        this.post = post;
    }

    /**
     * An article arrives.
     *
     * @param place of it in the set, by which it can be read again
     */
    void arrive(Sketched sketched, int place) {
        Article article = sketched.article();
        ArticleState known = states.get(article.articleId());
        Identified identified = identify.identify(known, article, new RawPlace(partition, place));
        if (identified instanceof Identified.Fresh fresh) {
            int revision = fresh.version().revision();
            ArticleState state = fresh.state();
            states.put(article.articleId(), state.with(state.standing().asked(revision, shares)));
            Claim.of(new Member(state.place(), revision, partition, sketched.sketch()), shares)
                    .forEach(post::claim);
        } else {
            states.put(article.articleId(), identified.state());
        }
    }

    void answered(Member asker, int share, Neighbours near) {
        String id = asker.articleId();
        settle(id, decide.answered(states.get(id), asker.revision(), share, near.earlier(), near.laterCount()));
    }

    void met(Neighbour addressee, Neighbour late) {
        String id = addressee.articleId();
        settle(id, decide.met(states.get(id), addressee.revision(), List.of(late)));
    }

    private void told(String id, Notice notice) {
        settle(id, decide.told(states.get(id), notice));
    }

    private void follow(String id, Follower follower) {
        followers.computeIfAbsent(id, key -> new LinkedHashMap<>()).put(follower.articleId(), follower);
        decide.notice(states.get(id)).ifPresent(notice -> tell(follower, notice));
    }

    private void takeOver(String id, int place) {
        Sketched handed = post.read(place);
        arrive(new Sketched(TakeOverProcessor.under(id, handed.article()), handed.sketch()), place);
    }

    private void settle(String id, Decided decided) {
        states.put(id, decided.state());
        decided.ask().ifPresent(asked -> {
            Follower self = new Follower(id, partition);
            post.letter(asked.ownerPartition(), owner -> owner.follow(asked.articleId(), self));
        });
        decided.notice()
                .ifPresent(notice ->
                        followers.getOrDefault(id, Map.of()).values().forEach(follower -> tell(follower, notice)));
        decided.decisions().forEach(this::publish);
    }

    private void publish(Decision decision) {
        String id = decision.state().articleId();
        if (decision instanceof Decision.Publish) {
            originals.put(id, id);
        } else if (decision instanceof Decision.Assign assign) {
            assign(id, decision, assign.assignment());
        } else if (decision instanceof Decision.Withdraw withdraw) {
            assign(id, decision, withdraw.assignment());
        }
    }

    private void assign(String id, Decision decision, Assignment assignment) {
        originals.put(id, assignment.originalId());
        if (assignment.handOver()) {
            long place =
                    decision.state().version(decision.revision()).orElseThrow().rawOffset();
            post.letter(assignment.ownerPartition(), owner -> owner.takeOver(assignment.originalId(), (int) place));
        }
    }

    private void tell(Follower follower, Notice notice) {
        post.letter(follower.ownerPartition(), owner -> owner.told(follower.articleId(), notice));
    }

    /** What consumers know at the end: the original of every article. */
    Map<String, String> originals() {
        return originals;
    }

    void measure(StateSize size) {
        states.forEach(size::addArticle);
        followers.forEach((id, all) -> all.values()
                .forEach(follower ->
                        size.addWindowed(StateStores.FOLLOWERS, id + "|" + follower.articleId(), follower)));
    }
}
