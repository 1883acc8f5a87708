package dev.dateline.standalone.eval;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.article.Article;
import dev.dateline.enrich.copies.Claim;
import dev.dateline.enrich.copies.Group;
import dev.dateline.enrich.copies.MatchCopies;
import dev.dateline.enrich.copies.Verdict;
import dev.dateline.enrich.decide.DecideArticle;
import dev.dateline.enrich.decide.Decision;
import dev.dateline.enrich.identify.ArticleState;
import dev.dateline.enrich.identify.Identified;
import dev.dateline.enrich.stream.StateStores;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The pure steps spread over partitions as Kafka would spread them, without Kafka: the test driver has only one. Each partition owns
 * articles by id and groups by words; claims and verdicts travel between them in queues that keep their order, and a seed chooses which
 * queue is served next. Nothing expires: all articles are received at once.
 */
final class PartitionedRun {
    private final Pipeline pipeline;
    private final List<Owner> owners = new ArrayList<>();
    private final Map<String, String> originals = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    /** What one partition keeps, and what waits for it. */
    private static final class Owner {
        final Deque<RawArticle> raw = new ArrayDeque<>();
        final Deque<Claim> claims = new ArrayDeque<>();
        final Deque<Verdict> verdicts = new ArrayDeque<>();
        final Map<String, ArticleState> articles = new HashMap<>();
        final Map<String, Group> groups = new HashMap<>();
        final Map<String, Map<String, Claim>> members = new HashMap<>();
    }

    private PartitionedRun(Pipeline pipeline, int partitions) {
        this.pipeline = pipeline;
        for (int i = 0; i < partitions; i++) {
            owners.add(new Owner());
        }
    }

    /** Lets articles arrive in this order, and their messages interleave as the seed says. */
    static Grouping of(Pipeline pipeline, List<RawArticle> arrivals, int partitions, long seed) {
        return new PartitionedRun(pipeline, partitions).run(arrivals, new Random(seed));
    }

    private Grouping run(List<RawArticle> arrivals, Random chance) {
        CpuClock clock = CpuClock.start();
        arrivals.forEach(
                article -> owners.get(partition(article.articleId())).raw.add(article));
        List<Runnable> ready = ready();
        while (!ready.isEmpty()) {
            ready.get(chance.nextInt(ready.size())).run();
            ready = ready();
        }
        return new Grouping(originals, refused, state(), Map.of("steps", clock.seconds()), 0);
    }

    /** What could be done next: the head of every queue. */
    private List<Runnable> ready() {
        List<Runnable> ready = new ArrayList<>();
        for (int i = 0; i < owners.size(); i++) {
            Owner owner = owners.get(i);
            int partition = i;
            if (!owner.raw.isEmpty()) {
                ready.add(() -> arrive(owner, partition, owner.raw.remove()));
            }
            if (!owner.claims.isEmpty()) {
                ready.add(() -> match(owner, owner.claims.remove()));
            }
            if (!owner.verdicts.isEmpty()) {
                ready.add(() -> decide(owner, owner.verdicts.remove()));
            }
        }
        return ready;
    }

    private void arrive(Owner owner, int partition, RawArticle raw) {
        Outcome<Article> extracted = pipeline.extract().apply(raw);
        if (!(extracted instanceof Outcome.Done<Article> done)) {
            refused.add(raw.articleId());
            return;
        }
        Article article = done.value();
        Identified identified = pipeline.identify().identify(owner.articles.get(article.articleId()), article);
        owner.articles.put(article.articleId(), identified.state());
        identified.claim(partition).ifPresent(claim -> owners.get(partition(claim.wordsHash()))
                .claims
                .add(claim));
    }

    private void match(Owner owner, Claim claim) {
        Map<String, Claim> members = owner.members.computeIfAbsent(claim.wordsHash(), words -> new HashMap<>());
        MatchCopies.Match match =
                pipeline.match().match(owner.groups.get(claim.wordsHash()), new Members(members), claim);
        owner.groups.put(claim.wordsHash(), match.group());
        if (match.leaves() != null) {
            members.remove(match.leaves());
        }
        if (match.joins() != null) {
            members.put(match.joins().articleId(), match.joins());
        }
        match.verdicts()
                .forEach(
                        verdict -> owners.get(verdict.ownerPartition()).verdicts.add(verdict));
    }

    private void decide(Owner owner, Verdict verdict) {
        ArticleState known = owner.articles.get(verdict.articleId());
        DecideArticle.Decided decided = pipeline.decide().decide(known, verdict);
        owner.articles.put(verdict.articleId(), decided.state());
        for (Decision decision : decided.decisions()) {
            originals.put(verdict.articleId(), original(verdict.articleId(), decision));
        }
    }

    private static String original(String articleId, Decision decision) {
        if (decision instanceof Decision.Assign assign) {
            return assign.originalId();
        }
        return decision instanceof Decision.Withdraw withdraw ? withdraw.originalId() : articleId;
    }

    private int partition(String key) {
        return Math.floorMod(key.hashCode(), owners.size());
    }

    private StateSize state() {
        StateSize size = new StateSize();
        for (Owner owner : owners) {
            owner.articles.forEach((id, state) -> size.addWindowed(StateStores.ARTICLES, id, state));
            owner.groups.forEach((words, group) -> size.addWindowed(StateStores.GROUPS, words, group));
            owner.members.forEach((words, members) ->
                    members.forEach((id, claim) -> size.addWindowed(StateStores.MEMBERS, words + "|" + id, claim)));
        }
        return size;
    }

    private record Members(Map<String, Claim> byId) implements MatchCopies.Members {
        @Override
        public boolean contains(String articleId) {
            return byId.containsKey(articleId);
        }

        @Override
        public Iterable<Claim> all() {
            return List.copyOf(byId.values());
        }
    }
}
