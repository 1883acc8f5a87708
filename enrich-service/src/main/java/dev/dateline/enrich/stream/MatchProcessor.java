package dev.dateline.enrich.stream;

import dev.dateline.enrich.copies.Claim;
import dev.dateline.enrich.copies.Group;
import dev.dateline.enrich.copies.MatchCopies;
import dev.dateline.enrich.copies.Verdict;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Answers claims at the partition that owns the words' hash, for articles of every partition. */
public final class MatchProcessor extends ContextualProcessor<String, Claim, String, Verdict> {
    public static final String NAME = "match-copies";

    private final MatchCopies match;
    private final Duration window;
    private ExpiringStore<Group> groups;
    private ExpiringStore<Claim> members;

    public MatchProcessor(MatchCopies match, Duration window) {
        this.match = match;
        this.window = window;
    }

    @Override
    public void init(ProcessorContext<String, Verdict> context) {
        super.init(context);
        groups = new ExpiringStore<>(context, StateStores.GROUPS, window);
        members = new ExpiringStore<>(context, StateStores.MEMBERS, window);
    }

    @Override
    public void process(Record<String, Claim> asked) {
        Claim claim = asked.value();
        String words = claim.wordsHash();
        long now = asked.timestamp();
        var known = groups.get(words, now);
        MatchCopies.Match matched = match.match(known == null ? null : known.value(), membersOf(words, now), claim);
        if (known == null) {
            groups.put(words, matched.group(), now);
        } else {
            groups.replace(words, known, matched.group());
        }
        if (matched.leaves() != null) {
            write(memberKey(words, matched.leaves()), null, now);
        }
        if (matched.joins() != null) {
            write(memberKey(words, matched.joins().articleId()), matched.joins(), now);
        }
        for (Verdict verdict : matched.verdicts()) {
            context().forward(asked.withKey(verdict.articleId()).withValue(verdict));
        }
    }

    private void write(String key, Claim member, long now) {
        var known = members.get(key, now);
        if (known == null) {
            members.put(key, member, now);
        } else {
            members.replace(key, known, member);
        }
    }

    private MatchCopies.Members membersOf(String words, long now) {
        return new MatchCopies.Members() {
            @Override
            public boolean contains(String articleId) {
                return members.get(memberKey(words, articleId), now) != null;
            }

            @Override
            public List<Claim> all() {
                return members.withPrefix(memberKey(words, ""), now);
            }
        };
    }

    private static String memberKey(String words, String articleId) {
        return words + "|" + articleId;
    }
}
